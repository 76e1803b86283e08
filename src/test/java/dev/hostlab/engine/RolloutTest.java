package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Rollout;
import dev.hostlab.settings.BeanstalkDeploymentParameters;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.FleetEvent.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Deployments and configuration changes on each option at peak load: four units at 70 % of what they can do. Times
/// are worked by hand from the medians.
class RolloutTest {

    /// Four units of one vCPU at 20 ms of CPU a request, a median of 180 ms more: 140 requests a second of 200.
    private static final double PEAK = 8_400;
    private static final double GATE = 120;

    @Test
    void l13BeanstalkRollingTakesFourTimesDrainCommandCheckAndGate() {
        // 4 instances, batch 1: 4 × (20 + 23 + 9.5 + 120) = 690 s
        var event = beanstalk("rolling", "1");
        assertThat(event.durationSeconds()).isCloseTo(690, within(0.1));
        assertThat(event.leastUnits()).isEqualTo(3);
        // one of four away for drain, command and first check, four times: 4 × 52.5 = 210 unit-seconds
        assertThat(event.lostUnitSeconds()).isCloseTo(210, within(0.1));
    }

    @Test
    void l13BeanstalkImmutableTakesTwoBootstrapsTwoGatesAndTheEnd() {
        // bootstrap 10 + 26 + 60, start 9.5, registered and checked 9.5 = 115; 2 × 115 + 2 × 120 + 30 = 500 s. The
        // vector leaves deregistration out.
        var settings = policy("immutable", "1")
                .with(ServiceParameters.IMAGE_MB, 1.0)
                .with(BeanstalkParameters.PULL_MB_PER_SECOND, 100.0)
                .with(ServiceParameters.START_SECONDS, 9.49)
                .with(BeanstalkParameters.DEREGISTRATION_SECONDS, 0.0);
        var event = EventRuns.only(EventRuns.run(EventRuns.beanstalk(settings), PEAK));
        assertThat(event.durationSeconds()).isCloseTo(500, within(0.5));
        assertThat(event.leastUnits()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"300, 376", "20, 96"})
    void l13EcsRollingOnFargateTakesAStartADrainAndAStop(double deregistration, double seconds) {
        // 413 MB: 20 + 27.5 = 48 s, start 10 s, registered and checked 17 s, deregistration, stop 1 s
        var settings = fargate("rolling", "1").with(EcsParameters.FARGATE.deregistrationSeconds, deregistration);
        var event = EventRuns.only(EventRuns.run(EventRuns.fargate(settings), PEAK));
        assertThat(event.durationSeconds()).isCloseTo(seconds, within(0.6));
        assertThat(event.leastUnits()).isEqualTo(4);
        assertThat(event.lostUnitSeconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "25, 13", "400, 200", "800, 200"})
    void l14CircuitBreakerTripsAtHalfOfTheDesiredTasks(int desired, int failures) {
        var rollout = (Rollout.Rolling)
                EventRuns.fargate(fargate("rolling", "1")).events().deployment();
        assertThat(rollout.breaker().threshold(desired)).isEqualTo(failures);
    }

    @Test
    void allAtOnceFailsEverythingForTheTimeOfTheCommand() {
        // 23 s of command and 120 s of gate; 140 requests a second fail meanwhile (three standard deviations of a
        // Poisson count: 170), and those in flight
        var event = beanstalk("all-at-once", "1");
        assertThat(event.durationSeconds()).isCloseTo(23 + GATE, within(0.1));
        assertThat(event.leastUnits()).isZero();
        assertThat(event.notServed()).isBetween(23 * 140L - 170, 23 * 140L + 400);
    }

    @Test
    void c4ABadVersionUnderAllAtOnceStaysOnEveryInstanceUntilAPersonActs() {
        // command timeout 840 s, a person after 30 min, the old version again in 23 + 120 s
        var event = beanstalk("all-at-once", "1 bad");
        assertThat(event.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(event.story()).contains("all 4 instances on the bad version");
        assertThat(event.durationSeconds()).isCloseTo(840 + 1_800 + 23 + GATE, within(0.1));
        assertThat(event.leastUnits()).isZero();
        // nothing is served until the old version is back
        assertThat(event.notServed()).isGreaterThan((long) (140 * (840 + 1_800)));
    }

    @Test
    void c4ABadVersionUnderRollingLeavesMixedVersions() {
        // drain 20 s, 840 s until the batch is given up, then a person; 1 of 4 away all the time
        var event = beanstalk("rolling", "1 bad");
        assertThat(event.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(event.story()).contains("1 of 4 instances on the bad version");
        assertThat(event.durationSeconds()).isCloseTo(20 + 840 + 1_800 + 20 + 23 + 9.5 + GATE, within(0.1));
        assertThat(event.leastUnits()).isEqualTo(3);
    }

    @Test
    void anAdditionalBatchKeepsCapacityAndPaysForIt() {
        // launch 126 s (10 + 26 + 60 + 10.3 pull + 10 + 9.5, and a little for boots in the tail), then as rolling
        var good = beanstalk("rolling-with-additional-batch", "1");
        assertThat(good.lostUnitSeconds()).isZero();
        assertThat(good.durationSeconds()).isCloseTo(126 + 690, within(0.1));
        assertThat(good.extraUnitSeconds()).isCloseTo(good.durationSeconds(), within(0.1));
        var bad = beanstalk("rolling-with-additional-batch", "1 bad");
        assertThat(bad.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(bad.lostUnitSeconds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"immutable", "traffic-splitting"})
    void c4ABadVersionBesideTheOldOneLeavesThatUntouched(String policy) {
        // given up after 840 s; its instances are gone 30 s later
        var event = beanstalk(policy, "1 bad");
        assertThat(event.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(event.durationSeconds()).isCloseTo(840 + 30, within(0.1));
        assertThat(event.lostUnitSeconds()).isZero();
        assertThat(event.notServed()).isZero();
    }

    @Test
    void trafficSplittingHoldsBothGroupsForItsEvaluation() {
        // launch 126 s, gate 120 s, a tenth of the traffic for 300 s, then drain 20 s and end 30 s
        var event = beanstalk("traffic-splitting", "1");
        assertThat(event.durationSeconds()).isCloseTo(126 + GATE + 300 + 50, within(0.1));
        assertThat(event.extraUnitSeconds()).isCloseTo(4 * event.durationSeconds(), within(1.0));
        assertThat(event.notServed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"off, 0", "health, 3", "time, 3", "immutable, 4"})
    void aConfigurationChangeReplacesInstancesAsItsTypeSays(String type, int least) {
        var settings = EventRuns.FOUR
                .with(EventParameters.CONFIGURATION_AT, "1")
                .with(BeanstalkDeploymentParameters.UPDATE_TYPE, type);
        var event = EventRuns.only(EventRuns.run(EventRuns.beanstalk(settings), PEAK));
        assertThat(event.outcome()).isEqualTo(Outcome.DONE);
        assertThat(event.leastUnits()).isEqualTo(least);
    }

    @Test
    void aRollbackThatFailsTooLeavesHalfAndHalfUntilAPersonActs() {
        var settings = EventRuns.FOUR
                .with(EventParameters.CONFIGURATION_AT, "1 bad")
                .with(EventParameters.ROLLBACK_FAILURE_SHARE, 1.0)
                .with(BeanstalkDeploymentParameters.UPDATE_TYPE, "health");
        var event = EventRuns.only(EventRuns.run(EventRuns.beanstalk(settings), PEAK));
        // 30 min until the batch is given up, 30 min until somebody acts, 125.8 s for the old one
        assertThat(event.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(event.durationSeconds()).isCloseTo(1_800 + 1_800 + 125.8, within(0.5));
    }

    @Test
    void d4ABadVersionOnEcsIsRolledBackByTheCircuitBreaker() {
        var event = fargateRun(
                fargate("rolling", "1 bad").with(EcsDeploymentParameters.FARGATE.circuitBreaker, true), PEAK);
        // Four tasks fail at a time: a start of 74.5 s, 30 s until the second check fails, stopped in 1 s. The tenth
        // falls in the third round: 3 × 104.5 s, and the last two of it are gone a second later.
        assertThat(event.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(event.story()).contains("circuit breaker after 1");
        assertThat(event.durationSeconds()).isCloseTo(3 * 104.5 + 1, within(1.0));
        assertThat(event.leastUnits()).isEqualTo(4);
        assertThat(event.notServed()).isZero();
    }

    @Test
    void withoutCircuitBreakerABadVersionIsTriedUntilAPersonTakesItBack() {
        var event = fargateRun(fargate("rolling", "1 bad"), PEAK);
        assertThat(event.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(event.durationSeconds()).isCloseTo(104.5 + 1_800, within(2.0));
        assertThat(event.lostUnitSeconds()).isZero();
    }

    @ParameterizedTest
    // start 74.5 s, bake 300 s, deregistration 300 s, stop 1 s; a canary stays at a tenth for 300 s, linear takes nine
    // steps of 300 s
    @CsvSource({"blue-green, 675.5", "canary, 975.5", "linear, 3375.5"})
    void ecsShiftsTrafficAtOnceOrInSteps(String strategy, double seconds) {
        var event = fargateRun(fargate(strategy, "1"), PEAK);
        assertThat(event.durationSeconds()).isCloseTo(seconds, within(0.6));
        assertThat(event.notServed()).isZero();
        var bad =
                fargateRun(fargate(strategy, "1 bad").with(EcsDeploymentParameters.FARGATE.circuitBreaker, true), PEAK);
        assertThat(bad.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(bad.leastUnits()).isEqualTo(4);
    }

    @Test
    void lessThanAHundredPercentHealthyTradesCapacityForRoom() {
        // 50 / 100: two old ones stop at once and two new ones start; when these serve, the other two stop
        var event = fargateRun(
                fargate("rolling", "1")
                        .with(EcsDeploymentParameters.FARGATE.minimumHealthyPercent, 50.0)
                        .with(EcsDeploymentParameters.FARGATE.maximumPercent, 100.0),
                PEAK);
        assertThat(event.leastUnits()).isEqualTo(2);
        assertThat(event.durationSeconds()).isCloseTo(74.5 + 301, within(1.0));
    }

    @Test
    void onEc2NewTasksWaitForInstances() {
        var roomy = EventRuns.FOUR
                .with(EventParameters.DEPLOYMENTS_AT, "1")
                .with(EcsParameters.ECS_EC2.scalingEnabled, true);
        var event = EventRuns.only(EventRuns.run(EventRuns.ecsOnEc2(roomy), PEAK));
        var alone = fargateRun(fargate("rolling", "1"), PEAK);
        assertThat(event.outcome()).isEqualTo(Outcome.DONE);
        assertThat(event.lostUnitSeconds()).isZero();
        // the image comes from the cache or is pulled faster, but the cluster is full and has to grow
        assertThat(event.durationSeconds()).isGreaterThan(alone.durationSeconds());
        // a full cluster that does not scale has no room for a second set of tasks at all
        var full = EventRuns.FOUR.with(EventParameters.DEPLOYMENTS_AT, "1");
        assertThat(EventRuns.only(EventRuns.run(EventRuns.ecsOnEc2(full), PEAK)).outcome())
                .isEqualTo(Outcome.OPEN);
    }

    @Test
    void changesWaitForOneAnother() {
        var events = EventRuns.run(EventRuns.beanstalk(policy("rolling", "1, 1.05")), PEAK)
                .events();
        assertThat(events).hasSize(2);
        assertThat(events.get(1).beginSeconds()).isEqualTo(events.get(0).endSeconds());
    }

    private static FleetEvent beanstalk(String policy, String at) {
        return EventRuns.only(EventRuns.run(EventRuns.beanstalk(policy(policy, at)), PEAK));
    }

    private static Settings policy(String policy, String at) {
        return EventRuns.FOUR
                .with(EventParameters.DEPLOYMENTS_AT, at)
                .with(BeanstalkDeploymentParameters.POLICY, policy)
                .with(BeanstalkDeploymentParameters.BATCH_PERCENT, 25.0);
    }

    private static FleetEvent fargateRun(Settings settings, double perMinute) {
        FleetPlan plan = EventRuns.fargate(settings);
        return EventRuns.only(EventRuns.run(plan, perMinute));
    }

    private static Settings fargate(String strategy, String at) {
        return EventRuns.FOUR
                .with(EventParameters.DEPLOYMENTS_AT, at)
                .with(FargateParameters.VCPU_QUOTA, 100.0)
                .with(EcsDeploymentParameters.FARGATE.strategy, strategy);
    }
}
