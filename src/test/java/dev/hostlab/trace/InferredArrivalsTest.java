package dev.hostlab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.workload.BinnedArrivals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traces that tell how deep a queue was and not what came.
class InferredArrivalsTest {

    private static final String DEPTHS = """
            timestamp,queue_depth
            2026-03-02T00:00:00Z,0
            2026-03-02T00:01:00Z,500
            2026-03-02T00:02:00Z,800
            2026-03-02T00:03:00Z,200
            2026-03-02T00:04:00Z,0
            2026-03-02T00:05:00Z,0
            """;

    @TempDir
    private Path folder;

    private TraceReading read(String text, ImportChoices choices) throws IOException {
        return new TraceFiles(folder).read(text, ReadOptions.DEFAULT.withChoices(choices));
    }

    private static ImportChoices inferring() {
        return ImportChoices.NONE.with(Choice.ARRIVALS, "inferred");
    }

    private static BinnedArrivals bins(TraceReading reading) {
        return (BinnedArrivals) ((TraceReading.Accepted) reading).workload().arrivals();
    }

    private static List<Double> requests(BinnedArrivals bins) {
        return java.util.stream.IntStream.range(0, bins.bins())
                .mapToObj(bins::requests)
                .toList();
    }

    @Test
    void withoutAWordSuchATraceIsRefused() throws IOException {
        var reading = read(DEPTHS, ImportChoices.NONE);
        assertThat(reading.isAccepted()).isFalse();
        assertThat(reading.errors()).hasSize(1).first().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(TraceProblem.MISSING_COLUMN);
            assertThat(issue.field()).isEqualTo("requests");
            assertThat(issue.problem()).contains("--infer-arrivals");
        });
    }

    /// Growth of the queue and 1,450 completed while it stands; minutes that end empty count what the depth shows.
    @Test
    void arrivalsAreGrowthAndWhatWasCompleted() throws IOException {
        var reading = read(DEPTHS, inferring().with(Choice.COMPLETED, "1450"));
        assertThat(requests(bins(reading))).containsExactly(1_950.0, 1_750.0, 850.0, 0.0, 0.0, 0.0);
        assertThat(bins(reading).queueDepth(2)).isEqualTo(800);
        var notes = ((TraceReading.Accepted) reading).notes().toString();
        assertThat(notes)
                .contains("inferred from queue depths", "1,450 messages", "as you said", "In 3 bins", "lower bound");
    }

    @Test
    void aRateOfRoundThousandsIsToldWithItsZeros() throws IOException {
        var reading = (TraceReading.Accepted) read(DEPTHS, inferring().with(Choice.COMPLETED, "120000"));
        assertThat(reading.notes().toString()).contains("120,000 messages completed a minute");
        assertThat(reading.inferred().toString()).contains("120,000 while a queue stands: as you said");
    }

    @Test
    void withoutARateTheSteepestFallIsTaken() throws IOException {
        var reading = read(DEPTHS, inferring());
        assertThat(requests(bins(reading))).containsExactly(1_100.0, 900.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(((TraceReading.Accepted) reading).inferred().toString()).contains("600 while a queue stands");
    }

    @Test
    void mappedFilesAreTakenAlike() throws IOException {
        var text = DEPTHS.replace("queue_depth", "Visible messages");
        var columns = Map.of(
                TraceColumn.TIMESTAMP, List.of("timestamp"), TraceColumn.QUEUE_DEPTH, List.of("Visible messages"));
        assertThat(read(text, ImportChoices.NONE.withColumns(columns)).errors())
                .anyMatch(issue -> issue.problem().contains("--infer-arrivals"));
        assertThat(requests(bins(read(text, inferring().withColumns(columns)))).getFirst())
                .isEqualTo(1_100);
    }

    @Test
    void rateThatIsNoneIsRefused() {
        assertThat(inferring().with(Choice.COMPLETED, "-3").issues())
                .extracting(issue -> issue.path())
                .containsExactly("--completed-per-minute");
    }

    @Test
    void traceThatTellsItsRequestsKeepsThem() throws IOException {
        var text = DEPTHS.replaceAll("(?m)(Z,\\d+)$", "$1,7").replace("queue_depth", "queue_depth,requests");
        assertThat(requests(bins(read(text, inferring())))).containsOnly(7.0);
    }
}
