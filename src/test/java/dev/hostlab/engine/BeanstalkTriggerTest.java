package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The trigger of an Elastic Beanstalk environment on each metric that it may watch, after a large step of load.
class BeanstalkTriggerTest {

    private static final InstanceType TYPE = new InstanceType("t3.micro", 2, 1_024, Architecture.X86_64, null, true, 0);

    @ParameterizedTest
    @CsvSource({"per-minute, 1", "per-5-minutes, 3"})
    void unitOfNetworkOutDecides(String unit, int scaleOuts) {
        // 8 MB a minute are above 6 MB; two instances have 4 each, which is below, but 20 in five minutes are not
        assertThat(decisions(Map.of("beanstalk.networkOutUnit", unit), 800)).hasSize(scaleOuts);
    }

    @ParameterizedTest
    @CsvSource({
        "CPUUtilization, 1",
        "NetworkIn, 100000",
        "RequestCount, 1000",
        "RequestCountPerTarget, 500",
        "TargetResponseTime, 0.001",
        "Latency, 0.001",
        "HealthyHostCount, 0.5"
    })
    void anyMetricOfTheListScales(String measure, String upper) {
        var decisions = decisions(Map.of(
                "beanstalk.trigger.measure",
                measure,
                "beanstalk.trigger.upper",
                upper,
                "beanstalk.trigger.lower",
                "0"));
        assertThat(decisions)
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.to()).isGreaterThan(decision.from()));
    }

    @ParameterizedTest
    @CsvSource({"DiskWriteBytes, 1", "UnhealthyHostCount, 1"})
    void metricsWithoutACauseNeverScaleOut(String measure, String upper) {
        var decisions = decisions(Map.of(
                "beanstalk.trigger.measure",
                measure,
                "beanstalk.trigger.upper",
                upper,
                "beanstalk.trigger.lower",
                "0"));
        assertThat(decisions).isEmpty();
    }

    @Test
    void longPeriodsSlideMinuteByMinuteOverDetailedMonitoring() {
        var first = decisions(Map.of("beanstalk.monitoringMinutes", "1", "beanstalk.trigger.periodMinutes", "5"))
                .getFirst();
        // the mean of five minutes is above 6 MB as soon as one of them holds 40
        assertThat(first.atSeconds()).isBetween(1_800.0 + 60 + 60, 1_800.0 + 60 + 120);
        assertThat(first.clocks().metricPeriod()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({
        // 800 requests of 10 kB a minute on one instance: 8 MB a minute, 40 in five
        "NetworkOut, Average, 7000000, 9000000",
        "NetworkOut, Sum, 39000000, 41000000",
        "NetworkOut, Maximum, 7900000, 9000000",
        "NetworkIn, Sum, 1990000, 2010000",
        // 5 ms each on two vCPUs: 3.3 %, and as much of each of five minutes
        "CPUUtilization, Average, 3, 4",
        "CPUUtilization, Sum, 16, 17.5",
        "CPUUtilization, Minimum, 2.5, 4",
        "RequestCount, Sum, 3990, 4010",
        "RequestCount, Average, 0.5, 1",
        "RequestCountPerTarget, Sum, 3990, 4010",
        "TargetResponseTime, Maximum, 0.3, 60",
        "TargetResponseTime, Sum, 100, 5000",
        "HealthyHostCount, Sum, 4.5, 5.5"
    })
    void eachStatisticPassesTheThresholdsThatItShould(String measure, String statistic, String below, String above) {
        var user = new LinkedHashMap<String, String>();
        user.put("beanstalk.trigger.measure", measure);
        user.put("beanstalk.trigger.statistic", statistic);
        user.put("beanstalk.trigger.lower", "0");
        user.put("beanstalk.trigger.upper", below);
        assertThat(decisions(user, 800)).isNotEmpty();
        user.put("beanstalk.trigger.upper", above);
        assertThat(decisions(user, 800)).isEmpty();
    }

    @Test
    void aSumOfSeveralMinutesIsThatOfAllOfThem() {
        var user = new LinkedHashMap<String, String>();
        user.put("beanstalk.trigger.measure", "NetworkOut");
        user.put("beanstalk.trigger.statistic", "Sum");
        user.put("beanstalk.monitoringMinutes", "1");
        user.put("beanstalk.trigger.periodMinutes", "3");
        user.put("beanstalk.trigger.upper", "23000000");
        assertThat(decisions(user, 800)).as("24 MB in three minutes").isNotEmpty();
        user.put("beanstalk.trigger.upper", "25000000");
        assertThat(decisions(user, 800)).isEmpty();
    }

    @Test
    void breachDurationGivesTheEvaluationPeriods() {
        var fifteen = decisions(Map.of("beanstalk.trigger.breachDurationMinutes", "15"))
                .getFirst();
        assertThat(fifteen.reason()).startsWith("3 of 3 points above");
    }

    @Test
    void aGroupMayHaveStepsInsteadOfATrigger() {
        var decisions = decisions(
                Map.of(
                        "beanstalk.scaling.policy", "step",
                        "beanstalk.scaling.metric", "cpu",
                        "beanstalk.monitoringMinutes", "1",
                        "beanstalk.trigger.upper", "2",
                        "beanstalk.trigger.lower", "1",
                        "beanstalk.scaling.steps", "0..1=+1; 1..=+2"),
                800);
        assertThat(decisions.getFirst().reason()).startsWith("2 of 2 points at or above 2; 1 → 3");
    }

    @Test
    void aForecastRaisesTheGroupBeforeYesterdaysPeak() {
        var counts = new double[48 * 60];
        Arrays.fill(counts, 60);
        Arrays.fill(counts, 600, 660, 1_600);
        Arrays.fill(counts, 34 * 60, 35 * 60, 1_600);
        var user = Map.of(
                "beanstalk.scaling.predictive.mode", "forecast-and-scale",
                "beanstalk.scaling.metric", "network-out");
        var foreseen = decisions(user, counts).stream()
                .filter(decision -> decision.metric().equals("forecast"))
                .findFirst()
                .orElseThrow();
        assertThat(foreseen.atSeconds()).as("five minutes before 10 o'clock").isEqualTo((34 * 60 - 5) * 60.0);
        assertThat(foreseen.to()).isGreaterThan(foreseen.from());
    }

    private static List<ScalingDecision> decisions(Map<String, String> more) {
        return decisions(more, 4_000);
    }

    /// Half an hour of 100 requests a minute, then so many, of 10 kB each.
    private static List<ScalingDecision> decisions(Map<String, String> more, double perMinute) {
        var counts = new double[90];
        Arrays.fill(counts, 0, 30, 300);
        Arrays.fill(counts, 30, 90, perMinute);
        return decisions(more, counts);
    }

    private static List<ScalingDecision> decisions(Map<String, String> more, double[] counts) {
        var user = new LinkedHashMap<String, String>();
        user.put("preset", "aws-defaults");
        user.put("task.vcpu", "1");
        user.put("task.memoryGiB", "0.5");
        user.putAll(more);
        var revision = Settings.standard().with(user);
        assertThat(revision.issues()).isEmpty();
        var resolved = ScenarioDefaults.resolve(revision.settings(), List.of(TYPE));
        assertThat(resolved.issues())
                .filteredOn(issue -> issue.path().startsWith("beanstalk"))
                .isEmpty();
        var input = new RunInput(
                minutes(counts),
                ServiceTables.of(service()),
                new ElasticBeanstalk(resolved.settings(), TYPE).fleetPlan(1),
                1,
                new RunInput.Randomness(7, 0, true),
                0,
                false);
        return new Simulation(input, RunMonitor.NONE).run().decisions();
    }

    private static BinnedArrivals minutes(double[] counts) {
        var widths = new long[counts.length];
        Arrays.fill(widths, Plans.MINUTE);
        return new BinnedArrivals(widths, BinnedArrivals.Columns.of(counts));
    }

    private static ServiceModel service() {
        var model = Plans.service(60, false);
        return new ServiceModel(
                100,
                new ServiceModel.Cpu(5, 0, 0, new Variation.Constant()),
                model.upstream(),
                model.tokens(),
                new ServiceModel.Payload(500, 10_000, 0),
                model.memory(),
                model.clients());
    }
}
