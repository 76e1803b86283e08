package dev.hostlab.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.common.QueuedThreads;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WorkspaceViewModelTest {

    private static final Path SAMPLE = Path.of("sample-workloads", "code-assistant.csv");
    private static final Path SNAPSHOTS = Path.of("pricing-snapshots");

    @TempDir
    private Path folder;

    private final QueuedThreads threads = new QueuedThreads();

    @SuppressWarnings("NullAway.Init")
    private WorkspaceViewModel workspace;

    @BeforeEach
    void openSample() {
        var recent = new RecentFiles(folder.resolve("recent"));
        workspace = new WorkspaceViewModel(threads.threads(), recent, SNAPSHOTS);
        workspace.form().edit("replications", "2");
    }

    private Comparison open(Path file) {
        workspace.open(file);
        threads.drain();
        return workspace.comparison().orElseThrow();
    }

    private void set(String path, String text) {
        workspace.form().field(path).textProperty().set(text);
        threads.drain();
    }

    private static double total(Comparison comparison) {
        return comparison.outcomes().getFirst().totalMonthly().mean();
    }

    @Test
    void openingATraceLeadsToAComparison() {
        var comparison = open(SAMPLE);
        assertThat(comparison.outcomes()).hasSize(3);
        assertThat(comparison.workload().name()).isEqualTo("code-assistant.csv");
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
        assertThat(workspace.run().isRunning()).isFalse();
    }

    @Test
    void optionsAppearAsTheyFinish() {
        var seen = new ArrayList<String>();
        var result = workspace.result();
        result.comparisonProperty()
                .addListener((property, before, now) -> now.ifPresent(shown -> seen.add(
                        shown.outcomes().size() + " done, " + result.pending().size() + " to come")));
        open(SAMPLE);
        assertThat(seen.stream().distinct())
                .containsExactly("1 done, 2 to come", "2 done, 1 to come", "3 done, 0 to come");
        assertThat(result.isWhole()).isTrue();
    }

    @Test
    void partOfARunIsNoComparisonUntilAllAreIn() {
        var told = new ArrayList<Boolean>();
        var result = workspace.result();
        result.comparisonProperty().addListener((property, before, now) -> {
            if (now.isPresent() && !result.isWhole()) {
                told.add(workspace.comparison().isPresent());
                workspace.form().edit("effort.hourlyRateUsd", "144.24");
                workspace.run().cancel();
            }
        });
        workspace.open(SAMPLE);
        threads.drain();
        assertThat(told).isNotEmpty().doesNotContain(true);
        assertThat(result.pending()).hasSize(2);
        assertThat(Cards.verdict(result)).contains("ECS on EC2 and ECS on Fargate", "nothing is compared");
    }

    @Test
    void cancellingBringsTheLastWholeResultBack() {
        var first = open(SAMPLE);
        set("service.upstreamMs", "50");
        workspace.result().comparisonProperty().addListener((property, before, now) -> {
            if (!workspace.result().isWhole()) {
                workspace.run().cancel();
            }
        });
        workspace.start();
        threads.drain();
        assertThat(workspace.comparison().orElseThrow().verdict()).isEqualTo(first.verdict());
        assertThat(workspace.result().outOfDateProperty().get()).isTrue();
    }

    @Test
    void missingPricesAreFilledByTheUsersWordAndTakenBack() {
        open(SAMPLE);
        set("region", "eu-central-1");
        var gaps = workspace.priceGaps();
        assertThat(gaps).extracting(PriceGap::sku).contains("alb.lcu-hour");
        assertThat(gaps).allMatch(PriceGap::isOpen);
        var before = total(workspace.comparison().orElseThrow());
        gaps.forEach(gap ->
                workspace.form().edit(gap.path(), gap.reference().orElseThrow().toPlainString()));
        assertThat(total(workspace.comparison().orElseThrow())).isGreaterThan(before);
        assertThat(workspace.comparison().orElseThrow().prices().missing()).isEmpty();
        assertThat(workspace.priceGaps()).hasSameSizeAs(gaps).noneMatch(PriceGap::isOpen);
        gaps.forEach(gap -> workspace.form().reset(gap.path()));
        assertThat(total(workspace.comparison().orElseThrow())).isCloseTo(before, offset(1e-9));
        assertThat(workspace.simulations()).isEqualTo(1);
    }

    @Test
    void hourlyRateActsWithoutAnotherSimulation() {
        var before = open(SAMPLE);
        set("effort.hourlyRateUsd", "144.24");
        var after = workspace.comparison().orElseThrow();
        var hours = before.outcomes().getFirst().effort().hoursPerMonth();
        assertThat(total(after) - total(before)).isCloseTo(hours * 72.12, offset(0.01));
        assertThat(workspace.simulations()).isEqualTo(1);
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
    }

    @Test
    void choreAndPriceActWithoutAnotherSimulation() {
        var before = open(SAMPLE);
        set("effort.beanstalk.deployMinutes", "16");
        var after = workspace.comparison().orElseThrow();
        // 20 deployments × 6 min more = 2 h × $72.12
        assertThat(total(after) - total(before)).isCloseTo(144.24, offset(0.01));
        workspace.form().edit("prices.ec2.linux.m7i.large", "1");
        threads.drain();
        assertThat(total(workspace.comparison().orElseThrow())).isGreaterThan(total(after));
        set("effort.preset", "published");
        assertThat(workspace.simulations()).isEqualTo(1);
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
    }

    @Test
    void regionActsWithoutAnotherSimulation() {
        var before = open(SAMPLE);
        set("region", "eu-west-1");
        var after = workspace.comparison().orElseThrow();
        assertThat(after.prices().region()).isEqualTo("eu-west-1");
        assertThat(after.verdict()).isNotEqualTo(before.verdict());
        assertThat(workspace.simulations()).isEqualTo(1);
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
    }

    @Test
    void whatChangesBehaviourMakesTheResultOldUntilTheNextRun() {
        open(SAMPLE);
        set("service.upstreamMs", "50");
        assertThat(workspace.result().outOfDateProperty().get()).isTrue();
        workspace.start();
        threads.drain();
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
        assertThat(workspace.simulations()).isEqualTo(2);
        set("service.upstreamMs", "51");
        set("service.upstreamMs", "50");
        assertThat(workspace.result().outOfDateProperty().get()).isFalse();
    }

    @Test
    void invalidInputKeepsARunFromStarting() {
        open(SAMPLE);
        set("capacity.min", "none");
        assertThat(workspace.isReady()).isFalse();
        workspace.start();
        threads.drain();
        assertThat(workspace.simulations()).isEqualTo(1);
        set("capacity.min", "3");
        assertThat(workspace.isReady()).isTrue();
    }

    @Test
    void fileThatCannotBeReadIsExplained() throws IOException {
        var bad = folder.resolve("bad.csv");
        Files.writeString(bad, "timestamp,requests\n2026-03-01T00:00:00Z,-5\n");
        workspace.open(bad);
        threads.drain();
        assertThat(workspace.comparison()).isEmpty();
        assertThat(workspace.messages().problems())
                .extracting(Issue::path)
                .first()
                .asString()
                .contains("bad.csv, line 2");
        workspace.open(folder.resolve("absent.csv"));
        threads.drain();
        assertThat(workspace.messages().problems()).hasSize(1);
    }

    @Test
    void savedScenarioGivesTheSameNumbersOnTheCommandLine() throws IOException, InterruptedException {
        open(SAMPLE);
        set("service.concurrency", "8");
        workspace.start();
        threads.drain();
        var scenario = folder.resolve("mine.json");
        var json = folder.resolve("out.json");
        workspace.save(scenario);
        commandLine("compare", SAMPLE.toString(), "--scenario", scenario.toString(), "--json", json.toString());
        var options = JsonMapper.shared().readTree(json.toFile()).get("options");
        var outcomes = workspace.comparison().orElseThrow().outcomes();
        for (var i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            var told = options.get(i);
            assertThat(told.get("id").asString()).isEqualTo(outcome.option().id());
            assertThat(told.get("totalMonthlyUsd").asDouble())
                    .isCloseTo(outcome.totalMonthly().mean(), offset(0.01));
            assertThat(told.get("latencySeconds").get("p95").asDouble())
                    .isEqualTo(outcome.response().orElseThrow().p95().mean());
        }
    }

    /// In a process of its own, since the command line speaks on the process's own streams.
    private static void commandLine(String... arguments) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), "dev.hostlab.Main"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void savedScenarioOpensWithItsTraceAndChoices() throws IOException {
        Files.copy(SAMPLE, folder.resolve("code-assistant.csv"));
        var first = open(folder.resolve("code-assistant.csv"));
        set("effort.hourlyRateUsd", "95");
        var scenario = folder.resolve("mine.json");
        workspace.save(scenario);
        openSample();
        var again = open(scenario);
        assertThat(again.verdict()).isNotEqualTo(first.verdict());
        assertThat(again.workload()).isEqualTo(first.workload());
        assertThat(workspace.form().field("effort.hourlyRateUsd").textProperty().get())
                .isEqualTo("95");
        assertThat(workspace.scenarioFile()).contains(scenario);
    }

    @Test
    void reportIsWrittenByItsExtension() throws IOException {
        open(SAMPLE);
        workspace.export(folder.resolve("report.html"));
        assertThat(Files.readString(folder.resolve("report.html"))).contains("code-assistant.csv");
        workspace.export(folder.resolve("report.docx"));
        assertThat(workspace.messages().problems())
                .singleElement()
                .extracting(Issue::path)
                .isEqualTo("report");
    }
}
