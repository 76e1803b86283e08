package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as other programs write them in their less usual moods: read as what they are, or refused.
class ToolQuirksTest {

    private static final long START = 1_773_478_800L;

    @TempDir
    private Path folder;

    @Test
    void jmeterWithoutHeaderIsReadByItsUsualColumns() throws IOException {
        var rows = IntStream.range(0, 5)
                .mapToObj(i -> (START + i) + "000,12,Home,200,OK,Group 1-1,text,true,,1,1,5,5,http://x/,2,0,3\n")
                .collect(Collectors.joining());
        assertThat(requests(rows)).isEqualTo(5);
    }

    @Test
    void jmeterTransactionsAreNoRequests() throws IOException {
        var reading = read(
                "timeStamp,elapsed,label,responseCode,responseMessage,success\n" + START + "000,5,A,200,OK,true\n"
                        + START + "100,5,B,200,OK,true\n" + START
                        + "000,9,Buy,200,\"Number of samples in transaction : 2, number of failing samples : 0\",true\n");
        assertThat(reading.isAccepted()).isTrue();
        assertThat(requests(reading)).isEqualTo(2);
        assertThat(reading.inferred()).extracting(Inference::subject).contains("transactions");
    }

    @Test
    void addressesInBracketsAreOneField() throws IOException {
        var line = "http 2026-03-14T09:00:00.186641Z app/lb/50dc [2001:db8::1]:46532 [2001:db8::2]:80 0.000 0.001 0.000"
                + " 200 200 34 366 \"GET http://x:80/ HTTP/1.1\" \"curl [a] \\\"b\\\"\" - - arn \"Root=1\" \"-\" \"-\" 0"
                + " 2026-03-14T09:00:00.186000Z \"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\"\n";
        assertThat(requests(line + line)).isEqualTo(2);
    }

    @Test
    void stampsOfWebServersMayHaveFractions() throws IOException {
        assertThat(requests("h - - [14/Mar/2026:09:00:00.123 +0000] \"GET / HTTP/1.1\" 200 5\n"))
                .isOne();
    }

    @Test
    void gatlingMayBeginWithAssertions() throws IOException {
        assertThat(requests("ASSERTION\tAAECAwQ=\nRUN\tx.Basic\tbasic\t" + START + "000\t \t3.10.3\n"
                        + "REQUEST\t\treq\t" + START + "000\t" + START + "009\tOK\t \n"))
                .isOne();
    }

    @Test
    void seriesThatDifferInOneLabelAreAddedUp() throws IOException {
        assertThat(requests(prometheus(series("\"code\":\"200\"", 3, 4), series("\"code\":\"500\"", 1, 4))))
                .isEqualTo(12);
    }

    @Test
    void bucketsOfAHistogramAreCountedOnce() throws IOException {
        var name = "\"__name__\":\"size_kb_bucket\",\"le\":";
        assertThat(requests(prometheus(
                        series(name + "\"1\"", 0, 5, 9),
                        series(name + "\"10\"", 0, 7, 12),
                        series(name + "\"+Inf\"", 0, 8, 20))))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "go_goroutines", "node_load1", "http_requests_in_flight"})
    void gaugesAreNoRequestsUnlessSaidSo(String name) throws IOException {
        var text = prometheus(series("\"__name__\":\"" + name + "\",\"job\":\"x\"", 3, 4));
        assertThat(codes(read(text))).contains(TraceProblem.MISSING_COLUMN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ConcurrentExecutions",
                "ApproximateAgeOfOldestMessage",
                "ActiveConnectionCount",
                "CPUUtilization"
            })
    void metricsThatCountNothingAreNoRequests(String label) throws IOException {
        var data = "{\"MetricDataResults\":[{\"Id\":\"m1\",\"Label\":\"" + label
                + "\",\"Timestamps\":[\"2026-03-14T09:00:00Z\",\"2026-03-14T09:01:00Z\"],\"Values\":[3,4],"
                + "\"StatusCode\":\"Complete\"}]}";
        assertThat(codes(read(data))).contains(TraceProblem.MISSING_COLUMN);
        assertThat(codes(read(statistics(label, "3.0")))).contains(TraceProblem.MISSING_COLUMN);
    }

    @Test
    void pagesInAListAreOneAnswer() throws IOException {
        var page = "{\"MetricDataResults\":[{\"Id\":\"m1\",\"Label\":\"RequestCount\",\"Timestamps\":"
                + "[\"2026-03-14T09:0%d:00Z\"],\"Values\":[%d],\"StatusCode\":\"%s\"}]}";
        var pages = "[" + page.formatted(0, 3, "PartialData") + "," + page.formatted(1, 4, "Complete") + "]";
        assertThat(requests(pages)).isEqualTo(7);
        assertThat(read(page.formatted(0, 3, "InternalError")).warnings())
                .extracting(TraceIssue::code)
                .contains(TraceProblem.GAP);
    }

    @Test
    void aSumThatIsNullIsAGap() throws IOException {
        var reading = read(statistics("RequestCount", "null"));
        assertThat(requests(reading)).isEqualTo(9);
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.GAP);
    }

    @Test
    void consoleCsvMayLeaveTheFirstNameEmpty() throws IOException {
        assertThat(requests(",RequestCount\n2026/03/14 09:00:00,3\n2026/03/14 09:01:00,4\n"))
                .isEqualTo(7);
    }

    @Test
    void totalsThatOnlyGrowAreACounter() throws IOException {
        assertThat(requests(growing("total_requests"))).isEqualTo(110);
        assertThat(requests(growing("requests"))).isEqualTo(12 * 100 + 10 * 66);
        assertThat(((TraceReading.Accepted) read(growing("requests"))).notes())
                .anyMatch(note -> note.contains("only grows"));
    }

    @Test
    void fieldsThatAppearLateAreTold() throws IOException {
        var plain = "{\"ts\":\"2026-03-14T09:00:00Z\",\"msg\":\"x\"}\n";
        var reading = read(plain.repeat(50) + "{\"ts\":\"2026-03-14T09:00:01Z\",\"usage\":{\"prompt_tokens\":7}}\n");
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.UNKNOWN_COLUMN);
    }

    @Test
    void millisecondsWithFractionsAreDoubted() throws IOException {
        var reading = read("""
                {"timestamp": 0.5, "input_length": 1, "output_length": 2, "hash_ids": []}
                {"timestamp": 1.25, "input_length": 1, "output_length": 2, "hash_ids": []}
                """);
        assertThat(reading.warnings()).extracting(TraceIssue::code).contains(TraceProblem.EPOCH_UNIT_INFERRED);
    }

    @Test
    void stampsOfTheEndAreTakenAsTheyAreWhereTheUserSaysSo() throws IOException {
        var text = "app,func,end_timestamp,duration\na,b,10.0,4.0\na,b,20.0,4.0\n";
        var stamped = ReadOptions.DEFAULT.withChoices(ImportChoices.NONE.with(Choice.ARRIVALS, "stamped"));
        assertThat(((TraceReading.Accepted) read(text)).summary().from()).isEqualTo("1970-01-01T00:00:06Z");
        assertThat(((TraceReading.Accepted) new TraceFiles(folder).read(text, stamped)).summary().from())
                .isEqualTo("1970-01-01T00:00:10Z");
    }

    /// Two days of one bin an hour, a day missing between them: all load is at noon.
    @Test
    void timeThatWasLeftOutMovesNoHours() throws IOException {
        var rows = IntStream.range(0, 77)
                .filter(hour -> hour < 20 || hour >= 49)
                .mapToObj(hour -> String.format(
                        "2026-03-%02dT%02d:00:00Z,%d%n", 2 + hour / 24, hour % 24, hour % 24 == 12 ? 60 : 0))
                .collect(Collectors.joining());
        var hours = ((TraceReading.Accepted) read("timestamp,requests\n" + rows)).figures().hoursOfDay();
        assertThat(hours.get(12)).isEqualTo(1);
    }

    private static String growing(String name) {
        return IntStream.rangeClosed(0, 11)
                .mapToObj(
                        i -> String.format("{\"time\":\"2026-03-14T09:%02d:00Z\",\"%s\":%d}%n", i, name, 100 + 10 * i))
                .collect(Collectors.joining());
    }

    private static String statistics(String label, String second) {
        return "{\"Label\":\"" + label + "\",\"Datapoints\":[{\"Timestamp\":\"2026-03-14T09:00:00Z\",\"Sum\":4.0},"
                + "{\"Timestamp\":\"2026-03-14T09:02:00Z\",\"Sum\":5.0},{\"Timestamp\":\"2026-03-14T09:01:00Z\",\"Sum\":"
                + second + "}]}";
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

    private static List<TraceProblem> codes(TraceReading reading) {
        return reading.errors().stream().map(TraceIssue::code).toList();
    }
}
