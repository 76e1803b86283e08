package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.settings.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sampled windows against the exact run of two weeks: quiet nights, busy days, and a rush on every third that
/// makes a line. How far they are off in the mean over many seeds is in `src/docs/long-horizons.md`.
class WindowRunsTest {

    private static final int DAYS = 14;
    /// Chance decides for days which of its instances stay.
    private static final int ECS_ON_EC2 = 1;

    @TempDir
    static Path directory;

    private static Path trace;

    @BeforeAll
    static void writeTrace() throws IOException {
        var text = new StringBuilder("timestamp,requests\n");
        var from = Instant.parse("2026-03-02T00:00:00Z");
        for (var minute = 0; minute < DAYS * 1_440; minute++) {
            var ofDay = minute % 1_440;
            var rush = minute / 1_440 % 3 == 1 && ofDay >= 600 && ofDay < 640 ? 400 : 0;
            var level = 40 - 30 * Math.cos(2 * Math.PI * ofDay / 1_440);
            text.append(from.plus(minute, ChronoUnit.MINUTES))
                    .append(',')
                    .append(Math.round(level + rush))
                    .append('\n');
        }
        trace = Files.writeString(directory.resolve("fortnight.csv"), text.toString());
    }

    private static ComparisonRequest request(Map<String, String> more) throws IOException {
        var settings = new LinkedHashMap<>(
                Map.of("service.preset", "llm-proxy-python", "options", "beanstalk,ecs-ec2,fargate"));
        settings.putAll(new TreeMap<>(more));
        return EstimateCases.request(trace, settings);
    }

    private static Comparison compare(Map<String, String> more) throws IOException {
        return new Comparer(request(more)).compare(2, Watcher.NONE);
    }

    @Test
    void findsWhatTheExactRunFinds() throws IOException {
        var exact = compare(Map.of("replications", "3"));
        var sampled = compare(Map.of("sampling.percent", "100"));
        for (var option = 0; option < 3; option++) {
            var truth = exact.outcomes().get(option);
            var found = sampled.outcomes().get(option);
            var chance = option == ECS_ON_EC2 ? 15 : 1;
            agrees(found.monthlyBill(), truth.monthlyBill(), chance * 0.02);
            agrees(
                    found.response().orElseThrow().mean(),
                    truth.response().orElseThrow().mean(),
                    chance * 0.03);
            agrees(
                    found.waiting().orElseThrow().mean(),
                    truth.waiting().orElseThrow().mean(),
                    chance * 0.6);
            agrees(found.slo().attainment(), truth.slo().attainment(), chance * 0.01);
            assertThat(found.capacity().meanTasks())
                    .isCloseTo(
                            truth.capacity().meanTasks(),
                            within(chance * 0.02 * truth.capacity().meanTasks()));
            assertThat(found.requests().arrived()).isEqualTo(truth.requests().arrived());
        }
    }

    /// The interval holds the truth, and is no wider than `most` of it, lest it prove nothing.
    private static void agrees(Sampled found, Sampled truth, double most) {
        var chance = Math.hypot(found.halfWidth95(), truth.halfWidth95());
        assertThat(found.mean()).isCloseTo(truth.mean(), within(1.5 * chance));
        assertThat(chance).isLessThan(most * truth.mean());
    }

    @Test
    void saysThatItSampledAndHowMuch() throws IOException {
        var request = request(Map.of("sampling.percent", "10", "replications", "4"));
        var comparison = new Comparer(request).compare(1, Watcher.NONE);
        var windows = comparison.windows().orElseThrow();
        assertThat(comparison.replications()).isEqualTo(4);
        assertThat(windows.ofWindows()).isEqualTo(DAYS * 24);
        assertThat(windows.playedShare()).isBetween(0.02, 0.15);
        assertThat(comparison.notices().getFirst()).startsWith("Sampled: " + windows.windows() + " windows of 1 hour");
        assertThat(comparison.outcomes())
                .allMatch(outcome -> outcome.monthlyBill().hasInterval())
                .allMatch(outcome -> outcome.timeline().bins() == DAYS * 1_440);
    }

    @Test
    void threadsDoNotMatter() throws IOException {
        var request = request(Map.of("sampling.percent", "5", "replications", "3"));
        var one = new Comparer(request).compare(1, Watcher.NONE);
        var three = new Comparer(request).compare(3, Watcher.NONE);
        assertThat(one.outcomes().getFirst().totalMonthly())
                .isEqualTo(three.outcomes().getFirst().totalMonthly());
        assertThat(one.outcomes().getLast().response())
                .isEqualTo(three.outcomes().getLast().response());
    }

    @Test
    void oneChoiceOfWindowsHasNoInterval() throws IOException {
        var comparison = compare(Map.of("sampling.percent", "5", "replications", "1"));
        assertThat(comparison.outcomes().getFirst().totalMonthly().withoutInterval())
                .isEqualTo("single run");
        assertThat(comparison.notices().getFirst()).contains("no intervals");
    }

    @Test
    void whatHangsOnThePastCannotBeSampled() throws IOException {
        var predictive =
                request(Map.of("sampling.percent", "5", "fargate.scaling.predictive.mode", "forecast-and-scale"));
        assertThat(predictive.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.path()).isEqualTo(RunParameters.SAMPLED_PERCENT.path()));
    }
}
