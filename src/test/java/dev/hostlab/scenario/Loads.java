package dev.hostlab.scenario;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.SampleInstanceTypes;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.Workload;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Small workloads.
final class Loads {

    static final List<InstanceType> TYPES = SampleInstanceTypes.ALL;

    private static final long MINUTE = 60_000_000_000L;
    private static final double[] NONE = {};

    private Loads() {}

    /// Requests without tokens, a bin a minute.
    static Workload perMinute(double... requests) {
        return workload(MINUTE, BinnedArrivals.Columns.of(requests));
    }

    /// Requests without tokens, a bin of ten minutes.
    static Workload perTenMinutes(double... requests) {
        return workload(10 * MINUTE, BinnedArrivals.Columns.of(requests));
    }

    static Workload withTokens(double[] requests, double[] inputTokens, double[] outputTokens) {
        return workload(MINUTE, new BinnedArrivals.Columns(requests, inputTokens, outputTokens, NONE));
    }

    static Workload withQueue(double[] requests, double[] queueDepth) {
        return workload(MINUTE, new BinnedArrivals.Columns(requests, NONE, NONE, queueDepth));
    }

    static Workload withTokensAndQueue(double[] values) {
        return workload(MINUTE, new BinnedArrivals.Columns(values, values, values, values));
    }

    private static Workload workload(long width, BinnedArrivals.Columns columns) {
        var widths = new long[columns.requests().length];
        Arrays.fill(widths, width);
        return new Workload("test", "0".repeat(64), widths.length, Instant.EPOCH, new BinnedArrivals(widths, columns));
    }
}
