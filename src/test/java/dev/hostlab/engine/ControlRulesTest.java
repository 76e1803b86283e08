package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingMetric;
import org.junit.jupiter.api.Test;

/// Rules of the control side that no request shows.
class ControlRulesTest {

    @Test
    void anOutageWithoutASingleAnswerIsABreach() {
        var breaches = new BreachCounter(0, 600);
        for (var minute = 0; minute < 15; minute++) {
            var counts = new Tally();
            counts.arrived = 20;
            breaches.add(tick(minute, counts, 20.0 * (minute + 1)));
        }
        assertThat(breaches.episodes()).isEqualTo(1);
        assertThat(breaches.days()).isEqualTo(1);
    }

    @Test
    void aQuietMinuteEndsAStretch() {
        var breaches = new BreachCounter(0, 600);
        for (var minute = 0; minute < 30; minute++) {
            var counts = new Tally();
            counts.arrived = minute % 9 == 8 ? 0 : 20;
            breaches.add(tick(minute, counts, counts.arrived));
        }
        assertThat(breaches.episodes()).isZero();
    }

    @Test
    void aDecisionOnItsWayIsNotTakenAgain() {
        var tracking = (ScalingPlan.Tracking) Plans.tracking(ScalingMetric.CPU, 60);
        var slow = new ScalingPlan.Tracking(tracking.metric(), new MetricClock(60, 60, 60, 130), tracking.policy());
        var result =
                SimulationTest.run(Plans.tasks(Routing.LEAST_OUTSTANDING, slow), Plans.surge(1_500, 6), 10, false, 0);
        assertThat(result.decisions()).isNotEmpty();
        var desired = 2;
        for (var decision : result.decisions()) {
            assertThat(decision.from())
                    .as("each decision starts where the last one ended")
                    .isEqualTo(desired);
            desired = decision.to();
        }
    }

    private static Tick tick(int minute, Tally counts, double inside) {
        var start = minute * Plans.MINUTE;
        var load = new Meter.PeriodLoad(inside, inside);
        return new Tick(start, start + Plans.MINUTE, counts, load, 0, Plans.MINUTE, 0, 0, 0, Tick.Extremes.NONE);
    }
}
