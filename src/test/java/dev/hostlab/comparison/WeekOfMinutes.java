package dev.hostlab.comparison;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes the first week of a trace of five-minute bins with columns `timestamp,requests,input_tokens,output_tokens` as
/// one-minute bins: `WeekOfMinutes TRACE FILE`. Each request of a bin picks a minute of it at random, and takes an even
/// share of the bin's tokens with it, so that sums stay. For [EstimateTiming].
public final class WeekOfMinutes {

    private static final int MINUTES = 5;
    private static final int BINS = 7 * 24 * 60 / MINUTES;
    private static final long SEED = 1;

    private WeekOfMinutes() {}

    public static void main(String... files) throws IOException {
        var random = new SplittableRandom(SEED);
        var lines = new ArrayList<String>();
        lines.add("timestamp,requests,input_tokens,output_tokens");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of(files[0]))) {
            rows.stream().limit(BINS).forEach(row -> lines.addAll(minutes(row, random)));
        }
        Files.write(Path.of(files[1]), lines);
    }

    private static List<String> minutes(NamedCsvRecord row, SplittableRandom random) {
        var requests = Integer.parseInt(row.getField("requests"));
        var counts = new int[MINUTES];
        for (var request = 0; request < requests; request++) {
            counts[random.nextInt(MINUTES)]++;
        }
        var start = Instant.parse(row.getField("timestamp"));
        var lines = new ArrayList<String>();
        var before = 0;
        for (var minute = 0; minute < MINUTES; minute++) {
            var after = before + counts[minute];
            lines.add(start.plusSeconds(60L * minute) + "," + counts[minute] + ","
                    + part(row, "input_tokens", before, after) + "," + part(row, "output_tokens", before, after));
            before = after;
        }
        return lines;
    }

    private static long part(NamedCsvRecord row, String tokens, int before, int after) {
        var all = Long.parseLong(row.getField(tokens));
        var requests = Math.max(1, Integer.parseInt(row.getField("requests")));
        return all * after / requests - all * before / requests;
    }
}
