package dev.hostlab.trace;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// How fast a trace is read beside plain FastCSV, which only splits it: `ReadingSpeed FILE [ROWS]`. With a number of
/// rows
/// the file is written first. Prints MB a second on the clock, three times in turn, in one process.
public final class ReadingSpeed {

    private static final double BYTES_PER_MB = 1e6;
    private static final long START = 1_772_323_200;

    private ReadingSpeed() {}

    /// A file, and how many rows to write into it before.
    public static void main(String... args) throws IOException {
        var file = Path.of(args[0]);
        if (args.length > 1) {
            write(file, Integer.parseInt(args[1]));
        }
        var megabytes = Files.size(file) / BYTES_PER_MB;
        for (var round = 1; round <= 3; round++) {
            var begin = System.nanoTime();
            var rows = split(file);
            var middle = System.nanoTime();
            var reading = TraceReader.read(file, ReadOptions.DEFAULT);
            var end = System.nanoTime();
            System.out.printf(
                    "%.0f MB, %d rows: FastCSV %.0f MB/s, trace %.0f MB/s, %s%n",
                    megabytes,
                    rows,
                    megabytes / ((middle - begin) / 1e9),
                    megabytes / ((end - middle) / 1e9),
                    reading instanceof TraceReading.Accepted ? "accepted" : "refused");
        }
    }

    private static long split(Path file) throws IOException {
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
        return rows;
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
