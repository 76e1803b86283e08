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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the names of columns and series say about their numbers: rates, totals, tokens, failures.
class SeriesMeaningTest {

    private static final long START = 1_773_478_800L;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QPS",
                "req/sec",
                "rps",
                "Hits/s",
                "Requests per second",
                "requests (req/s)",
                "reqps",
                "sum(irate(http_requests_total[1m]))",
                "request rate"
            })
    void ratesOfASecondAreTimesTheStep(String name) throws IOException {
        assertThat(requests(grafana(60, name, 1, 2, 3))).isEqualTo(360);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpm", "Requests/min", "requests per minute"})
    void ratesOfAMinuteAreTimesTheStep(String name) throws IOException {
        assertThat(requests(grafana(60, name, 1, 2, 3))).isEqualTo(6);
        assertThat(requests(grafana(15, name, 20, 40, 60))).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /exchange-rate", "/s", "increase(http_requests_total[1m])", "migrated", "devops"})
    void otherNamesAreNoRates(String name) throws IOException {
        assertThat(requests(grafana(60, name, 1, 2, 3))).isEqualTo(6);
    }

    @Test
    void anErrorRateIsNoReasonToTakeCountsForRates() throws IOException {
        var text =
                "\"Time\",\"2xx\",\"5xx\",\"error rate\"\n2026-03-14 09:00:00,10,1,0.09\n2026-03-14 09:01:00,10,0,0\n";
        assertThat(requests(text)).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({"rps,360", "requests_per_minute,6", "hits,6"})
    void namesOfMappedColumnsSayItToo(String name, double requests) throws IOException {
        var text = "at," + name + "\n"
                + IntStream.range(0, 3)
                        .mapToObj(i -> "2026-03-14T09:0" + i + ":00Z," + (i + 1) + "\n")
                        .collect(Collectors.joining());
        var choices = ImportChoices.NONE.withColumns(
                Map.of(TraceColumn.TIMESTAMP, List.of("at"), TraceColumn.REQUESTS, List.of(name)));
        var reading = new TraceFiles(folder).read(text, ReadOptions.DEFAULT.withChoices(choices));
        assertThat(requests(reading)).isEqualTo(requests);
        var counted = choices.with(Choice.VALUES, "count");
        assertThat(requests(new TraceFiles(folder).read(text, ReadOptions.DEFAULT.withChoices(counted))))
                .isEqualTo(6);
    }

    @Test
    void ofATotalAndItsPartsOnlyTheTotalCounts() throws IOException {
        var text = "\"Time\",\"GET\",\"POST\",\"Total\"\n2026-03-14 09:00:00,3,2,5\n2026-03-14 09:01:00,4,2,6\n";
        assertThat(requests(text)).isEqualTo(11);
        assertThat(requests(metricData("app/one", "3,2", "app/two", "4,2", "Total", "7,4")))
                .isEqualTo(11);
    }

    @Test
    void ofAQueueWhatWasSentCounts() throws IOException {
        assertThat(requests(metricData(
                        "NumberOfMessagesReceived",
                        "9,9",
                        "NumberOfMessagesSent",
                        "10,9",
                        "NumberOfMessagesDeleted",
                        "8,9")))
                .isEqualTo(19);
        assertThat(requests(metricData("NumberOfMessagesReceived", "9,9", "NumberOfEmptyReceives", "80,90")))
                .isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Errors", "Throttles", "CacheReadInputTokenCount", "RequestCountPerTarget", "CPU %", "Pods"})
    void whatCountsFailuresTokensOrSharesIsNoRequest(String name) throws IOException {
        assertThat(new TraceFiles(folder).read(metricData(name, "3,2")).errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.MISSING_COLUMN);
    }

    @Test
    void resultsOfCloudWatchMayStandAlone() throws IOException {
        var answer = metricData("RequestCount", "3,2");
        var list = answer.substring(answer.indexOf('['), answer.lastIndexOf(']') + 1);
        assertThat(requests(list)).isEqualTo(5);
        assertThat(requests(list.substring(1, list.length() - 1))).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Percent", "Bytes", "Seconds", "Count/Second"})
    void sumsOfOtherUnitsAreNoRequests(String unit) throws IOException {
        var text =
                "{\"Label\":\"Incoming\",\"Datapoints\":[{\"Timestamp\":\"2026-03-14T09:00:00Z\",\"Sum\":4.0,\"Unit\":\"%s\"},"
                        + "{\"Timestamp\":\"2026-03-14T09:01:00Z\",\"Sum\":5.0,\"Unit\":\"%s\"}]}";
        assertThat(new TraceFiles(folder).read(text.formatted(unit, unit)).errors())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.MISSING_COLUMN);
        assertThat(requests(text.formatted("Count", "Count"))).isEqualTo(9);
    }

    @Test
    void averagesOfTheConsoleCountNothing() throws IOException {
        var text = """
            Label,RequestCount,RequestCount
            Statistic,Average,Sum
            Period,60,60
            2026/03/14 09:00:00,1,30
            2026/03/14 09:01:00,1,40
            """;
        assertThat(requests(text)).isEqualTo(70);
        assertThat(new TraceFiles(folder).read(text.replace("Sum", "Maximum")).isAccepted())
                .isFalse();
    }

    private static String grafana(int step, String name, int... values) {
        return "\"Time\",\"" + name + "\"\n"
                + IntStream.range(0, values.length)
                        .mapToObj(i -> (START + (long) i * step) * 1_000 + "," + values[i] + "\n")
                        .collect(Collectors.joining());
    }

    /// @param series names and values by turns
    private static String metricData(String... series) {
        var times = "[\"2026-03-14T09:01:00Z\",\"2026-03-14T09:00:00Z\"]";
        return IntStream.range(0, series.length / 2)
                .mapToObj(i -> "{\"Id\":\"m" + i + "\",\"Label\":\"" + series[2 * i] + "\",\"Timestamps\":" + times
                        + ",\"Values\":[" + series[2 * i + 1] + "],\"StatusCode\":\"Complete\"}")
                .collect(Collectors.joining(",", "{\"MetricDataResults\":[", "]}"));
    }

    private double requests(String text) throws IOException {
        return requests(new TraceFiles(folder).read(text));
    }

    private static double requests(TraceReading reading) {
        assertThat(reading.errors()).isEmpty();
        return ((TraceReading.Accepted) reading).summary().totals().requests();
    }
}
