package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Several policies, timetables and forecasts as scenarios set them, in whole runs on Fargate.
class ScalingControlTest {

    private static final int HOUR = 60;

    @Test
    void timetableMovesCapacityIntoItsRangeAndBack() {
        // the run starts on a Monday 07:00; nothing else scales
        var decisions = run(
                Map.of(
                        "fargate.scaling.enabled",
                        "false",
                        "fargate.scaling.schedule",
                        "mon-fri 08:00 min=6; daily 09:00 min=2 max=3"),
                flat(3 * HOUR, 60),
                7 * 3_600);
        assertThat(decisions)
                .extracting(ScalingDecision::reason)
                .containsExactly("scheduled: mon-fri 08:00 min=6; 2 → 6", "scheduled: daily 09:00 min=2 max=3; 6 → 3");
        assertThat(decisions).extracting(ScalingDecision::atSeconds).containsExactly(3_605.0, 7_205.0);
    }

    @Test
    void timetableKnowsTheDayOfTheWeek() {
        var saturday = 5 * 86_400 + 7 * 3_600;
        var decisions = run(
                Map.of("fargate.scaling.enabled", "false", "fargate.scaling.schedule", "mon-fri 08:00 min=6"),
                flat(3 * HOUR, 60),
                saturday);
        assertThat(decisions).isEmpty();
    }

    @Test
    void forecastRaisesCapacityBeforeTheHourOfYesterdaysPeak() {
        var days = new double[48 * HOUR];
        Arrays.fill(days, 60);
        Arrays.fill(days, 10 * HOUR, 11 * HOUR, 3_000);
        Arrays.fill(days, 34 * HOUR, 35 * HOUR, 3_000);
        var decisions = run(
                Map.of("fargate.scaling.target", "20", "fargate.scaling.predictive.mode", "forecast-and-scale"),
                days,
                0);
        var foreseen = decisions.stream()
                .filter(decision -> decision.metric().equals("forecast"))
                .findFirst()
                .orElseThrow();
        assertThat(foreseen.atSeconds()).as("five minutes before 10 o'clock").isEqualTo((34 * 60 - 5) * 60.0);
        assertThat(foreseen.to()).isGreaterThan(foreseen.from());
        assertThat(foreseen.reason()).startsWith("forecast of ");
    }

    @Test
    void forecastOnlyChangesNothing() {
        var days = flat(30 * HOUR, 300);
        assertThat(run(Map.of("fargate.scaling.predictive.mode", "forecast-only"), days, 0))
                .isEqualTo(run(Map.of(), days, 0));
    }

    @Test
    void secondPolicyScalesOutAndForbidsToScaleIn() {
        // 600 requests a minute on 2 tasks: 10 % CPU, and 300 requests a target
        var user = Map.of(
                "fargate.scaling.second.metric", "requests-per-target",
                "fargate.scaling.second.target", "100");
        var out = run(user, flat(30, 600), 0).getFirst();
        assertThat(out.metric()).isEqualTo("requests-per-target");
        assertThat(out.to()).isEqualTo(6);
        // CPU is far below its target all the time; six tasks have 100 requests each, above 90
        assertThat(run(user, flat(60, 600), 0)).hasSize(1);
    }

    @Test
    void stepsActOnTheDistanceFromTheTarget() {
        // 3,000 requests of 20 ms a minute on 2 tasks of one vCPU: 50 %, 25 above the target of 25
        var user = Map.of(
                "fargate.scaling.policy", "step",
                "fargate.scaling.target", "25",
                "fargate.scaling.steps", "..0=-1; 0..20=+1; 20..=+3");
        var first = run(user, flat(30, 3_000), 0).getFirst();
        assertThat(first.from()).isEqualTo(2);
        assertThat(first.to()).isEqualTo(5);
        assertThat(first.reason()).startsWith("2 of 2 points at or above 25; 2 → 5");
    }

    @Test
    void scaleInCanBeDisabled() {
        var counts = flat(90, 60);
        Arrays.fill(counts, 10, 30, 6_000);
        assertThat(run(Map.of("fargate.scaling.scaleIn", "false"), counts, 0))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.to()).isGreaterThan(decision.from()));
        assertThat(run(Map.of(), counts, 0))
                .anySatisfy(decision -> assertThat(decision.to()).isLessThan(decision.from()));
    }

    private static List<ScalingDecision> run(Map<String, String> more, double[] counts, double secondsOfWeek) {
        var input = new RunInput(
                Plans.minutes(counts),
                ServiceTables.of(Plans.service(60, false)),
                plan(more),
                1,
                new RunInput.Randomness(3, 0, true),
                secondsOfWeek,
                false);
        return new Simulation(input, RunMonitor.NONE).run().decisions();
    }

    private static FleetPlan plan(Map<String, String> more) {
        var user = new LinkedHashMap<String, String>();
        user.put("task.vcpu", "1");
        user.put("task.memoryGiB", "2");
        user.put("capacity.min", "2");
        user.put("capacity.max", "20");
        user.put("fargate.vcpuQuota", "1000");
        user.put("fargate.scaling.metric", "cpu");
        user.put("fargate.scaling.outCooldownSeconds", "300");
        user.putAll(more);
        var revision = Settings.standard().with(user);
        assertThat(revision.issues()).isEmpty();
        var resolution = ScenarioDefaults.resolve(revision.settings(), List.of());
        assertThat(resolution.issues()).isEmpty();
        return new EcsOnFargate(resolution.settings()).fleetPlan(2);
    }

    private static double[] flat(int minutes, double perMinute) {
        var counts = new double[minutes];
        Arrays.fill(counts, perMinute);
        return counts;
    }
}
