package dev.hostlab.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How an estimate went, tick by tick, under the names that the engine uses.
final class TickSeries {

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
        "waitedSeconds"
    };

    private final double[][] values;
    private int ticks;

    TickSeries(int ticks) {
        values = new double[NAMES.length][ticks];
    }

    /// Adds a tick: one value a series, in order.
    void add(double... row) {
        for (var index = 0; index < NAMES.length; index++) {
            values[index][ticks] = row[index];
        }
        ticks++;
    }

    SequencedMap<String, double[]> byName() {
        var series = new LinkedHashMap<String, double[]>();
        for (var index = 0; index < NAMES.length; index++) {
            series.put(
                    NAMES[index], ticks == values[index].length ? values[index] : Arrays.copyOf(values[index], ticks));
        }
        return series;
    }
}
