package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How an ECS service brings a new version to its tasks; the same on EC2 and on Fargate, each with its own values.
public final class EcsDeploymentParameters {

    public static final EcsDeploymentParameters ECS_EC2 = new EcsDeploymentParameters("ecs-ec2.deployment.");
    public static final EcsDeploymentParameters FARGATE = new EcsDeploymentParameters("fargate.deployment.");

    public static final EcsDeploymentParameters MANAGED_INSTANCES =
            new EcsDeploymentParameters("managed-instances.deployment.");

    private static final String GUIDE = "ECS developer guide, ";

    public final Parameter<String> strategy;
    public final Parameter<Double> minimumHealthyPercent;
    public final Parameter<Double> maximumPercent;
    public final Parameter<Boolean> circuitBreaker;
    public final Parameter<Integer> breakerMinimum;
    public final Parameter<Integer> unhealthyThreshold;
    public final Parameter<Double> stepPercent;
    public final Parameter<Double> stepMinutes;
    public final Parameter<Double> hookMinutes;
    public final Parameter<Double> bakeMinutes;

    private EcsDeploymentParameters(String at) {
        strategy = strategy(at);
        minimumHealthyPercent = minimumHealthyPercent(at);
        maximumPercent = maximumPercent(at);
        circuitBreaker = circuitBreaker(at);
        breakerMinimum = breakerMinimum(at);
        unhealthyThreshold = unhealthyThreshold(at);
        stepPercent = stepPercent(at);
        stepMinutes = stepMinutes(at);
        hookMinutes = hookMinutes(at);
        bakeMinutes = bakeMinutes(at);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(
                strategy,
                minimumHealthyPercent,
                maximumPercent,
                circuitBreaker,
                breakerMinimum,
                unhealthyThreshold,
                stepPercent,
                stepMinutes,
                hookMinutes,
                bakeMinutes);
    }

    private static Parameter<String> strategy(String at) {
        return parameter(
                at + "strategy",
                "rolling",
                choice("rolling", "blue-green", "linear", "canary"),
                documented(GUIDE + "deployments: rolling update unless another strategy is chosen"),
                "How new tasks take over.");
    }

    private static Parameter<Double> minimumHealthyPercent(String at) {
        return parameter(
                at + "minimumHealthyPercent",
                100.0,
                real(0, 100, "%"),
                documented(GUIDE + "service definition: minimumHealthyPercent 100 for a replica service"),
                "Rolling: healthy tasks that stay, of the desired ones, rounded up.");
    }

    private static Parameter<Double> maximumPercent(String at) {
        return parameter(
                at + "maximumPercent",
                200.0,
                real(100, 200, "%"),
                documented(GUIDE + "service definition: maximumPercent 200 for a replica service"),
                "Rolling: tasks that there may be, of the desired ones, rounded down.");
    }

    private static Parameter<Boolean> circuitBreaker(String at) {
        return parameter(
                at + "circuitBreaker",
                false,
                flag(),
                documented(GUIDE + "deployment circuit breaker: off unless asked for"),
                "Whether a deployment whose tasks fail is rolled back.");
    }

    private static Parameter<Integer> breakerMinimum(String at) {
        return parameter(
                at + "breakerMinimum",
                10,
                whole(3, 10, "tasks"),
                documented(GUIDE + "deployment circuit breaker: half of the desired count, at least 10 and at most 200;"
                        + " newer texts say at least 3"),
                "Failed tasks that trip the circuit breaker of a small service.");
    }

    private static Parameter<Integer> unhealthyThreshold(String at) {
        return parameter(
                at + "unhealthyThreshold",
                2,
                whole(2, 10, "checks"),
                documented("ALB user guide, health checks: 2"),
                "Failed health checks in a row until a task is stopped.");
    }

    private static Parameter<Double> stepPercent(String at) {
        return parameter(
                at + "stepPercent",
                10.0,
                real(1, 99, "%"),
                assumed("a tenth, as AWS's own examples have it"),
                "Linear: traffic shifted with each step. Canary: what the new tasks get first.");
    }

    private static Parameter<Double> stepMinutes(String at) {
        return parameter(
                at + "stepMinutes",
                5.0,
                real(0, 1_440, "min"),
                assumed("as AWS's own examples have it"),
                "Linear and canary: how long each step lasts.");
    }

    private static Parameter<Double> hookMinutes(String at) {
        return parameter(
                at + "hookMinutes",
                0.0,
                real(0, 1_440, "min"),
                assumed("no hooks unless a team writes them"),
                "Blue/green, linear and canary: tests of the new tasks before they get traffic.");
    }

    private static Parameter<Double> bakeMinutes(String at) {
        return parameter(
                at + "bakeMinutes",
                5.0,
                real(0, 1_440, "min"),
                assumed("long enough for an alarm; there is no default in the API"),
                "Blue/green, linear and canary: how long the old tasks stay beside after the last shift.");
    }
}
