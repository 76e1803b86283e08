package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.effort.ChoreHours;
import dev.hostlab.effort.EvaluationGate;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.TextTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Evaluations before traffic moves, and rotations of prompts and secrets: what they cost.
class DeliveryTest {

    private static final Map<String, String> GATE = Map.of(
            "evaluation.minutes", "20",
            "evaluation.inputTokens", "2000000",
            "evaluation.outputTokens", "300000",
            "evaluation.usdPerMillionInputTokens", "3",
            "evaluation.usdPerMillionOutputTokens", "15",
            "evaluation.passShare", "0.8",
            "evaluation.mendMinutes", "40",
            "evaluation.rotationsPerMonth", "4");

    private static Comparison run(Map<String, String> more) throws IOException {
        var settings = new HashMap<>(Map.of("replications", "1", "horizonHours", "2"));
        settings.putAll(more);
        var request = EstimateCases.sample("chat-service", settings);
        return new Comparer(request).compare(2, Watcher.NONE);
    }

    private static Outcome outcome(Comparison comparison, OptionId option) {
        return comparison.outcomes().stream()
                .filter(outcome -> outcome.option() == option)
                .findFirst()
                .orElseThrow();
    }

    /// 24 changes that pass in 1.25 tries: 30 evaluations, 6 of which fail.
    @Test
    void evaluationsAreCountedUntilAVersionPasses() throws IOException {
        var comparison = run(GATE);
        for (var outcome : comparison.outcomes()) {
            var delivery = outcome.delivery().orElseThrow();
            assertThat(delivery.evaluations()).isCloseTo(30, within(1e-9));
            assertThat(delivery.failed()).isCloseTo(6, within(1e-9));
            assertThat(delivery.tokens()).isCloseTo(30 * 2.3e6, within(1e-3));
            assertThat(delivery.tokensUsd()).isCloseTo(30 * 10.5, within(1e-6));
        }
        var text = new TextTable(TextTable.Emphasis.NONE).text(comparison);
        assertThat(text).contains("Lead time of a change", "30, 6", "69,000,000", "$315");
    }

    /// Passing takes 20 ÷ 0.8 + 40 × 0.25 = 35 minutes; 3 in 100 rollouts fail, are mended, and
    /// all of it comes again.
    @Test
    void leadTimeHasTheFailureBranchesOfEachOption() throws IOException {
        var comparison = run(GATE);
        var fargate = outcome(comparison, OptionId.FARGATE).delivery().orElseThrow();
        var once = 35 + fargate.rolloutMinutes();
        assertThat(fargate.leadMinutes()).isCloseTo(once + 0.03 * (30 + once), within(1e-9));
        var beanstalk = outcome(comparison, OptionId.BEANSTALK).delivery().orElseThrow();
        once = 35 + beanstalk.rolloutMinutes();
        assertThat(beanstalk.leadMinutes()).isCloseTo(once + 0.03 * (60 + once), within(1e-9));
        assertThat(beanstalk.rolloutMinutes()).isGreaterThan(fargate.rolloutMinutes());
    }

    /// 6 × 40 minutes, 4 rotations of 10 (6) minutes, 4 × 2 % of 120 (15) minutes.
    @Test
    void hoursAreAmongTheChores() throws IOException {
        var with = run(GATE);
        var without = run(Map.of());
        assertThat(hours(with, OptionId.BEANSTALK)).isCloseTo((240 + 40 + 9.6) / 60, within(1e-9));
        assertThat(hours(with, OptionId.FARGATE)).isCloseTo((240 + 24 + 1.2) / 60, within(1e-9));
        for (var option : OptionId.values()) {
            assertThat(outcome(with, option).effort().hoursPerMonth()
                            - outcome(without, option).effort().hoursPerMonth())
                    .isCloseTo(hours(with, option), within(1e-9));
        }
    }

    private static double hours(Comparison comparison, OptionId option) {
        return outcome(comparison, option).delivery().orElseThrow().hours();
    }

    @Test
    void withoutAGateThereIsNothingOfIt() throws IOException {
        var comparison = run(Map.of());
        assertThat(comparison.outcomes())
                .allMatch(outcome -> outcome.delivery().isEmpty())
                .allMatch(outcome -> outcome.effort().chores().stream()
                        .map(ChoreHours::chore)
                        .noneMatch(chore -> chore.contains("evaluation") || chore.contains("otat")));
        assertThat(new TextTable(TextTable.Emphasis.NONE).text(comparison)).doesNotContain("Lead time");
    }

    @Test
    void secretsNeedNoEvaluation() {
        var tokens = new EvaluationGate.Tokens(1, 0, 0, 0);
        assertThat(new EvaluationGate(5, tokens, 1, 0, 10, false).evaluations(20))
                .isEqualTo(20);
        assertThat(new EvaluationGate(5, tokens, 1, 0, 10, true).evaluations(20))
                .isEqualTo(30);
        assertThat(new EvaluationGate(0, new EvaluationGate.Tokens(0, 0, 0, 0), 0.5, 30, 10, true).evaluations(20))
                .as("rotations without an evaluation stage")
                .isZero();
    }
}
