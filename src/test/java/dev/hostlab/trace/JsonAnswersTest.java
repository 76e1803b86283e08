package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What answers of APIs hold besides plain numbers: pages, buckets without use, series that count nothing.
class JsonAnswersTest {

    private static final String TIMES = "[\"2026-03-01T00:01:00Z\", \"2026-03-01T00:00:00Z\"]";

    @TempDir
    private Path folder;

    @Test
    void aBucketWithoutResultsIsKnownToHaveNoUse() throws IOException {
        var summary = summary("""
                {"object": "page", "data": [
                {"start_time": 1730419200, "end_time": 1730505600, "results":
                 [{"input_tokens": 1000, "output_tokens": 500, "num_model_requests": 5}]},
                {"start_time": 1730505600, "end_time": 1730592000, "results": []}], "has_more": false}
                """);
        assertThat(summary.totals()).isEqualTo(new TraceSummary.Totals(5, 1_000, 500));
        assertThat(summary.shape().gaps()).isZero();
        assertThat(summary.to()).isEqualTo(Instant.parse("2024-11-03T00:00:00Z"));
    }

    @Test
    void theWidthOfOneBucketIsItsOwn() throws IOException {
        var summary = summary("""
                {"data": [{"start_time": 1730419200, "end_time": 1730505600, "results":
                 [{"input_tokens": 1, "output_tokens": 1, "num_model_requests": 1}]}]}
                """);
        assertThat(summary.binSeconds()).isEqualTo(86_400);
    }

    @Test
    void aMissingPageIsTold() throws IOException {
        assertThat(read("""
                {"data": [{"start_time": 1730419200, "end_time": 1730505600, "results":
                 [{"input_tokens": 1, "output_tokens": 1, "num_model_requests": 1}]}],
                "has_more": true, "next_page": "page_x"}
                """).warnings()).anyMatch(issue -> issue.code() == TraceProblem.GAP && issue.line() == 3);
    }

    @Test
    void costsAreNotUsage() throws IOException {
        assertThat(read("""
                {"data": [{"start_time": 1730419200, "end_time": 1730505600, "results":
                 [{"object": "organization.costs.result", "amount": {"value": 0.06, "currency": "usd"}}]}]}
                """).errors()).extracting(TraceIssue::code).containsExactly(TraceProblem.MISSING_COLUMN);
    }

    @Test
    void anthropicInputIsWhatWasReadWrittenAndNotCached() throws IOException {
        var summary = summary("""
                {"data": [{"starting_at": "2025-08-01T00:00:00Z", "ending_at": "2025-08-02T00:00:00Z", "results": [
                {"uncached_input_tokens": 1500, "cache_creation": {"ephemeral_1h_input_tokens": 1000,
                 "ephemeral_5m_input_tokens": 500}, "cache_read_input_tokens": 200, "output_tokens": 500}]}]}
                """);
        assertThat(summary.totals()).isEqualTo(new TraceSummary.Totals(0, 3_200, 500));
        assertThat(summary.binSeconds()).isEqualTo(86_400);
    }

    @Test
    void pagesThatFollowEachOtherAreReadAsOne() throws IOException {
        var page = "{\"MetricDataResults\": [{\"Id\": \"m1\", \"Label\": \"RequestCount\", \"Timestamps\": " + TIMES
                + ", \"Values\": [2, 1]}], \"NextToken\": \"x\"}\n";
        var last = "{\"MetricDataResults\": [{\"Id\": \"m1\", \"Label\": \"RequestCount\", \"Timestamps\": "
                + "[\"2026-03-01T00:02:00Z\"], \"Values\": [7]}]}";
        var reading = read(page + last);
        assertThat(((TraceReading.Accepted) reading).summary().totals().requests())
                .isEqualTo(10);
        assertThat(reading.warnings()).extracting(TraceIssue::code).doesNotContain(TraceProblem.GAP);
    }

    @Test
    void pagesThatOverlapAreNotCountedTwice() throws IOException {
        var page = metric("RequestCount", "[2, 1]");
        assertThat(summary(page + page).totals().requests()).isEqualTo(3);
    }

    @Test
    void aUtilisationIsNoLoadUnlessTheUserSaysSo() throws IOException {
        var text = metric("CPUUtilization", "[50, 60]");
        assertThat(read(text).errors()).extracting(TraceIssue::code).containsExactly(TraceProblem.MISSING_COLUMN);
        var choices = ImportChoices.NONE.withColumns(Map.of(TraceColumn.REQUESTS, List.of("CPUUtilization")));
        var said = new TraceFiles(folder).read(text, ReadOptions.DEFAULT.withChoices(choices));
        assertThat(((TraceReading.Accepted) said).summary().totals().requests()).isEqualTo(110);
    }

    @Test
    void aCounterIsReadAsOneThoughItWasReset() throws IOException {
        var values = "[1772323200,\"100\"],[1772323260,\"110\"],[1772323320,\"3\"],[1772323380,\"5\"]";
        assertThat(summary("{\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":"
                                + "\"http_requests_total\"},\"values\":[" + values + "]}]}}")
                        .totals()
                        .requests())
                .isEqualTo(10 + 3 + 2);
    }

    @Test
    void aHoleDoesNotStretchTheBinBeforeIt() throws IOException {
        var summary =
                summary("\"Time\",\"requests\"\n2026-03-01 00:00:00,5\n2026-03-01 00:01:00,\n2026-03-01 00:02:00,7\n");
        assertThat(summary.binSeconds()).isEqualTo(60);
        assertThat(summary.shape().gaps()).isEqualTo(1);
    }

    @Test
    void fieldsThatTheFirstLineLacksAreSeen() throws IOException {
        var summary = summary("""
                {"timestamp": "2026-03-01T00:00:00Z", "error": "x"}
                {"timestamp": "2026-03-01T00:00:01Z", "usage": {"prompt_tokens": 5, "completion_tokens": 6}}
                """);
        assertThat(summary.totals()).isEqualTo(new TraceSummary.Totals(2, 5, 6));
    }

    @Test
    void anyListOfRecordsIsReadWhereTheUserSaysSo() throws IOException {
        var text = "{\"rows\": [{\"when\": \"2026-03-01T00:00:00Z\", \"n\": 5}], \"a\": [{\"when\": \"x\"}]}";
        assertThat(read(text).errors()).extracting(TraceIssue::code).containsExactly(TraceProblem.NOT_CSV);
        var choices = ImportChoices.NONE.withColumns(
                Map.of(TraceColumn.TIMESTAMP, List.of("when"), TraceColumn.REQUESTS, List.of("n")));
        var said = new TraceFiles(folder).read(text, ReadOptions.DEFAULT.withChoices(choices));
        assertThat(((TraceReading.Accepted) said).summary().totals().requests()).isEqualTo(5);
    }

    @Test
    void jsonThatEndsWithinAWordIsTruncated() throws IOException {
        assertThat(read("{\"Datapoints\": [{\"Timestamp\": \"2026-03").errors())
                .extracting(TraceIssue::code)
                .containsExactly(TraceProblem.TRUNCATED);
    }

    @Test
    void jobsAreDatedByTheStartInTheComments() throws IOException {
        var job = "1 30 -1 10 1 -1 -1 1 100 -1 1 1 1 1 1 -1 -1 -1\n";
        assertThat(summary("; Version: 2.2\n; UnixStartTime: 1024099200\n" + job + job.replace(" 30 ", " 90 "))
                        .from())
                .isEqualTo(Instant.ofEpochSecond(1_024_099_230));
    }

    private static String metric(String label, String values) {
        return "{\"MetricDataResults\": [{\"Id\": \"m1\", \"Label\": \"" + label + "\", \"Timestamps\": " + TIMES
                + ", \"Values\": " + values + "}]}\n";
    }

    private TraceReading read(String text) throws IOException {
        return new TraceFiles(folder).read(text);
    }

    private TraceSummary summary(String text) throws IOException {
        var reading = read(text);
        assertThat(reading.errors()).isEmpty();
        return ((TraceReading.Accepted) reading).summary();
    }
}
