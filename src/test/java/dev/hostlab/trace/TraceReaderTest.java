package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.RequestArrivals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are read as they are meant, without a word.
class TraceReaderTest {

    @TempDir
    private Path folder;

    private TraceReading.Accepted clean(String text) throws IOException {
        var reading = new TraceFiles(folder).read(text);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        return (TraceReading.Accepted) reading;
    }

    @Test
    void binsKeepTheirNumbers() throws IOException {
        var reading = clean("""
                Queue_Depth,OUTPUT_TOKENS, Requests ,input_tokens,timestamp
                4,20,1e1,100.5,2026-03-01T00:00:00Z
                0,0,000,0,2026-03-01T00:00:10Z
                """);
        var bins = (BinnedArrivals) reading.workload().arrivals();
        assertThat(bins.bins()).isEqualTo(2);
        assertThat(bins.widthNanos(1)).isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(bins.requests(0)).isEqualTo(10);
        assertThat(bins.inputTokens(0)).isEqualTo(100.5);
        assertThat(bins.outputTokens(0)).isEqualTo(20);
        assertThat(bins.queueDepth(0)).isEqualTo(4);
        assertThat(reading.summary().binSeconds()).isEqualTo(10);
        assertThat(reading.workload().to()).isEqualTo("2026-03-01T00:00:20Z");
    }

    @Test
    void requestsKeepTheirTimes() throws IOException {
        var reading = clean("""
                timestamp,input_tokens,output_tokens,tenant
                2026-03-01T00:00:00.5Z,100,10,a
                2026-03-01T00:00:00.5Z,100,10,a
                2026-03-01T00:00:02.5000001Z,7,1,b
                """);
        var requests = (RequestArrivals) reading.workload().arrivals();
        assertThat(requests.count()).isEqualTo(3);
        assertThat(requests.atNanos(2)).isEqualTo(2_000_000_100L);
        assertThat(requests.inputTokens(2)).isEqualTo(7);
        assertThat(requests.horizonNanos()).isEqualTo(3_000_000_150L);
        assertThat(reading.summary().format()).isEqualTo(TraceFormat.PER_REQUEST);
        assertThat(reading.summary().tenants()).isEqualTo(2);
    }

    @Test
    void unsortedRequestsKeepTheirTokens() throws IOException {
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read("""
                        timestamp,input_tokens
                        2026-03-01T00:00:02Z,2
                        2026-03-01T00:00:00Z,0
                        2026-03-01T00:00:01Z,1
                        """);
        var requests = (RequestArrivals) reading.workload().arrivals();
        for (var i = 0; i < 3; i++) {
            assertThat(requests.atNanos(i)).isEqualTo(i * 1_000_000_000L);
            assertThat(requests.inputTokens(i)).isEqualTo(i);
        }
    }

    @Test
    void tenantsAndWorkloadsOfOneTimeAreSummed() throws IOException {
        var reading = clean("""
                timestamp,requests,workload,tenant
                2026-03-01T00:00:00Z,1,chat,a
                2026-03-01T00:00:00Z,2,chat,b
                2026-03-01T00:00:00Z,2,code,b
                2026-03-01T00:01:00Z,4,chat,a
                """);
        var bins = (BinnedArrivals) reading.workload().arrivals();
        assertThat(bins.bins()).isEqualTo(2);
        assertThat(bins.requests(0)).isEqualTo(5);
        assertThat(reading.summary().workloads()).containsExactly("chat", "code");
        assertThat(reading.summary().tenants()).isEqualTo(2);
        assertThat(reading.summary().rows()).isEqualTo(4);
    }

    @Test
    void totalTokensAreSplitAndThatIsNoted() throws IOException {
        var reading = clean("timestamp,requests,tokens_per_min\n2026-03-01T00:00Z,1,1000\n2026-03-01T00:01Z,1,0\n");
        assertThat(reading.summary().totals().inputTokens()).isEqualTo(845);
        assertThat(reading.summary().totals().outputTokens()).isEqualTo(155);
        assertThat(reading.notes()).singleElement().asString().contains("84.5 %");
    }

    @Test
    void gapsAreLeftOutOrFilled() throws IOException {
        var text = """
                timestamp,requests
                2026-03-01T00:00:00Z,1
                2026-03-01T00:01:00Z,1
                2026-03-01T00:05:00Z,1
                """;
        var left = (TraceReading.Accepted) new TraceFiles(folder).read(text);
        assertThat(left.summary().gaps()).isEqualTo(3);
        assertThat(left.workload().arrivals().horizonNanos())
                .isEqualTo(Duration.ofMinutes(3).toNanos());
        var options = ReadOptions.DEFAULT.withGaps(GapPolicy.ZERO);
        var filled = (TraceReading.Accepted) new TraceFiles(folder).read(text, options);
        assertThat(filled.workload().arrivals().horizonNanos())
                .isEqualTo(Duration.ofMinutes(6).toNanos());
        assertThat(filled.summary().to())
                .isEqualTo(filled.workload().to())
                .isEqualTo(left.summary().to());
    }

    @Test
    void irregularBinsLastUntilTheNext() throws IOException {
        var reading = (TraceReading.Accepted) new TraceFiles(folder).read("""
                        timestamp,requests
                        2026-03-01T00:00:00Z,1
                        2026-03-01T00:00:20Z,1
                        2026-03-01T00:01:15Z,1
                        2026-03-01T00:02:00Z,1
                        """);
        var bins = (BinnedArrivals) reading.workload().arrivals();
        assertThat(List.of(bins.widthNanos(0), bins.widthNanos(1), bins.widthNanos(2), bins.widthNanos(3)))
                .containsExactly(20_000_000_000L, 55_000_000_000L, 45_000_000_000L, 45_000_000_000L);
    }

    @Test
    void offsetsTellRepeatedHoursApart() throws IOException {
        var reading = clean("""
                timestamp,requests
                2026-10-25T02:30:00+02:00,1
                2026-10-25T02:30:00+01:00,2
                """);
        assertThat(reading.summary().binSeconds()).isEqualTo(3_600);
    }

    @Test
    void namedZoneIsTakenWithoutAWord() throws IOException {
        var options = ReadOptions.DEFAULT.withZone(ZoneId.of("Europe/Paris"));
        var reading = (TraceReading.Accepted)
                new TraceFiles(folder).read("timestamp,requests\n2026-07-01 12:00,1\n2026-07-01 12:01,1\n", options);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.summary().from()).isEqualTo("2026-07-01T10:00:00Z");
        var skipped = new TraceFiles(folder).read("timestamp,requests\n2026-03-29 02:30,1\n", options);
        assertThat(skipped.errors()).extracting(TraceIssue::code).containsExactly(TraceProblem.NOT_A_TIMESTAMP);
    }

    @Test
    void textIsKeptToTheLetter() throws IOException {
        var reading = clean("timestamp,requests,workload\r\n"
                + "2026-03-01T00:00:00Z,1,=2+5+cmd|' /C calc'!A0\r\n"
                + "2026-03-01T00:01:00Z,1,\"two\nlines, \"\"quoted\"\"\"\r\n"
                + "2026-03-01T00:02:00Z,1,\r@SUM(A1)\n"
                + "2026-03-01T00:03:00Z,1,../../etc/passwd\n\n");
        assertThat(reading.summary().workloads())
                .containsExactly("=2+5+cmd|' /C calc'!A0", "two\nlines, \"quoted\"", "\r@SUM(A1)", "../../etc/passwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE"})
    void localesChangeNothing(String locale) throws IOException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            var reading = clean("TIMESTAMP,REQUESTS,INPUT_TOKENS\n2026-03-01T00:00:00Z,1.5,2\n2026-03-01T00:01Z,2,3\n");
            assertThat(reading.summary().totals()).isEqualTo(new TraceSummary.Totals(3.5, 5, 0));
            assertThat(new TraceFiles(folder)
                            .read("T\u0130MESTAMP,requests\n2026-03-01T00:00Z,1\n")
                            .errors())
                    .extracting(TraceIssue::code)
                    .containsExactly(TraceProblem.MISSING_COLUMN);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void halfAMillionRowsAreReadInSeconds() throws IOException {
        var csv = new StringBuilder("timestamp,requests,input_tokens,output_tokens\n");
        for (var row = 0; row < 500_000; row++) {
            csv.append(Instant.ofEpochSecond(1_700_000_000L + 10L * row)).append(",12,3456,789\n");
        }
        var started = System.nanoTime();
        var reading = clean(csv.toString());
        assertThat(reading.summary().rows()).isEqualTo(500_000);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
    }
}
