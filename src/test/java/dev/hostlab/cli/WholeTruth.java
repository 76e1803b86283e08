package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Compares the engine with every known answer at full length: `mvn test -Dtest=WholeTruth`, some ten minutes.
///
/// Twenty replications of a million requests each, five million where one, two or a hundred servers are loaded to
/// 95 %, after a warm-up of 50,000; two thousand replications of each schedule. Prints what it finds as it goes.
class WholeTruth {

    private static final int REPLICATIONS = 20;
    private static final int SCHEDULE_REPLICATIONS = 2_000;
    private static final double WIDEST = 0.03;

    /// A half-width of 3 % takes a ninth of the requests that one of 1 % takes; it is asked for where 10⁷ allow it.
    private static final double MOST_REQUESTS_FOR_1_PERCENT = 9e7;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyQueueAtFullLength() {
        var checks = new Checks(REPLICATIONS);
        var tooWide = new ArrayList<String>();
        for (var truth : Truth.queues()) {
            var long95 = truth.id().matches("M[MD]1-95|MM100-95|JSQ2-95");
            var ran = truth.run("--replications", "20", "--requests", long95 ? "5000000" : "1000000");
            assertThat(ran.code()).as(truth.id() + ran.err()).isZero();
            checks.row(truth, ran.json());
            var width = relativeWidth(ran.json());
            show(truth.id(), ran.json(), width);
            if (truth.requestsFor1Pct() < MOST_REQUESTS_FOR_1_PERCENT && width > WIDEST) {
                tooWide.add(truth.id());
            }
        }
        assertAgree(checks);
        assertThat(tooWide).as("half-width of the mean wait above 3 %").isEmpty();
    }

    @Test
    void everyScheduleWithManyReplications() throws IOException {
        var checks = new Checks(SCHEDULE_REPLICATIONS);
        new Schedules(folder).everyTimeDependentQueue(SCHEDULE_REPLICATIONS, checks);
        assertAgree(checks);
    }

    private void assertAgree(Checks checks) {
        out.println(checks);
        checks.disagreements().forEach(out::println);
        assertThat(checks.disagreements()).isEqualTo(List.of());
        assertThat(checks.missedShare()).as(checks.toString()).isBetween(0.01, 0.12);
    }

    private static double relativeWidth(JsonNode json) {
        var wait = json.get("Wq");
        var mean = wait.get("mean").asDouble();
        return mean == 0 ? 0 : wait.get("halfWidth95").asDouble() / mean;
    }

    private void show(String id, JsonNode json, double width) {
        out.printf(
                Locale.ROOT,
                "%-16s mean wait %.6g s ± %.2f %%, %.1f million requests/s a core%n",
                id,
                json.get("Wq").get("mean").asDouble(),
                100 * width,
                json.get("requestsPerSecond").asDouble() / 1e6);
    }
}
