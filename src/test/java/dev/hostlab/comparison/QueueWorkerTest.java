package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hostlab.estimate.Estimator;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.workload.DepthReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers that pull from a queue, on a trace whose depths follow from its arrivals: each minute workers take 1,450.
///
/// The same is tried on eight hours of the Azure Functions Trace 2019 with such depths where a machine has them
/// (`-Dhostlab.shared=DIR`).
class QueueWorkerTest {

    private static final int MINUTES = 240;
    private static final int DRAIN = 1_450;
    private static final Path SHARED = Path.of(System.getProperty("hostlab.shared", "../shared"));

    @TempDir
    Path folder;

    /// 1,000 messages a minute, 2,000 in ten minutes of each hour and a little unevenness.
    private static int arrivals(int minute) {
        return (minute % 60 >= 20 && minute % 60 < 30 ? 2_000 : 1_000) + minute * 37 % 101;
    }

    /// @param start messages that wait at the start
    /// @param atEnd whether depths are those at the ends of minutes
    private Path trace(double start, boolean atEnd) throws IOException {
        var text = new StringBuilder("timestamp,requests,queue_depth\n");
        var depth = start;
        for (var minute = 0; minute < MINUTES; minute++) {
            var before = depth;
            depth = Math.max(0, depth + arrivals(minute) - DRAIN);
            text.append(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(60L * minute))
                    .append(',')
                    .append(arrivals(minute))
                    .append(',')
                    .append((long) (atEnd ? depth : before))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("queue.csv"), text);
    }

    /// One worker that takes 1,450 messages a minute, never scaled.
    private static Map<String, String> steady() {
        return settings(Map.of(
                "service.upstreamMs", Double.toString(60_000.0 / DRAIN),
                "capacity.min", "1",
                "capacity.max", "1",
                "fargate.scaling.enabled", "false",
                "arrivals", "even"));
    }

    private static Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "service.preset", "queue-worker",
                "service.concurrency", "1",
                "service.cpuMsPerRequest", "0",
                "service.upstreamCv", "0",
                "replications", "1"));
        settings.putAll(more);
        return settings;
    }

    private static Outcome fargate(Comparison comparison) {
        return comparison.outcomes().stream()
                .filter(outcome -> outcome.option() == OptionId.FARGATE)
                .findFirst()
                .orElseThrow();
    }

    private static Comparison run(Path trace, Map<String, String> settings) throws IOException {
        return new Comparer(EstimateCases.request(trace, settings)).compare(2, Watcher.NONE);
    }

    @Test
    void simulatedDepthFollowsTheTraceWithinOnePercentOfItsPeak() throws IOException {
        var queue = fargate(run(trace(0, true), steady())).queue().orElseThrow();
        var depth = queue.depth().orElseThrow();
        assertThat(depth.reading()).isEqualTo(DepthReading.BIN_END);
        assertThat(depth.peak()).isGreaterThan(5_000);
        assertThat(depth.depths()).isEqualTo(MINUTES);
        assertThat(depth.maxShare()).isLessThan(0.01);
        // Ten minutes of 600 a minute too many wait 6,000 ÷ 1,450 minutes.
        assertThat(queue.oldestSeconds().mean()).isBetween(230.0, 270.0);
    }

    @Test
    void anotherDrainIsFarOff() throws IOException {
        var settings = steady();
        settings.put("service.upstreamMs", Double.toString(60_000.0 / 1_600));
        var depth = fargate(run(trace(0, true), settings))
                .queue()
                .orElseThrow()
                .depth()
                .orElseThrow();
        assertThat(depth.maxShare()).isGreaterThan(0.1);
        assertThat(depth.meanShare()).isGreaterThan(0.01);
    }

    @Test
    void backlogOfTheTraceWaitsAtTheStart() throws IOException {
        var outcome = fargate(run(trace(3_000, false), steady()));
        var queue = outcome.queue().orElseThrow();
        assertThat(queue.startMessages()).isEqualTo(3_000);
        assertThat(queue.depth().orElseThrow().reading()).isEqualTo(DepthReading.BIN_START);
        assertThat(queue.depth().orElseThrow().maxShare()).isLessThan(0.01);
        var arrived = 0L;
        for (var minute = 0; minute < MINUTES; minute++) {
            arrived += arrivals(minute);
        }
        assertThat(outcome.requests().arrived()).isEqualTo(arrived + 3_000);
        var none = steady();
        none.put("queue.startMessages", "0");
        assertThat(fargate(run(trace(3_000, false), none)).requests().arrived()).isEqualTo(arrived);
    }

    @Test
    void estimateKnowsTheBacklogToo() throws IOException {
        var request = EstimateCases.request(trace(3_000, false), steady());
        var estimate = fargate(Estimates.of(request).compare(request, Estimator.Care.THOROUGH, Watcher.NONE));
        var exact = fargate(new Comparer(request).compare(2, Watcher.NONE));
        assertThat(estimate.requests().arrived()).isEqualTo(exact.requests().arrived());
        assertThat(estimate.waiting().orElseThrow().mean().mean())
                .isCloseTo(
                        exact.waiting().orElseThrow().mean().mean(),
                        org.assertj.core.api.Assertions.withinPercentage(10));
    }

    /// A task takes 290 messages a minute, so that five hardly hold the mean and seven the rush.
    @Test
    void backlogPerTaskKeepsTheAgeWhereAnOptionCanScaleOnIt() throws IOException {
        var comparison = run(trace(0, true), scaled());
        for (var outcome : comparison.outcomes()) {
            var queue = outcome.queue().orElseThrow();
            assertThat(queue.ageTargetSeconds()).isEqualTo(300);
            assertThat(queue.keepsTarget()).as(outcome.option().id()).isEqualTo(outcome.option() != OptionId.BEANSTALK);
            assertThat(outcome.monthlyBill().mean()).isPositive();
        }
    }

    private static Map<String, String> scaled() {
        return settings(Map.of(
                "service.upstreamMs", "206.9",
                "service.upstreamCv", "1",
                "capacity.max", "12",
                "queue.ageTargetSeconds", "300"));
    }

    @Test
    void azureQueueIsFollowedToo() throws IOException {
        var trace = SHARED.resolve("workloads/azure-functions-2019-queue-8h-per-minute.csv");
        assumeTrue(Files.exists(trace), "Skipped: there is no " + trace + ".");
        var depth = fargate(run(trace, steady())).queue().orElseThrow().depth().orElseThrow();
        assertThat(depth.maxShare()).isLessThan(0.01);
        for (var outcome : run(trace, scaled()).outcomes()) {
            var queue = outcome.queue().orElseThrow();
            assertThat(queue.keepsTarget()).isEqualTo(outcome.option() != OptionId.BEANSTALK);
        }
    }
}
