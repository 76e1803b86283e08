package dev.hostlab.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How one tenant fared, tick by tick. Percentiles are NaN in a tick in which nothing of it was served.
public final class TenantSeries {

    private static final String[] NAMES = {
        "arrived",
        "served",
        "limited",
        "overBudget",
        "inputTokens",
        "outputTokens",
        "passedTokens",
        "inFlight",
        "p95Seconds",
        "firstTokenP95Seconds"
    };

    private final boolean streams;
    private final double[][] values;
    private int bins;

    /// @param streams whether answers are streamed, so that the first token is of interest
    TenantSeries(int bins, boolean streams) {
        this.streams = streams;
        values = new double[NAMES.length][bins];
    }

    /// Adds a bin: one value a series, in order.
    void add(double... bin) {
        for (var index = 0; index < NAMES.length; index++) {
            values[index][bins] = bin[index];
        }
        bins++;
    }

    /// The series by name, each with one value a bin: requests that arrived, were served, were refused for the
    /// sake of a limit, or for the budget's (counts per bin); tokens of those that arrived, and of calls that the
    /// provider took; requests inside at the end of the bin; 95th percentiles in seconds of response and first
    /// token.
    public SequencedMap<String, double[]> byName() {
        var series = new LinkedHashMap<String, double[]>();
        for (var index = 0; index < (streams ? NAMES.length : NAMES.length - 1); index++) {
            series.put(NAMES[index], Arrays.copyOf(values[index], bins));
        }
        return series;
    }
}
