package dev.hostlab.scenario;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.Workload;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Small workloads and a small shop of instance types.
final class Loads {

    static final List<InstanceType> TYPES = List.of(
            type("t3.nano", 2, 512),
            type("t3.micro", 2, 1_024),
            type("t3.small", 2, 2_048),
            type("t3.medium", 2, 4_096),
            type("t3.large", 2, 8_192),
            type("t3.xlarge", 4, 16_384),
            type("c5.large", 2, 4_096),
            type("m5.large", 2, 8_192),
            type("m7i.large", 2, 8_192),
            type("m7i.xlarge", 4, 16_384),
            type("m7i.2xlarge", 8, 32_768),
            type("r7i.16xlarge", 64, 524_288),
            new InstanceType("g4dn.xlarge", 4, 16_384, Architecture.X86_64, null, false, 1),
            new InstanceType("t4g.micro", 2, 1_024, Architecture.ARM64, null, true, 0),
            new InstanceType("t4g.medium", 2, 4_096, Architecture.ARM64, null, true, 0),
            new InstanceType("m7g.medium", 1, 4_096, Architecture.ARM64, null, false, 0),
            new InstanceType("m7g.large", 2, 8_192, Architecture.ARM64, null, false, 0));

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

    private static InstanceType type(String name, int vcpus, int memoryMib) {
        return new InstanceType(name, vcpus, memoryMib, Architecture.X86_64, null, name.startsWith("t"), 0);
    }
}
