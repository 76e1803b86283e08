package dev.hostlab.files;

import dev.hostlab.scaling.Adjustment;
import dev.hostlab.scaling.StepAdjustment;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.replay.PolicyConfig;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// AWS's own JSON of a scaling policy, of Application Auto Scaling or of EC2 Auto Scaling: the configuration alone,
/// the whole request, or what describing one policy prints.
///
/// Source: API references of PutScalingPolicy of both services, read 2026-11-23.
public final class PolicyFile {

    private static final String SEE = "Compare with AWS's API reference of PutScalingPolicy.";
    private static final int LONGEST_SECONDS = 86_400;
    private static final int MOST_UNITS = 1_000_000;

    private static final List<String> TARGET_CONFIGURATIONS =
            List.of("TargetTrackingScalingPolicyConfiguration", "TargetTrackingConfiguration");
    private static final String STEP_CONFIGURATION = "StepScalingPolicyConfiguration";
    private static final List<String> STEP_NAMES = List.of(
            "AdjustmentType",
            "StepAdjustments",
            "MinAdjustmentMagnitude",
            "MinAdjustmentStep",
            "MetricAggregationType",
            "Cooldown");
    private static final List<String> TARGET_NAMES = List.of(
            "TargetValue",
            "PredefinedMetricSpecification",
            "CustomizedMetricSpecification",
            "DisableScaleIn",
            "ScaleOutCooldown",
            "ScaleInCooldown");
    private static final List<String> REQUEST_NAMES = Stream.of(
                    TARGET_CONFIGURATIONS,
                    STEP_NAMES,
                    List.of(
                            STEP_CONFIGURATION,
                            "PolicyName",
                            "PolicyARN",
                            "PolicyType",
                            "AutoScalingGroupName",
                            "EstimatedInstanceWarmup",
                            "Enabled",
                            "Alarms",
                            "ServiceNamespace",
                            "ResourceId",
                            "ScalableDimension",
                            "CreationTime"))
            .flatMap(List::stream)
            .toList();

    private final List<Issue> issues = new ArrayList<>();

    private PolicyFile() {}

    /// Reads a policy; an empty one comes with the reasons.
    public static PolicyReading read(Path file) throws IOException {
        return parse(Files.readAllBytes(file), file.toString());
    }

    /// @param name of the file, for problems
    static PolicyReading parse(byte[] bytes, String name) {
        var reader = new PolicyFile();
        var document = JsonTree.read(bytes, name);
        reader.issues.addAll(document.issues());
        if (!(document.root() instanceof JsonTree.Fields fields)) {
            if (document.issues().isEmpty()) {
                reader.issues.add(new Issue(name, "A policy is an object in braces.", SEE));
            }
            return new PolicyReading(Optional.empty(), reader.issues);
        }
        var policy = reader.described(new JsonObject(name, "", fields, reader.issues));
        return new PolicyReading(reader.issues.isEmpty() ? policy : Optional.empty(), reader.issues);
    }

    /// What describing policies prints is a list of them.
    private Optional<PolicyConfig> described(JsonObject root) {
        if (!root.has("ScalingPolicies")) {
            return policy(root);
        }
        root.known(List.of("ScalingPolicies", "NextToken"));
        var policies = root.objects("ScalingPolicies");
        if (policies.size() != 1) {
            root.refuse("ScalingPolicies", "There are " + policies.size() + " policies.", "Leave one.");
            return Optional.empty();
        }
        return policy(policies.getFirst());
    }

    private Optional<PolicyConfig> policy(JsonObject root) {
        var warmup = root.whole("EstimatedInstanceWarmup", 0, LONGEST_SECONDS);
        for (var wrapper : TARGET_CONFIGURATIONS) {
            if (root.has(wrapper)) {
                root.known(REQUEST_NAMES);
                return root.object(wrapper).map(inner -> target(inner, warmup));
            }
        }
        if (root.has(STEP_CONFIGURATION)) {
            root.known(REQUEST_NAMES);
            return root.object(STEP_CONFIGURATION).map(inner -> {
                inner.known(STEP_NAMES);
                return step(inner, warmup);
            });
        }
        if (root.has("StepAdjustments") || root.has("AdjustmentType")) {
            root.known(REQUEST_NAMES);
            return Optional.of(step(root, warmup));
        }
        return bare(root, warmup);
    }

    private Optional<PolicyConfig> bare(JsonObject root, Optional<Integer> warmup) {
        var type = root.word("PolicyType");
        if (type.isPresent() && !List.of("TargetTrackingScaling", "StepScaling").contains(type.get())) {
            root.refuse("PolicyType", type.get() + " cannot be replayed.", "Give a target-tracking or step policy.");
            return Optional.empty();
        }
        return Optional.of(target(root, warmup));
    }

    private PolicyConfig target(JsonObject policy, Optional<Integer> warmup) {
        policy.known(Stream.concat(TARGET_NAMES.stream(), Stream.of("EstimatedInstanceWarmup", "PolicyType"))
                .toList());
        var target = policy.number("TargetValue");
        if (!policy.has("TargetValue")) {
            policy.refuse("The policy has no TargetValue and no StepAdjustments.", SEE);
        }
        target.filter(value -> !(value > 0))
                .ifPresent(value -> policy.refuse("TargetValue", "A target is above 0.", "Raise it."));
        var metric = new MetricSpecification(policy).metric();
        return new PolicyConfig.Target(
                target.orElse(1.0),
                metric,
                !policy.flag("DisableScaleIn").orElse(false),
                new PolicyConfig.Cooldowns(
                        policy.whole("ScaleOutCooldown", 0, LONGEST_SECONDS),
                        policy.whole("ScaleInCooldown", 0, LONGEST_SECONDS)),
                warmup);
    }

    private PolicyConfig step(JsonObject policy, Optional<Integer> warmup) {
        policy.word("PolicyType")
                .filter(type -> !type.equals("StepScaling"))
                .ifPresent(type -> policy.refuse(
                        "PolicyType", type + " cannot be replayed.", "Give a target-tracking or step policy."));
        var type = adjustment(policy);
        aggregation(policy);
        var steps = new ArrayList<StepAdjustment>();
        var given = policy.objects("StepAdjustments");
        given.forEach(each -> step(each, type).ifPresent(steps::add));
        if (given.isEmpty()) {
            policy.refuse("StepAdjustments", "A step policy needs steps.", SEE);
        } else if (steps.size() == given.size()) {
            StepScaling.problems(steps)
                    .forEach(problem ->
                            policy.refuse("StepAdjustments", problem, "Let the steps join without overlap or gap."));
        }
        var least = policy.whole("MinAdjustmentMagnitude", 0, MOST_UNITS);
        return new PolicyConfig.Step(
                type,
                steps,
                least.or(() -> policy.whole("MinAdjustmentStep", 0, MOST_UNITS)).orElse(0),
                policy.whole("Cooldown", 0, LONGEST_SECONDS),
                warmup);
    }

    private static Optional<StepAdjustment> step(JsonObject step, Adjustment type) {
        step.known(List.of("MetricIntervalLowerBound", "MetricIntervalUpperBound", "ScalingAdjustment"));
        var before = step.issues().size();
        var lower = step.number("MetricIntervalLowerBound").orElse(Double.NEGATIVE_INFINITY);
        var upper = step.number("MetricIntervalUpperBound").orElse(Double.POSITIVE_INFINITY);
        var change = step.whole("ScalingAdjustment", type == Adjustment.EXACT_CAPACITY ? 0 : -MOST_UNITS, MOST_UNITS);
        if (!step.has("ScalingAdjustment")) {
            step.refuse("ScalingAdjustment", "A step needs its adjustment.", SEE);
        }
        if (lower >= upper && step.issues().size() == before) {
            step.refuse(
                    "MetricIntervalUpperBound", "The upper bound is not above the lower one.", "Swap or mend them.");
        }
        return step.issues().size() == before
                ? Optional.of(new StepAdjustment(lower, upper, change.orElse(0)))
                : Optional.empty();
    }

    private static Adjustment adjustment(JsonObject policy) {
        var known = Arrays.stream(Adjustment.values()).map(Adjustment::id).collect(Collectors.joining(", "));
        var word = policy.word("AdjustmentType");
        if (!policy.has("AdjustmentType")) {
            policy.refuse("AdjustmentType", "A step policy needs an adjustment type.", "Give one of " + known + ".");
        }
        var type = word.flatMap(Adjustment::of);
        if (word.isPresent() && type.isEmpty()) {
            policy.refuse("AdjustmentType", "There is no type " + word.get() + ".", "Give one of " + known + ".");
        }
        return type.orElse(Adjustment.CHANGE_IN_CAPACITY);
    }

    /// One series is the metric of all instances together, so every aggregation of it is the same.
    private static void aggregation(JsonObject policy) {
        var types = List.of("Average", "Minimum", "Maximum");
        policy.word("MetricAggregationType")
                .filter(type -> !types.contains(type))
                .ifPresent(type -> policy.refuse(
                        "MetricAggregationType",
                        "There is no aggregation " + type + ".",
                        "Give one of " + String.join(", ", types) + "."));
    }
}
