package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same requests in the layouts of many programs are read as the same requests.
class LayoutsTest {

    private static final Traffic TRAFFIC = Traffic.of(400);

    @TempDir
    private Path folder;

    static List<LayoutSample> samples() {
        return LayoutSample.all(TRAFFIC);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingIsLostOrAdded(LayoutSample sample) throws IOException {
        var reading = new TraceFiles(folder).read(sample.bytes());
        assertThat(reading.errors()).isEmpty();
        var summary = ((TraceReading.Accepted) reading).summary();
        assertThat(summary.format()).isEqualTo(sample.format());
        assertThat(summary.totals().requests()).isEqualTo(400);
        if (sample.hasTokens()) {
            assertThat(summary.totals().inputTokens()).isEqualTo(TRAFFIC.input());
            assertThat(summary.totals().outputTokens()).isEqualTo(TRAFFIC.output());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void timesAreKeptUpToTheLayoutsGrain(LayoutSample sample) throws IOException {
        var summary = ((TraceReading.Accepted) new TraceFiles(folder).read(sample.bytes())).summary();
        var from = summary.from();
        assertThat(from.getEpochSecond() % 60).isIn(0L, Traffic.START.getEpochSecond() % 60);
        assertThat(from.atOffset(ZoneOffset.UTC).getYear()).isIn(1970, 2023);
    }

    @Test
    void everyFormatThatHeadersTellHasASample() {
        var shown = samples().stream().map(LayoutSample::format).collect(Collectors.toSet());
        var own = EnumSet.of(
                TraceFormat.MAPPED,
                TraceFormat.JSON_LIST,
                TraceFormat.ANTHROPIC_USAGE,
                TraceFormat.ANTHROPIC_USAGE_API);
        own.addAll(shown);
        assertThat(own).containsExactlyInAnyOrder(TraceFormat.values());
    }

    @Test
    void tokensWithoutRequestsAreSaidToBeNoLoad() throws IOException {
        var reading = new TraceFiles(folder).read("""
                usage_date_utc,model_version,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,\
                usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens
                2026-03-01,"≤ 200k",1,2,3,4,5
                2026-03-01,other,10,20,30,40,50
                2026-03-02,other,100,200,300,400,500
                """);
        var totals = ((TraceReading.Accepted) reading).summary().totals();
        assertThat(totals).isEqualTo(new TraceSummary.Totals(0, 1_110, 555));
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.ZERO_LOAD);
    }

    @Test
    void binaryGatlingLogsAreRefusedByName() throws IOException {
        var bytes = "\0\0\0\0\0063.11.5\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new TraceFiles(folder).read(bytes).errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(TraceProblem.NOT_TEXT);
            assertThat(error.problem()).contains("Gatling");
        });
    }
}
