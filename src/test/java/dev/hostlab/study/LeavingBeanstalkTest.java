package dev.hostlab.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.comparison.Sampled;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.files.Home;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.files.StudyFiles;
import dev.hostlab.report.StudyJson;
import dev.hostlab.report.StudyTable;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The study of leaving Beanstalk: no verdict without its evidence, and verdicts that follow the figures.
class LeavingBeanstalkTest {

    private static final Set<String> RUNS = Set.of(Runs.POST, Runs.TODAY, Runs.AS_MADE);

    private static StudyFiles.Reading read(Map<String, String> more) throws IOException {
        var choices = new HashMap<>(Map.of("horizonHours", "48", "replications", "2"));
        choices.putAll(more);
        var user = Settings.standard().with(choices);
        assertThat(user.issues()).isEmpty();
        return new StudyFiles(Home.samples(), new PriceChoice(Home.snapshots()), null)
                .read(Scenario.of(user.settings()));
    }

    private static StudyResult run(Map<String, String> more) throws IOException {
        return LeavingBeanstalk.run(read(more).requests().orElseThrow(), 2, Watcher.NONE);
    }

    private static Finding finding(StudyResult study, Claim claim) {
        return study.findings().stream()
                .filter(finding -> finding.claim() == claim)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyClaimHasAVerdictWithTheFigureThatDecidesIt() throws IOException {
        var study = run(Map.of());
        assertThat(study.findings()).extracting(Finding::claim).containsExactly(Claim.values());
        for (var finding : study.findings()) {
            var figure = finding.deciding();
            assertThat(figure.value()).isFinite();
            assertThat(figure.shown()).isNotBlank().doesNotContain("NaN");
            assertThat(RUNS.contains(figure.from()) || figure.from().startsWith("list prices of us-east-1"))
                    .as(figure.from())
                    .isTrue();
            assertThat(finding.words()).isNotBlank();
            if (finding.ruling() == Ruling.DEPENDS) {
                assertThat(finding.words()).contains("Depends on ");
            }
        }
        var gitHub = finding(study, Claim.GITHUB);
        assertThat(gitHub.ruling()).isEqualTo(Ruling.OUT_OF_DATE);
        assertThat(gitHub.words()).startsWith("Out of date since ");
        assertThat(gitHub.dated().orElseThrow().source()).contains("docs.aws.amazon.com", "read 2026-");
        assertThat(study.paybacks()).hasSize(2);
    }

    @Test
    void bothTextsSayEveryVerdictAndFigure() throws IOException {
        var study = run(Map.of());
        var table = StudyTable.text(study).replaceAll("\\s+", " ");
        var json = StudyJson.text(study);
        for (var finding : study.findings()) {
            assertThat(table)
                    .contains(
                            finding.ruling().words(),
                            finding.words(),
                            finding.deciding().shown());
            assertThat(json)
                    .contains(
                            "\"" + finding.claim().id() + "\"",
                            finding.deciding().what());
        }
        assertThat(json).contains("\"schema\" : \"hostlab/study/1\"").doesNotContain("NaN");
        assertThat(StudyTable.text(study).lines()).allMatch(line -> line.length() <= 100);
    }

    /// Shares that are nearly alike are shown finely enough to differ by what is said to lie between them.
    @Test
    void sharesDifferByTheFigureThatDecides() throws IOException {
        var scaling = finding(run(Map.of()), Claim.SCALING);
        var fargate = percent(scaling.more().getFirst().shown());
        var beanstalk = percent(scaling.more().get(1).shown());
        assertThat(percent(scaling.deciding().shown())).isCloseTo(fargate - beanstalk, within(0.0101));
    }

    private static double percent(String shown) {
        return Double.parseDouble(shown.substring(0, shown.indexOf(" %")));
    }

    /// Each verdict turns when what decides it turns.
    @ParameterizedTest
    @CsvSource({
        "LOGS, study.hoursThatMatter, 100, NOT_SUPPORTED",
        "CONFIGURATION, study.hoursThatMatter, 0.01, SUPPORTED",
        "CONFIGURATION, effort.beanstalk.configurationChangesPerMonth, 60, SUPPORTED",
        "CONFIGURATION, study.hoursThatMatter, 100, DEPENDS",
        "CONFIGURATION, effort.beanstalk.updateFailureShare, 0, NOT_SUPPORTED",
        "DELIVERY, study.hoursThatMatter, 0.1, SUPPORTED",
        "DELIVERY, study.hoursThatMatter, 100, DEPENDS",
        "SCALING, study.shareThatMatters, 0.9, NOT_SUPPORTED",
        "TASK_PRICE, beanstalk.instanceType, t3a.2xlarge, SUPPORTED",
        "TASK_PRICE, beanstalk.instanceType, m7i.large, DEPENDS",
        "FIRST_MONTH, study.migrationHours, 0.5, SUPPORTED",
        "FIRST_MONTH, study.migrationHours, 400, NOT_SUPPORTED"
    })
    void verdictsFollowTheirFigures(Claim claim, String path, String value, Ruling ruling) throws IOException {
        assertThat(finding(run(Map.of(path, value)), claim).ruling()).isEqualTo(ruling);
    }

    @ParameterizedTest
    @EnumSource(Ruling.class)
    void findingWithoutEvidenceCannotBeMade(Ruling ruling) {
        assertThatThrownBy(() -> new Evidence("hours", Double.NaN, "h", "NaN h", "run"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Evidence("hours", 1, "h", " ", "run"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dated("2026", "something", "")).isInstanceOf(IllegalArgumentException.class);
        var figure = new Evidence("hours", 1, "h", "1 h", "run");
        assertThatThrownBy(() -> new Finding(Claim.LOGS, ruling, "", figure, List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        if (ruling == Ruling.OUT_OF_DATE) {
            assertThatThrownBy(() -> new Finding(Claim.LOGS, ruling, "Why", figure, List.of(), null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// 80 h at $72 against $480 a month: 12 months; half or half as many again with $480 ± 80: 5.14 to 21.6.
    @Test
    void paybackIsHoursOnceAgainstMonthlyDifference() {
        var payback = new Payback("2023", 80, 0.5, 72, 20, 6.39, new Sampled(480, 80, 4));
        assertThat(payback.months().orElseThrow()).isCloseTo(12, within(1e-9));
        assertThat(payback.leastMonths().orElseThrow()).isCloseTo(2_880.0 / 560, within(1e-9));
        assertThat(payback.mostMonths().orElseThrow()).isCloseTo(8_640.0 / 400, within(1e-9));
        assertThat(payback.hoursPaidInFirstMonth()).isCloseTo(480.0 / 72, within(1e-9));
        var never = new Payback("2023", 80, 0.5, 72, -20, 0, new Sampled(-20, 5, 4));
        assertThat(never.months()).isEmpty();
        assertThat(never.mostMonths()).isEmpty();
        assertThat(never.hoursPaidInFirstMonth()).isZero();
        var unsure = new Payback("2023", 80, 0, 72, 20, 0, new Sampled(20, 30, 4));
        assertThat(unsure.months()).isPresent();
        assertThat(unsure.mostMonths()).as("the interval reaches below nothing").isEmpty();
    }

    @Test
    void whatTheStudySetsItselfIsRefused() throws IOException {
        var reading = read(Map.of("preset", "aws-defaults", "effort.preset", "2026"));
        assertThat(reading.requests()).isEmpty();
        assertThat(reading.issues()).extracting(issue -> issue.path()).containsExactly("preset", "effort.preset");
    }
}
