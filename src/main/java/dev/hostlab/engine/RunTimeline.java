package dev.hostlab.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How a run went, tick by tick. Percentiles are NaN in a tick in which nothing was served.
public final class RunTimeline {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String OLDEST = "oldestSeconds";
    private static final String FIRST_TOKEN = "firstToken";
    private static final String[] NAMES = {
        "arrived",
        "served",
        "rejected",
        "timedOut",
        "failed",
        "desired",
        "provisioned",
        "inService",
        "instances",
        "queued",
        "inFlight",
        "cpuPercent",
        "p50Seconds",
        "p95Seconds",
        "p99Seconds",
        "waitP50Seconds",
        "waitP95Seconds",
        "waitP99Seconds",
        OLDEST,
        "inputTokens",
        "outputTokens",
        "passedTokens",
        "refusedCalls",
        "limited",
        FIRST_TOKEN + "MeanSeconds",
        FIRST_TOKEN + "P50Seconds",
        FIRST_TOKEN + "P95Seconds",
        FIRST_TOKEN + "P99Seconds"
    };

    private final Kinds kinds;

    private final double binSeconds;
    private final double[][] values;
    private int bins;

    /// Which series there are besides those of every run.
    ///
    /// @param central whether there is one line of all units, whose oldest message is of interest
    /// @param streams whether answers are streamed, so that the first token is of interest
    record Kinds(boolean central, boolean streams) {

        private boolean has(String name) {
            return name.equals(OLDEST) ? central : streams || !name.startsWith(FIRST_TOKEN);
        }
    }

    RunTimeline(double binSeconds, int bins, Kinds kinds) {
        this.kinds = kinds;
        this.binSeconds = binSeconds;
        this.values = new double[NAMES.length][bins];
    }

    /// Width of a bin in seconds; the last may be cut by the horizon.
    public double binSeconds() {
        return binSeconds;
    }

    /// The series by name, each with one value a bin, in a fixed order.
    public SequencedMap<String, double[]> series() {
        var series = new LinkedHashMap<String, double[]>();
        for (var index = 0; index < NAMES.length; index++) {
            if (kinds.has(NAMES[index])) {
                series.put(NAMES[index], Arrays.copyOf(values[index], bins));
            }
        }
        return series;
    }

    /// The values of one series.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public double[] values(String name) {
        var index = Arrays.asList(NAMES).indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No series " + name);
        }
        return Arrays.copyOf(values[index], bins);
    }

    /// Adds a bin: one value a series, in order, in two parts.
    void add(double[] first, double[] rest) {
        for (var index = 0; index < NAMES.length; index++) {
            values[index][bins] = index < first.length ? first[index] : rest[index - first.length];
        }
        bins++;
    }

    static double seconds(double nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
