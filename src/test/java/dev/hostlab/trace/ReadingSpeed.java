package dev.hostlab.trace;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/// How fast a trace is read beside plain FastCSV, which only splits it into strings: `ReadingSpeed FILE [ROWS]`.
///
/// With a number of rows the file is written first. Both read the file in turn, five times in one process. What is
/// printed is MB a second on the clock and MB for each second of processor time, of all threads of the process.
public final class ReadingSpeed {

    private static final int ROUNDS = 5;
    private static final double BYTES_PER_MB = 1e6;
    private static final double NANOS = 1e9;
    private static final long START = 1_772_323_200;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path file;
    private final double megabytes;

    private ReadingSpeed(Path file) throws IOException {
        this.file = file;
        this.megabytes = Files.size(file) / BYTES_PER_MB;
    }

    /// A file, and how many rows to write into it before.
    public static void main(String... args) throws IOException {
        var file = Path.of(args[0]);
        if (args.length > 1) {
            write(file, Integer.parseInt(args[1]));
        }
        new ReadingSpeed(file).measure();
    }

    /// MB a second, on the clock and by processor time.
    private record Rate(double wall, double cpu) {}

    private interface Reading {

        void run() throws IOException;
    }

    private void measure() throws IOException {
        System.out.printf(
                "%.0f MB, %d processors%n", megabytes, Runtime.getRuntime().availableProcessors());
        var wall = new double[ROUNDS];
        var cpu = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var plain = rate(this::split);
            var trace = rate(this::trace);
            wall[round] = trace.wall / plain.wall;
            cpu[round] = trace.cpu / plain.cpu;
            System.out.printf(
                    "wall: FastCSV %.0f, trace %.0f MB/s, ratio %.2f; cpu: FastCSV %.0f, trace %.0f MB/s, ratio %.2f%n",
                    plain.wall, trace.wall, wall[round], plain.cpu, trace.cpu, cpu[round]);
        }
        System.out.printf("median ratio: wall %.2f, cpu %.2f%n", median(wall), median(cpu));
    }

    private Rate rate(Reading reading) throws IOException {
        var cpu = SYSTEM.getProcessCpuTime();
        var clock = System.nanoTime();
        reading.run();
        var seconds = (System.nanoTime() - clock) / NANOS;
        return new Rate(megabytes / seconds, megabytes / ((SYSTEM.getProcessCpuTime() - cpu) / NANOS));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void split() throws IOException {
        var fields = 0L;
        var rows = 0L;
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            for (var row : reader) {
                fields += row.getFieldCount();
                rows++;
            }
        }
        if (fields < rows) {
            throw new IllegalStateException("rows without fields");
        }
    }

    private void trace() throws IOException {
        if (!(TraceReader.read(file, ReadOptions.DEFAULT) instanceof TraceReading.Accepted)) {
            throw new IllegalStateException("refused");
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("timestamp,requests,input_tokens,output_tokens\n");
            for (var row = 0; row < rows; row++) {
                out.write(
                        Instant.ofEpochSecond(START + row) + "," + row % 97 + "," + row % 997 + "," + row % 89 + "\n");
            }
        }
    }
}
