package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Readings of counters: told from counts, reset one by one, read twice at one time.
class CountersTest {

    private static final long START = 1_773_478_800L;

    private static final String LOCUST = "Timestamp,User Count,Type,Name,Requests/s,Failures/s,Total Request Count\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"generate_requests_total", "nginx_ingress_controller_requests", "rate_limited_requests_total"})
    void metricsAsScrapedAreCounters(String name) throws IOException {
        assertThat(requests(prometheus(series("\"__name__\":\"" + name + "\"", 100, 160, 220, 250))))
                .isEqualTo(150);
    }

    /// A few spikes in much silence fall as often as they rise.
    @ParameterizedTest
    @ValueSource(strings = {"requests", "job:requests:increase1m", "elb_request_count_sum"})
    void sparseCountsAreNoCounters(String name) throws IOException {
        assertThat(requests(prometheus(series("\"__name__\":\"" + name + "\"", 0, 0, 0, 9, 0, 0, 0, 0, 7, 0, 0, 0, 0))))
                .isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbitmq_queue_messages", "vllm:num_requests_waiting", "requests_backlog"})
    void whatWaitsIsNoRequestThatArrives(String name) throws IOException {
        assertThat(read(prometheus(series("\"__name__\":\"" + name + "\"", 3, 2, 4)))
                        .errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.MISSING_COLUMN);
    }

    @Test
    void answersWithoutANameSayWhatTheyLeaveOpen() throws IOException {
        var reading = (TraceReading.Accepted) read(prometheus(series("", 3, 2, 4)));
        assertThat(reading.summary().totals().requests()).isEqualTo(9);
        assertThat(reading.notes()).anyMatch(note -> note.contains("--values rate"));
    }

    @Test
    void tokensBesideRequestsAreTokens() throws IOException {
        var reading = (TraceReading.Accepted) read(prometheus(
                series("\"__name__\":\"vllm:prompt_tokens_total\",\"model_name\":\"m\"", 0, 1000, 3000),
                series("\"__name__\":\"vllm:generation_tokens_total\",\"model_name\":\"m\"", 0, 100, 300),
                series("\"__name__\":\"vllm:request_success_total\",\"finished_reason\":\"stop\"", 0, 2, 5),
                series("\"__name__\":\"vllm:request_success_total\",\"finished_reason\":\"length\"", 0, 0, 1)));
        assertThat(reading.summary().totals()).isEqualTo(new TraceSummary.Totals(6, 3000, 300));
    }

    @Test
    void labelsTellTheKindOfTokens() throws IOException {
        var reading = (TraceReading.Accepted) read(prometheus(
                series("\"__name__\":\"gen_ai_client_token_usage_sum\",\"gen_ai_token_type\":\"input\"", 0, 900, 2000),
                series("\"__name__\":\"gen_ai_client_token_usage_sum\",\"gen_ai_token_type\":\"output\"", 0, 90, 200),
                series("\"__name__\":\"gen_ai_client_operation_duration_seconds_count\"", 0, 4, 8)));
        assertThat(reading.summary().totals()).isEqualTo(new TraceSummary.Totals(8, 2000, 200));
    }

    @Test
    void tokensAloneAreNoRequests() throws IOException {
        assertThat(read(prometheus(series("\"__name__\":\"vllm:prompt_tokens_total\"", 0, 1000, 3000)))
                        .errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.MISSING_COLUMN);
    }

    @Test
    void scrapedCountersInGrafanaAreCounters() throws IOException {
        assertThat(requests("\"Time\",\"http_requests_total\"\n" + minutes("100", "160", "220", "20", "80")))
                .isEqualTo(60 + 60 + 20 + 60);
    }

    /// The sum of both only falls once, and by how much tells nothing.
    @Test
    void countersSideBySideAreResetOneByOne() throws IOException {
        var rows = minutes("1000,5000", "1010,5100", "10,5200", "30,5300");
        var labels =
                "\"{__name__=\"\"x_total\"\", instance=\"\"a\"\"}\",\"{__name__=\"\"x_total\"\", instance=\"\"b\"\"}\"";
        assertThat(requests("\"Time\"," + labels + "\n" + rows)).isEqualTo(10 + 10 + 20 + 300);
        var choices = ImportChoices.NONE
                .with(Choice.VALUES, "cumulative")
                .withColumns(Map.of(TraceColumn.TIMESTAMP, List.of("at"), TraceColumn.REQUESTS, List.of("a", "b")));
        var reading = new TraceFiles(folder).read("at,a,b\n" + rows, ReadOptions.DEFAULT.withChoices(choices));
        assertThat(requests(reading)).isEqualTo(10 + 10 + 20 + 300);
    }

    @Test
    void aCounterReadTwiceAtOneTimeIsNoMistake() throws IOException {
        var reading = read(LOCUST + locust(0, 0) + locust(1, 5) + locust(2, 12) + locust(2, 14) + locust(3, 20));
        assertThat(requests(reading)).isEqualTo(20);
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.DUPLICATE_DROPPED);
    }

    @Test
    void pagesOfACounterMayOverlap() throws IOException {
        var labels = "\"__name__\":\"http_requests_total\"";
        var first = prometheus(series(labels, 0, 10, 20, 20));
        var both = prometheus(series(labels, 0, 10, 20, 20, 60));
        assertThat(requests(first + "\n" + both)).isEqualTo(60);
    }

    @Test
    void twoCountersInOneFileAreRefused() throws IOException {
        var both = IntStream.range(0, 5)
                .mapToObj(i -> locust(i, 10L * i) + locust(i, 5_000 + 20L * i))
                .collect(Collectors.joining());
        assertThat(read(LOCUST + both).errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.DUPLICATE_TIMESTAMP);
    }

    private static String minutes(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> "2026-03-14 09:0" + i + ":00," + values[i] + "\n")
                .collect(Collectors.joining());
    }

    private static String locust(int second, long total) {
        return (START + second) + ",5,,Aggregated,1.0,0.0," + total + "\n";
    }

    private static String series(String labels, int... values) {
        var points = IntStream.range(0, values.length)
                .mapToObj(i -> "[" + (START + 60L * i) + ",\"" + values[i] + "\"]")
                .collect(Collectors.joining(","));
        return "{\"metric\":{" + labels + "},\"values\":[" + points + "]}";
    }

    private static String prometheus(String... series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", series)
                + "]}}";
    }

    private TraceReading read(String text) throws IOException {
        return new TraceFiles(folder).read(text);
    }

    private double requests(String text) throws IOException {
        return requests(read(text));
    }

    private static double requests(TraceReading reading) {
        assertThat(reading.errors()).isEmpty();
        return ((TraceReading.Accepted) reading).summary().totals().requests();
    }
}
