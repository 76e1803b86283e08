package dev.hostlab.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How an estimate went, tick by tick, under the names that the engine uses.
final class TickSeries {

    final double[] arrived;
    final double[] served;
    final double[] rejected;
    final double[] timedOut;
    final double[] failed;
    final double[] desired;
    final double[] provisioned;
    final double[] inService;
    final double[] instances;
    final double[] queued;
    final double[] inFlight;
    final double[] cpuPercent;
    final double[] p50Seconds;
    final double[] p95Seconds;
    final double[] p99Seconds;
    final double[] waitedSeconds;
    private int ticks;

    TickSeries(int most) {
        arrived = new double[most];
        served = new double[most];
        rejected = new double[most];
        timedOut = new double[most];
        failed = new double[most];
        desired = new double[most];
        provisioned = new double[most];
        inService = new double[most];
        instances = new double[most];
        queued = new double[most];
        inFlight = new double[most];
        cpuPercent = new double[most];
        p50Seconds = new double[most];
        p95Seconds = new double[most];
        p99Seconds = new double[most];
        waitedSeconds = new double[most];
    }

    /// Where the figures of the next tick belong.
    int next() {
        return ticks++;
    }

    SequencedMap<String, double[]> byName() {
        var series = new LinkedHashMap<String, double[]>();
        put(series, "arrived", arrived);
        put(series, "served", served);
        put(series, "rejected", rejected);
        put(series, "timedOut", timedOut);
        put(series, "failed", failed);
        put(series, "desired", desired);
        put(series, "provisioned", provisioned);
        put(series, "inService", inService);
        put(series, "instances", instances);
        put(series, "queued", queued);
        put(series, "inFlight", inFlight);
        put(series, "cpuPercent", cpuPercent);
        put(series, "p50Seconds", p50Seconds);
        put(series, "p95Seconds", p95Seconds);
        put(series, "p99Seconds", p99Seconds);
        put(series, "waitedSeconds", waitedSeconds);
        return series;
    }

    private void put(SequencedMap<String, double[]> series, String name, double[] values) {
        series.put(name, ticks == values.length ? values : Arrays.copyOf(values, ticks));
    }
}
