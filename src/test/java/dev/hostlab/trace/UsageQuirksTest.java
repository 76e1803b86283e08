package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What language models were used for, and load tests, where a row is not simply a request.
class UsageQuirksTest {

    private static final String AT = "\"timestamp\":\"2026-03-14T09:00:0%d.000Z\",";

    @TempDir
    private Path folder;

    @Test
    void cachedInputThatIsCountedBesideIsInputToo() throws IOException {
        var anthropic = "{" + AT + "\"usage\":{\"input_tokens\":10,\"cache_creation_input_tokens\":200,"
                + "\"cache_read_input_tokens\":3000,\"cache_creation\":{\"ephemeral_5m_input_tokens\":200},"
                + "\"output_tokens\":5}}\n";
        assertThat(totals(lines(anthropic))).isEqualTo(new TraceSummary.Totals(2, 6420, 10));
        var bedrock = "{" + AT + "\"input\":{\"inputTokenCount\":10,\"cacheReadInputTokenCount\":3000,"
                + "\"cacheWriteInputTokenCount\":200},\"output\":{\"outputTokenCount\":5}}\n";
        assertThat(totals(lines(bedrock))).isEqualTo(new TraceSummary.Totals(2, 6420, 10));
    }

    @Test
    void cachedInputThatIsPartOfTheInputCountsOnce() throws IOException {
        var openAi = "{" + AT + "\"usage\":{\"input_tokens\":1000,\"input_tokens_details\":{\"cached_tokens\":900},"
                + "\"output_tokens\":5,\"output_tokens_details\":{\"reasoning_tokens\":3},\"total_tokens\":1005}}\n";
        assertThat(totals(lines(openAi))).isEqualTo(new TraceSummary.Totals(2, 2000, 10));
        var gateway = "{" + AT + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":5,"
                + "\"cache_read_input_tokens\":900}}\n";
        assertThat(totals(lines(gateway))).isEqualTo(new TraceSummary.Totals(2, 2000, 10));
    }

    @Test
    void piecesOfAStreamedAnswerAreOneRequest() throws IOException {
        var piece = "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\"," + AT + "\"usage\":null}\n";
        var last = "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\"," + AT
                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":4}}\n";
        assertThat(totals(piece.formatted(0) + piece.formatted(1) + last.formatted(2)))
                .isEqualTo(new TraceSummary.Totals(1, 10, 4));
    }

    @Test
    void oneBucketLastsAsLongAsItsEndSays() throws IOException {
        var reading = read("""
            start_time,end_time,num_model_requests,model,input_tokens,output_tokens
            1773446400,1773532800,3,a,300,30
            1773446400,1773532800,2,b,200,20
            """);
        assertThat(lasts(reading)).isEqualTo(Duration.ofDays(1));
        assertThat(lasts(read("date,api_requests,prompt_tokens,completion_tokens\n2026-03-14,30,300,30\n")))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aBucketWithoutNumbersHadNoUse() throws IOException {
        var header = "start_time,end_time,num_model_requests,model,input_tokens,output_tokens\n";
        var reading = read(header + "1773446400,1773446460,,,,\n1773446460,1773446520,3.0,a,300,30\n"
                + "1773446520,1773446580,,,,\n");
        assertThat(reading.warnings()).isEmpty();
        assertThat(lasts(reading)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aDayOfAzureFunctionsThatFollowsAnotherIsRefused() throws IOException {
        var minutes =
                IntStream.rangeClosed(1, 12).mapToObj(minute -> "," + minute).collect(Collectors.joining());
        var day = "HashOwner,HashApp,HashFunction,Trigger" + minutes + "\no,a,f,http" + ",1".repeat(12) + "\n";
        assertThat(totals(day).requests()).isEqualTo(12);
        assertThat(read(day + day).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.line()).isEqualTo(3));
    }

    @Test
    void countsWithinRecordsAreCounts() throws IOException {
        var inner = "{" + AT + "\"metrics\":{\"requests\":5}}\n";
        assertThat(totals(lines(inner)).requests()).isEqualTo(10);
        var value = "{" + AT + "\"value\":7}\n";
        assertThat(totals(lines(value)).requests()).isEqualTo(14);
    }

    @Test
    void rowsThatComeLikeClockworkAreDoubted() throws IOException {
        var rows = IntStream.range(0, 12)
                .mapToObj(i -> String.format("{\"time\":\"2026-03-14T09:%02d:00Z\",\"load\":%d}%n", i, 7 * i))
                .collect(Collectors.joining());
        assertThat(((TraceReading.Accepted) read(rows)).notes()).anyMatch(note -> note.contains("60.0 s apart"));
    }

    @Test
    void recordsOfCapitalsAreNoMetrics() throws IOException {
        var line = "{\"Id\":%d,\"Timestamps\":\"x\",\"time\":\"2026-03-14T09:0%d:00Z\",\"requests\":2}\n";
        assertThat(totals(line.formatted(1, 0) + line.formatted(2, 1)).requests())
                .isEqualTo(4);
    }

    @Test
    void tracesOfQwenAreInSeconds() throws IOException {
        var line =
                "{\"chat_id\":%d,\"timestamp\":%d.5,\"input_length\":100,\"output_length\":5,\"turn\":1,\"hash_ids\":[1]}\n";
        var reading = (TraceReading.Accepted) read(line.formatted(1, 0) + line.formatted(2, 60));
        assertThat(reading.summary().totals()).isEqualTo(new TraceSummary.Totals(2, 200, 10));
        assertThat(lasts(reading)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aRowOfJMetersStatisticsStandsForItsSamples() throws IOException {
        var rows = """
            timeStamp,elapsed,label,responseCode,success,SampleCount,ErrorCount
            1773478800000,5,A,200,true,10,0
            1773478801000,5,A,200,true,1,0
            """;
        assertThat(totals(rows).requests()).isEqualTo(11);
    }

    private static String lines(String line) {
        return line.formatted(0) + line.formatted(1);
    }

    private TraceReading read(String text) throws IOException {
        return new TraceFiles(folder).read(text);
    }

    private TraceSummary.Totals totals(String text) throws IOException {
        var reading = read(text);
        assertThat(reading.errors()).isEmpty();
        return ((TraceReading.Accepted) reading).summary().totals();
    }

    private static Duration lasts(TraceReading reading) {
        var summary = ((TraceReading.Accepted) reading).summary();
        return Duration.between(summary.from(), summary.to());
    }
}
