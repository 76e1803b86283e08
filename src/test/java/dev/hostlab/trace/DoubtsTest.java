package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Times and pages that could be meant in two ways: taken in the likelier one, and told.
class DoubtsTest {

    @TempDir
    private Path folder;

    /// Clocks go back at three: requests of one second stay together, and a little disorder is no second round.
    @Test
    void requestsInTheHourThatAnAutumnRepeatsStayTogether() throws IOException {
        assertThat(seconds("02:58:00", "02:58:00", "02:57:59", "02:59:00", "02:58:59"))
                .isLessThan(120);
        assertThat(seconds("02:58:00", "02:59:00", "02:00:00", "02:00:00", "02:00:05"))
                .isBetween(120.0, 300.0);
    }

    private double seconds(String... times) throws IOException {
        var rows =
                Arrays.stream(times).map(time -> "2026-10-25 " + time + ",1\n").collect(Collectors.joining());
        var options = ReadOptions.DEFAULT.withZone(ZoneId.of("Europe/Berlin"));
        var reading = new TraceFiles(folder).read("timestamp,input_tokens\n" + rows, options);
        var summary = ((TraceReading.Accepted) reading).summary();
        return summary.to().getEpochSecond() - summary.from().getEpochSecond();
    }

    @Test
    void manyGapsOfOneLengthMayBeLongerBins() throws IOException {
        var rows = Stream.concat(
                        IntStream.range(0, 10).mapToObj(minute -> minute),
                        IntStream.range(2, 12).mapToObj(five -> 5 * five))
                .map(minute -> String.format("2026-03-14T09:%02d:00Z,1%n", minute))
                .collect(Collectors.joining());
        var reading = new TraceFiles(folder).read("timestamp,requests\n" + rows);
        assertThat(reading.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(TraceProblem.IRREGULAR_INTERVAL);
            assertThat(warning.line()).isEqualTo(13);
            assertThat(warning.problem()).contains("--bin 300");
        });
        var longer = ReadOptions.DEFAULT.withChoices(ImportChoices.NONE.with(Choice.BIN, "300.0"));
        var known = (TraceReading.Accepted) new TraceFiles(folder).read("timestamp,requests\n" + rows, longer);
        assertThat(known.warnings()).isEmpty();
        assertThat(known.summary().to()).isEqualTo("2026-03-14T10:00:00Z");
    }

    @Test
    void whatIsWrittenKeepsItsGapsAndItsOnlyBin() throws IOException {
        var gap = """
            timestamp,requests
            2026-03-14T09:00:00Z,1
            2026-03-14T09:01:00Z,2
            2026-03-14T09:09:00Z,3
            2026-03-14T09:10:00Z,4
            """;
        assertThat(written((TraceReading.Accepted) new TraceFiles(folder).read(gap)))
                .isEqualTo(gap);
        var day = (TraceReading.Accepted) new TraceFiles(folder).read("timestamp,requests\n2026-03-14,30\n");
        assertThat(written(day)).isEqualTo("timestamp,requests\n2026-03-14T00:00:00Z,15\n2026-03-14T12:00:00Z,15\n");
    }

    private static String written(TraceReading.Accepted reading) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var lost = reading.summary().shape().lostNanos();
        TraceWriter.write(reading.workload().from(), reading.workload().arrivals(), lost, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aUnitThatLeadsTo1970IsDoubted() throws IOException {
        var choices = ReadOptions.DEFAULT.withChoices(ImportChoices.NONE.with(Choice.TIME, "ms"));
        var reading = new TraceFiles(folder).read("timestamp,requests\n1773478800,1\n1773478860,1\n", choices);
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.EPOCH_UNIT_INFERRED);
    }

    @Test
    void fewerTokensInAllThanOfOneKindAreTold() throws IOException {
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read("""
            timestamp,requests,input_tokens,tokens
            2026-03-14T09:00:00Z,1,800,500
            2026-03-14T09:01:00Z,1,800,1000
            """);
        assertThat(reading.notes()).anyMatch(note -> note.startsWith("In 1 bins column tokens"));
    }

    @Test
    void pagesThatAreCountedAreMissed() throws IOException {
        var page = "{\"data\":[{\"request_id\":\"a\",\"startTime\":\"2026-03-14T09:00:0%d.5Z\",\"prompt_tokens\":9,"
                + "\"completion_tokens\":2}],\"page\":%d,\"total_pages\":2}\n";
        assertThat(new TraceFiles(folder).read(page.formatted(1, 1)).warnings())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.GAP);
        assertThat(new TraceFiles(folder)
                        .read(page.formatted(1, 1) + page.formatted(2, 2))
                        .warnings())
                .isEmpty();
    }
}
