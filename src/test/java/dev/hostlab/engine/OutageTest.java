package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.FleetEvent.Outcome;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Failures at peak load on each option, what was lost and for how long; and that events disturb nothing else.
class OutageTest {

    private static final double PEAK = 8_400;
    private static final List<Function<Settings, FleetPlan>> OPTIONS =
            List.of(EventRuns::beanstalk, EventRuns::ecsOnEc2, EventRuns::fargate);

    @Test
    void aZoneTakesHalfOfABeanstalkEnvironmentUntilItsGroupFindsOut() {
        // health checks fail within 60 to 75 s; the group replaces after 180 s, and a launch takes 125.8 s
        var event = EventRuns.only(run(EventRuns::beanstalk, zone()));
        assertThat(event.leastUnits()).isEqualTo(2);
        assertThat(event.durationSeconds()).isCloseTo(180 + 125.8, within(0.5));
        assertThat(event.lostUnitSeconds()).isCloseTo(2 * 305.8, within(1.0));
        // half of 140 a second fail until the load balancer has found out, and what queues up later is served late
        assertThat(event.notServed()).isBetween(70L * 60, 70L * 90);
    }

    @Test
    void aZoneTakesHalfOfAFargateServiceUntilItsHealthChecksFail() {
        // two checks of 30 s fail: 30 to 60 s; then a start of 74.5 s
        var event = EventRuns.only(run(EventRuns::fargate, zone()));
        assertThat(event.leastUnits()).isEqualTo(2);
        assertThat(event.durationSeconds()).isBetween(30 + 74.0, 60 + 75.0);
        // half of 140 a second fail first; then two tasks that can do 100 a second get 140, and their lines overflow
        assertThat(event.notServed()).isBetween(70L * 30, 70L * 60 + 40L * 75);
    }

    @Test
    void aZoneTakesHalfOfACluster() {
        // the service asks for tasks after its checks; instances come when the group has found out: 180 s and a launch
        var settings = zone().with(EcsParameters.ECS_EC2.scalingEnabled, true);
        var event = EventRuns.only(run(EventRuns::ecsOnEc2, settings));
        assertThat(event.leastUnits()).isLessThanOrEqualTo(2);
        assertThat(event.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(event.durationSeconds()).isGreaterThan(104);
        assertThat(event.notServed()).isPositive();
    }

    @Test
    void aHostTakesOneTaskOrAllOfAnInstance() {
        var settings = EventRuns.FOUR.with(EventParameters.INSTANCE_FAILURES_AT, "1");
        assertThat(EventRuns.only(run(EventRuns::fargate, settings)).story()).contains("1 of 4 lost");
        assertThat(EventRuns.only(run(EventRuns::beanstalk, settings)).story()).contains("1 of 4 lost");
        assertThat(EventRuns.only(run(EventRuns::ecsOnEc2, settings)).story()).contains("2 of 4 lost");
    }

    @Test
    void spotUnitsHaveTwoMinutesAndLoseNothing() {
        // half of four tasks are Spot, and all of them go: replaced after a start of 74.5 s
        var settings = EventRuns.FOUR
                .with(EventParameters.SPOT_POOL_AT, "1")
                .with(EventParameters.SPOT_POOL_SHARE, 1.0)
                .with(FargateParameters.SPOT_SHARE, 0.5)
                .with(FargateParameters.VCPU_QUOTA, 100.0);
        var event = EventRuns.only(run(EventRuns::fargate, settings));
        assertThat(event.story()).contains("2 of 4 lost");
        assertThat(event.durationSeconds()).isCloseTo(74.5, within(0.6));
        assertThat(event.lostUnitSeconds()).isCloseTo(149, within(1.5));
    }

    @Test
    void everyOptionMeetsTheSameEventsAtTheSameTimes() {
        var settings = EventRuns.FOUR
                .with(EventParameters.PLAY, "all")
                .with(EventParameters.INSTANCE_FAILURES_PER_MONTH, 1_000.0)
                .with(EventParameters.ZONE_FAILURES_PER_MONTH, 300.0)
                .with(EventParameters.CONFIGURATION_PER_MONTH, 0.0)
                .with(EventParameters.PLATFORM_UPDATES_PER_MONTH, 0.0)
                .with("effort.deploymentsPerMonth", "0")
                .settings();
        var times = OPTIONS.stream()
                .map(option -> run(option, settings).events().stream()
                        .map(event -> event.kind() + event.beginSeconds())
                        .toList())
                .toList();
        assertThat(times.getFirst()).hasSizeGreaterThan(3);
        assertThat(times.get(1)).isEqualTo(times.getFirst());
        assertThat(times.get(2)).isEqualTo(times.getFirst());
    }

    @Test
    void requestsAreConservedWhateverHappens() {
        var settings = EventRuns.FOUR
                .with(EventParameters.DEPLOYMENTS_AT, "0.3, 1.2 bad")
                .with(EventParameters.CONFIGURATION_AT, "0.9")
                .with(EventParameters.PLATFORM_UPDATES_AT, "2.3")
                .with(EventParameters.INSTANCE_FAILURES_AT, "0.35, 0.9, 2")
                .with(EventParameters.ZONE_FAILURES_AT, "1.25, 2.35")
                .with(EventParameters.SPOT_POOL_AT, "0.5")
                .with(FargateParameters.SPOT_SHARE, 0.5)
                .with(FargateParameters.VCPU_QUOTA, 100.0)
                .with(EcsParameters.ECS_EC2.scalingEnabled, true);
        for (var option : OPTIONS) {
            var result = run(option, settings);
            var all = result.requests();
            assertThat(all.arrived()).isEqualTo(180 * (long) PEAK);
            assertThat(all.served() + all.rejected() + all.timedOut() + all.failed() + all.inFlight())
                    .isEqualTo(all.arrived());
            assertThat(result.events()).hasSize(all.arrived() > 0 ? 10 : 0);
            assertThat(result.events()).allSatisfy(OutageTest::isSane);
        }
    }

    @Test
    void aRunWithoutEventsIsWhatItWas() {
        // the rates of a month and everything about how changes go out leave a run alone that plays none
        var plain = run(EventRuns::fargate, EventRuns.FOUR);
        var told = run(
                EventRuns::fargate,
                EventRuns.FOUR
                        .with(EventParameters.INSTANCE_FAILURES_PER_MONTH, 500.0)
                        .with(EventParameters.PLAY, "none")
                        .with(EventParameters.DEPLOYMENTS_AT, "1"));
        assertThat(told.events()).isEmpty();
        assertThat(told.requests()).isEqualTo(plain.requests());
        assertThat(told.usage()).isEqualTo(plain.usage());
        assertThat(told.meanResponseSeconds()).isEqualTo(plain.meanResponseSeconds());
    }

    private static void isSane(FleetEvent event) {
        assertThat(event.durationSeconds()).isNotNegative();
        assertThat(event.notServed()).isNotNegative();
        assertThat(event.lostUnitSeconds()).isNotNegative();
        assertThat(event.leastUnits()).isBetween(0, 100);
    }

    private static Settings zone() {
        return EventRuns.FOUR.with(EventParameters.ZONE_FAILURES_AT, "1").with(FargateParameters.VCPU_QUOTA, 100.0);
    }

    private static RunResult run(Function<Settings, FleetPlan> option, Settings settings) {
        return EventRuns.run(option.apply(settings), PEAK);
    }
}
