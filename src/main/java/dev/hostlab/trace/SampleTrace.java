package dev.hostlab.trace;

import dev.hostlab.workload.Workload;
import dev.hostlab.workload.sample.Sample;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// A sample as a trace: its CSV, and the workload that reading that CSV would give.
public final class SampleTrace {

    private final SampleWorkload sample;
    private final Map<String, String> overrides;

    /// @param overrides values by parameter name, without [SampleWorkload#issues]
    public SampleTrace(SampleWorkload sample, Map<String, String> overrides) {
        this.sample = sample;
        this.overrides = Map.copyOf(overrides);
    }

    /// The file's bytes.
    public byte[] csv() {
        return csv(sample.generate(overrides));
    }

    private static byte[] csv(Sample made) {
        var bytes = new ByteArrayOutputStream();
        try {
            TraceWriter.write(made.from(), made.arrivals(), bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to be written", impossible);
        }
        return bytes.toByteArray();
    }

    /// The workload, named like the file, with the checksum of the file's bytes.
    public Workload workload() {
        var made = sample.generate(overrides);
        var csv = csv(made);
        var rows = -1L;
        for (var b : csv) {
            rows += b == '\n' ? 1 : 0;
        }
        return new Workload(sample.id() + ".csv", sha256(csv), rows, made.from(), made.arrivals());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
