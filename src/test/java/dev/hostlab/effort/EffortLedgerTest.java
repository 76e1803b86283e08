package dev.hostlab.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.FleetHistory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hours of people, against sums done by hand.
class EffortLedgerTest {

    private static final double MONTH = 730 * 3_600.0;
    private static final double RATE = 72.12;

    /// Ten hosts, one page of a month, no day of tuning: the check case of the effort model.
    private static final FleetHistory TEN_HOSTS = new FleetHistory(10, 0, 0, 0, 1, 0, 0);

    @Test
    void beanstalkTakesEightHoursAQuarterOfThemForHosts() {
        // 1 + 0.4 × 10^0.7 (2.005) + 20 × 10 min (3.333) + 20 min + 45 min + 15 min + 30 min = 8.171 h
        assertThat(withoutFailures(EffortCoefficients.BEANSTALK).hoursPerMonth())
                .isCloseTo(8.17, within(0.005));
    }

    @Test
    void ecsOnEc2TakesFifteenHours() {
        // 2 + 1.2 × 10^0.7 (6.014) + 20 × 6 min (2) + 2 × (60 + 10 × 3) min (3) + 30 + 45 + 10 + 60 min = 15.431 h
        assertThat(withoutFailures(EffortCoefficients.ECS_EC2).hoursPerMonth()).isCloseTo(15.43, within(0.005));
    }

    @Test
    void fargateTakesThreeAndAHalfHours() {
        // 0.5 + 20 × 6 min (2) + 30 min + 5 min + 20 min = 3.417 h
        assertThat(withoutFailures(EffortCoefficients.FARGATE).hoursPerMonth()).isCloseTo(3.42, within(0.005));
    }

    @Test
    void managedInstancesTakeFiveHours() {
        // 0.75 + 0.25 × 10^0.7 (1.253) + 20 × 6 min (2) + 5 + 35 + 5 + 20 min = 5.086 h
        assertThat(withoutFailures(EffortCoefficients.MANAGED_INSTANCES).hoursPerMonth())
                .isCloseTo(5.09, within(0.005));
    }

    @Test
    void thePublishedRuleGivesTwentyHoursAgainstFive() {
        // 10 × 2.0 h and 10 × 0.5 h; 15 h × $72.12 = $1,081.80
        var own = report(EffortCoefficients.PUBLISHED_SELF_MANAGED, TEN_HOSTS, MONTH);
        var managed = report(EffortCoefficients.PUBLISHED_MANAGED, TEN_HOSTS, MONTH);
        assertThat(own.hoursPerMonth()).isEqualTo(20);
        assertThat(managed.hoursPerMonth()).isEqualTo(5);
        assertThat(own.usdPerMonth() - managed.usdPerMonth()).isCloseTo(1_081.80, within(1e-9));
        assertThat(own.chores())
                .singleElement()
                .satisfies(line -> assertThat(line.source()).contains("AWS sample"));
    }

    @Test
    void failuresAddTheirShareOfDeploymentsAndUpdates() {
        // 20 × 3 % × 60 min = 0.6 h; (1 patch + 1 change) × 2 % × 120 min = 0.08 h
        var with = report(EffortCoefficients.BEANSTALK, TEN_HOSTS, MONTH).hoursPerMonth();
        var without = withoutFailures(EffortCoefficients.BEANSTALK).hoursPerMonth();
        assertThat(with - without).isCloseTo(0.68, within(1e-9));
    }

    @Test
    void pagesOfAWeekAreScaledToAMonth() {
        // 2 pages in 168 h are 2 × 730 / 168 = 8.690 a month
        var week = new FleetHistory(0, 0, 0, 0, 2, 1, 0);
        var report = report(EffortCoefficients.FARGATE, week, 168 * 3_600);
        assertThat(line(report, "Answer pages").count()).isCloseTo(8.690, within(0.001));
        assertThat(line(report, "Tune the scaling policy").count()).isCloseTo(4.345, within(0.001));
    }

    @Test
    void aHorizonUnderADayCountsAsADay() {
        var hour = new FleetHistory(0, 0, 0, 0, 1, 1, 0);
        var inAnHour = report(EffortCoefficients.FARGATE, hour, 3_600);
        var inADay = report(EffortCoefficients.FARGATE, hour, 86_400);
        assertThat(inAnHour).isEqualTo(inADay);
        assertThat(line(inADay, "Answer pages").count()).isCloseTo(30.417, within(0.001)); // 730 ÷ 24
    }

    @Test
    void strandedCapacityIsReviewedOnlyAboveThirtyPercent() {
        var some = report(EffortCoefficients.ECS_EC2, new FleetHistory(10, 0, 0, 0, 0, 0, 0.30), MONTH);
        var much = report(EffortCoefficients.ECS_EC2, new FleetHistory(10, 0, 0, 0, 0, 0, 0.31), MONTH);
        assertThat(much.hoursPerMonth() - some.hoursPerMonth()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void automationTakesItsShareOfCountedChoresOnly() {
        var half = EffortCoefficients.PUBLISHED_SELF_MANAGED
                .with(Coefficient.RIGHT_SIZING_MINUTES, 60)
                .with(Coefficient.AUTOMATED_SHARE, 0.5);
        assertThat(report(half, TEN_HOSTS, MONTH).hoursPerMonth()).isEqualTo(20.5); // 20 h stay, 1 h becomes half
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 10, 400})
    void lowAndHighEnclose(double hosts) {
        var fleet = new FleetHistory(hosts, 0, 0, 0, 3, 2, 0.5);
        for (var coefficients : List.of(
                EffortCoefficients.BEANSTALK,
                EffortCoefficients.BEANSTALK_UNMANAGED,
                EffortCoefficients.ECS_EC2,
                EffortCoefficients.FARGATE,
                EffortCoefficients.MANAGED_INSTANCES,
                EffortCoefficients.PUBLISHED_MANAGED)) {
            var report = report(coefficients, fleet, MONTH);
            assertThat(report.lowHours()).isLessThanOrEqualTo(report.hoursPerMonth());
            assertThat(report.highHours()).isGreaterThanOrEqualTo(report.hoursPerMonth());
            assertThat(report.chores().stream().mapToDouble(ChoreHours::hours).sum())
                    .isCloseTo(report.hoursPerMonth(), within(1e-12));
        }
    }

    @Test
    void theTableAgreesWithTheStandardSettings() {
        agrees(EffortCoefficients.BEANSTALK, OptionEffort.BEANSTALK);
        agrees(EffortCoefficients.ECS_EC2, OptionEffort.ECS_EC2);
        agrees(EffortCoefficients.FARGATE, OptionEffort.FARGATE);
        agrees(EffortCoefficients.MANAGED_INSTANCES, OptionEffort.MANAGED_INSTANCES);
    }

    @Test
    void hostsCostFargateNothing() {
        var fleet = new FleetHistory(10, 0, 0, 0, 0, 0, 0);
        assertThat(report(EffortCoefficients.FARGATE, fleet, MONTH).chores())
                .extracting(ChoreHours::chore)
                .noneMatch(chore -> chore.contains("host"));
    }

    @Test
    void aCoefficientOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> EffortCoefficients.FARGATE.with(Coefficient.DEPLOY_FAILURE_SHARE, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deployFailureShare");
    }

    private static void agrees(EffortCoefficients table, OptionEffort option) {
        for (var coefficient : Coefficient.values()) {
            var parameter = option.parameter(coefficient.id());
            assertThat(table.value(coefficient))
                    .as(parameter.path())
                    .isEqualTo(Settings.standard().get(parameter));
        }
    }

    private static EffortReport withoutFailures(EffortCoefficients coefficients) {
        var smooth = coefficients.with(Coefficient.DEPLOY_FAILURE_SHARE, 0).with(Coefficient.UPDATE_FAILURE_SHARE, 0);
        return report(smooth, TEN_HOSTS, MONTH);
    }

    private static EffortReport report(EffortCoefficients coefficients, FleetHistory fleet, double seconds) {
        return new EffortLedger(coefficients, 20, RATE, 0.3).report(fleet, seconds);
    }

    private static ChoreHours line(EffortReport report, String chore) {
        return report.chores().stream()
                .filter(line -> line.chore().equals(chore))
                .findFirst()
                .orElseThrow();
    }
}
