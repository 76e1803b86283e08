package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hostlab.hosting.InstanceChoice;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.TaskSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// AWS's own small examples and what follows from them, one test a row of `autoscaling.csv`; each row names the AWS
/// document or thread that it comes from, as read in November 2026. Rows called derived are choices of this model.
class AutoscalingTruthTest {

    private static final CapacityRange WIDE = new CapacityRange(0, 1_000);
    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    List<DynamicTest> rows() throws IOException {
        var file = Objects.requireNonNull(getClass().getResourceAsStream("autoscaling.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().map(AutoscalingTruthTest::test).toList();
        }
    }

    private static DynamicTest test(NamedCsvRecord row) {
        var in = JSON.readTree(row.getField("inputs"));
        var out = JSON.readTree(row.getField("expected"));
        var name = row.getField("id") + " " + row.getField("confidence") + " " + row.getField("mechanism");
        return DynamicTest.dynamicTest(name, () -> check(row.getField("mechanism"), in, out));
    }

    private static void check(String mechanism, JsonNode in, JsonNode out) {
        switch (mechanism) {
            case "step.percent-rounding" ->
                assertThat(Adjustment.rounded(real(in, "rawChange"))).isEqualTo(whole(out, "change"));
            case "step.PercentChangeInCapacity" ->
                assertThat(Adjustment.PERCENT_CHANGE_IN_CAPACITY.apply(
                                whole(in, "capacity"), whole(in, "percent"), whole(in, "minAdjustmentMagnitude")))
                        .isEqualTo(whole(out, "capacity"));
            case "step.ChangeInCapacity" ->
                assertThat(Adjustment.CHANGE_IN_CAPACITY.apply(whole(in, "capacity"), whole(in, "adjust"), 0))
                        .isEqualTo(whole(out, "capacity"));
            case "step.ExactCapacity" ->
                assertThat(Adjustment.EXACT_CAPACITY.apply(whole(in, "capacity"), whole(in, "exact"), 0))
                        .isEqualTo(whole(out, "capacity"));
            case "step.clamp" -> assertThat(clamped(in)).isEqualTo(whole(out, "capacity"));
            case "step.bounds" -> {
                var step = new StepAdjustment(real(in, "lower"), real(in, "upper"), 1);
                assertThat(step.applies(real(in, "metric") - real(in, "threshold")))
                        .isEqualTo(out.get("applies").asBoolean());
            }
            case "step.validation" ->
                assertThat(isValid(in)).isEqualTo(out.get("valid").asBoolean());
            case "step.warmup" -> warmUp(in, out);
            default -> checkCluster(mechanism, in, out);
        }
    }

    private static void checkCluster(String mechanism, JsonNode in, JsonNode out) {
        switch (mechanism) {
            case "ecs.CapacityProviderReservation" ->
                assertThat(ManagedScaling.reservation(whole(in, "N"), whole(in, "M")))
                        .isCloseTo(real(out, "metric"), within(1e-4));
            case "ecs.desired-for-target" ->
                assertThat(new ManagedScaling(real(in, "targetCapacity"), WIDE, 300, 15, 0.5, 900)
                                .wanted(1, whole(in, "M")))
                        .isEqualTo(whole(out, "N"));
            case "binpack.homogeneous" -> assertThat(instances(in)).isEqualTo(expectedInstances(out));
            case "target-tracking.proportional" -> {
                var tracker = tracker(real(in, "target"), new CooldownChain());
                tracker.observe(real(in, "metric"));
                assertThat(tracker.evaluate(60, whole(in, "capacity")).desired())
                        .isEqualTo(whole(out, "capacity"));
            }
            case "target-tracking" -> together(in);
            case "target-tracking.missing-data" -> blindTracker();
            case "ecs.alarm-shape" -> providerAlarms();
            case "alarm-shape" -> serviceAlarms();
            case "observed.ecs-scale-out-latency" ->
                // the simulation's own delays are in ScaleOutDelayTest; here that the row says 23 s for the tasks
                assertThat(real(out, "totalSeconds") - real(out, "triggerSeconds"))
                        .isEqualTo(23);
            default -> throw new AssertionError("No check for " + mechanism);
        }
    }

    private static int clamped(JsonNode in) {
        var step = new StepAdjustment(0, Double.POSITIVE_INFINITY, whole(in, "percent"));
        var policy = steps(List.of(step), new CapacityRange(1, whole(in, "max")));
        var scaler = new StepScaler(policy, new CooldownChain());
        scaler.observe(60);
        return scaler.evaluate(60, whole(in, "capacity")).desired();
    }

    private static boolean isValid(JsonNode in) {
        var steps = new ArrayList<StepAdjustment>();
        for (var bounds : in.get("steps")) {
            steps.add(new StepAdjustment(
                    bounds.get(0).isNull()
                            ? Double.NEGATIVE_INFINITY
                            : bounds.get(0).asDouble(),
                    bounds.get(1).isNull()
                            ? Double.POSITIVE_INFINITY
                            : bounds.get(1).asDouble(),
                    1));
        }
        return StepScaling.problems(steps).isEmpty();
    }

    /// Threshold 50; at 60 the policy adds 10 %, at 70 it adds 30 %.
    private static void warmUp(JsonNode in, JsonNode out) {
        var pacing = new InstanceWarmUp(0, 300, 300);
        var scaler = new StepScaler(awsExample(), pacing);
        if (in.has("scaleOutInProgress")) {
            scaler.observe(60);
            assertThat(scaler.evaluate(60, 10).desired()).isEqualTo(11);
            scaler.observe(30);
            assertThat(scaler.evaluate(120, 11)).isEqualTo(new Resize(11, "instances warming up until 0:06:00"));
        } else if (in.has("terminating")) {
            scaler.observe(40);
            assertThat(scaler.evaluate(60, 14).desired()).isEqualTo(13);
            assertThat(scaler.evaluate(120, 13).desired())
                    .as("the same step again")
                    .isEqualTo(13);
        } else {
            var warming =
                    Optional.ofNullable(in.get("warming")).map(JsonNode::asInt).orElse(0);
            if (warming > 0) {
                pacing.changed(0, whole(in, "current"), whole(in, "desired"), new Pacing.Pause(0, 0));
            }
            scaler.observe(real(in, "metric"));
            assertThat(scaler.evaluate(60, whole(in, "desired")).desired()).isEqualTo(whole(out, "desired"));
        }
    }

    private static void together(JsonNode in) {
        if (in.has("policies")) {
            var wishes = in.get("policies")
                    .valueStream()
                    .map(policy -> whole(policy, "wants"))
                    .toList();
            // metric ÷ target × 4 units is what each wants
            var set = set(wishes.getFirst() / 4.0 * 50, wishes.getLast() / 4.0 * 50, 1);
            assertThat(set.evaluate(60, 4).desired()).isEqualTo(8);
        } else {
            assertThat(set(10, 48, 15).evaluate(900, 4).desired())
                    .as("memory is not low")
                    .isEqualTo(4);
            assertThat(set(10, 30, 15).evaluate(900, 4).desired())
                    .as("both are low")
                    .isEqualTo(3);
        }
    }

    private static PolicySet set(double first, double second, int points) {
        var pacing = new CooldownChain();
        var scalers = List.of(tracker(50, pacing), tracker(50, pacing));
        for (var point = 0; point < points; point++) {
            scalers.getFirst().observe(first);
            scalers.getLast().observe(second);
        }
        return new PolicySet(List.copyOf(scalers));
    }

    private static void blindTracker() {
        var tracker = tracker(50, new CooldownChain());
        tracker.observe(80);
        for (var minute = 1; minute <= 40; minute++) {
            tracker.observe(Double.NaN);
        }
        assertThat(tracker.evaluate(2_400, 9).desired()).isEqualTo(9);
        assertThat(tracker.alarm()).isEqualTo("INSUFFICIENT_DATA");
    }

    private static void providerAlarms() {
        var scaler = new ManagedScaler(new ManagedScaling(100, WIDE, 300, 15, 0.5, 900));
        assertThat(scaler.evaluate(60, 3, 4, 3).desired())
                .as("one point is enough")
                .isEqualTo(4);
        var low = new ManagedScaler(new ManagedScaling(100, WIDE, 300, 15, 0.5, 900));
        for (var minute = 1; minute <= 14; minute++) {
            low.evaluate(60L * minute, 3, 2, 3);
        }
        assertThat(low.alarm()).isEqualTo("OK");
        low.evaluate(900, 3, 2, 3);
        assertThat(low.alarm()).isEqualTo("LOW");
    }

    private static void serviceAlarms() {
        assertThat(TargetTracking.AlarmShape.ECS).isEqualTo(new TargetTracking.AlarmShape(3, 15, 0.9));
    }

    /// Instances for tasks of one size, empty where one does not fit.
    private static Optional<Integer> instances(JsonNode in) {
        var task = in.get("task(cpu,mem)");
        var instance = in.get("instance(cpu,mem)");
        var type = new InstanceType(
                "test.large",
                instance.get(0).asInt() / 1_024,
                instance.get(1).asInt(),
                Architecture.X86_64,
                null,
                false,
                0);
        var size = new TaskSize(task.get(0).asDouble() / 1_024, task.get(1).asDouble() / 1_024);
        var each = new InstanceChoice(Architecture.X86_64, size, new InstanceChoice.Room(1, 0)).tasksOn(type);
        return each == 0 ? Optional.empty() : Optional.of(Math.ceilDiv(whole(in, "tasks"), each));
    }

    private static Optional<Integer> expectedInstances(JsonNode out) {
        return Optional.ofNullable(out.get("instances")).map(JsonNode::asInt);
    }

    private static TargetTracker tracker(double target, Pacing pacing) {
        var alarms = new TargetTracking.AlarmShape(1, 15, 0.9);
        return new TargetTracker(new TargetTracking(target, new CapacityRange(1, 100), 300, 300, alarms, 1), pacing);
    }

    private static StepScaling awsExample() {
        return steps(
                Stream.of(
                                new StepAdjustment(0, 10, 0),
                                new StepAdjustment(10, 20, 10),
                                new StepAdjustment(20, Double.POSITIVE_INFINITY, 30),
                                new StepAdjustment(-10, 0, 0),
                                new StepAdjustment(-20, -10, -10),
                                new StepAdjustment(Double.NEGATIVE_INFINITY, -20, -30))
                        .toList(),
                new CapacityRange(1, 100));
    }

    private static StepScaling steps(List<StepAdjustment> steps, CapacityRange range) {
        return new StepScaling(
                50,
                steps,
                Adjustment.PERCENT_CHANGE_IN_CAPACITY,
                0,
                range,
                StepScaling.Points.ONE,
                new Pacing.Pause(300, 300));
    }

    private static int whole(JsonNode node, String name) {
        return node.get(name).asInt();
    }

    private static double real(JsonNode node, String name) {
        return node.get(name).asDouble();
    }
}
