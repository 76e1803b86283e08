package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.scaling.Adjustment;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.CooldownChain;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.Statistic;
import dev.hostlab.scaling.StepAdjustment;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.workload.ServiceModel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A metric that is not published while no task runs, as the alarms of a run see it.
class ScalingLoopTest {

    private static final UnitPlan TASK = new UnitPlan("task", 10, 1, 2_048, 1, 50);
    private static final int DELAY_SECONDS = 60;

    /// The five rows of AWS's example of 3 of 3 points: 0 is fine, X breaches, - was not published. Source:
    /// CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data", read 2026-11-23. Where a
    /// row says that the alarm keeps its state, that is OK.
    @ParameterizedTest
    @CsvSource({
        "0-X-X, OK, OK, OK, OK",
        "0----, OK, OK, OK, OK",
        "-----, INSUFFICIENT_DATA, OK, HIGH, OK",
        "0XX-X, HIGH, HIGH, HIGH, HIGH",
        "--X--, HIGH, OK, HIGH, OK"
    })
    void l15MissingPointsInARun(String points, String missing, String ignore, String breaching, String notBreaching) {
        assertThat(alarm(points, MissingData.MISSING)).isEqualTo(missing);
        assertThat(alarm(points, MissingData.IGNORE)).isEqualTo(ignore);
        assertThat(alarm(points, MissingData.BREACHING)).isEqualTo(breaching);
        assertThat(alarm(points, MissingData.NOT_BREACHING)).isEqualTo(notBreaching);
    }

    /// Three points that are fine come before, so that the alarm has seen as many as it evaluates.
    private static String alarm(String points, MissingData missing) {
        var policy = new StepScaling(
                50,
                List.of(StepAdjustment.of("0..=1").orElseThrow()),
                Adjustment.of("ChangeInCapacity").orElseThrow(),
                0,
                new CapacityRange(0, 10),
                new StepScaling.Points(3, 3, missing),
                new Pacing.Pause(300, 300));
        var plan = new ScalingPlan.Steps(ScalingMetric.CPU, new MetricClock(60, DELAY_SECONDS, 60, 0), policy);
        var sampler = new MetricSampler(ScalingMetric.CPU, Statistic.PER_MINUTE, TASK, ServiceModel.Memory.NONE);
        var loop = new ScalingLoop(plan, "tasks", sampler, new CooldownChain());
        var now = 0L;
        for (var point : ("000" + points).toCharArray()) {
            loop.add(tick(point, now), new MetricSampler.Levels(0, 0, 0, 0, 0));
            now += Plans.MINUTE;
            loop.deliver(now + DELAY_SECONDS * 1_000_000_000L);
            loop.scaler().evaluate(now / 1_000_000_000L, 1);
        }
        return loop.scaler().alarm();
    }

    /// A minute in which one task used 90 or 10 % of its vCPU, or in which none ran.
    private static Tick tick(char point, long start) {
        var unitNanos = point == '-' ? 0 : Plans.MINUTE;
        var cpuNanos = unitNanos * (point == 'X' ? 0.9 : 0.1);
        return new Tick(
                start,
                start + Plans.MINUTE,
                new Tally(),
                Meter.PeriodLoad.NONE,
                cpuNanos,
                unitNanos,
                0,
                0,
                0,
                Tick.Extremes.NONE);
    }
}
