package dev.hostlab.hosting;

import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/// How an ECS service takes what happens to it, on EC2 and on Fargate. A configuration change is a new revision of
/// the task definition, so it goes out like a version; so does a rotated secret, which a task reads when it starts
/// (ECS developer guide, passing sensitive data: a new deployment has to be forced). Test traffic reaches new tasks
/// first where they stand apart (ECS developer guide, blue/green deployments: test listener and lifecycle hooks).
///
/// @param settings   resolved settings
/// @param ecs        the service's parameters
/// @param deployment those of its deployments
record ServiceRollouts(Settings settings, EcsParameters ecs, EcsDeploymentParameters deployment) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double PERCENT_PER_UNIT = 100;
    private static final double NEVER_SECONDS = 1e9;
    private static final int MOST_FAILURES = 200;

    EventPlan plan(Rollout platform, double spotShare) {
        var events = new Events(settings);
        return new EventPlan(
                events.calendar(),
                rollout(),
                rollout(),
                platform,
                rollout(),
                EvaluationStage.of(settings),
                events.serviceOutages(ecs, deployment, spotShare),
                events.servicePeople(ecs, deployment));
    }

    private Rollout rollout() {
        var step = settings.get(deployment.stepPercent) / PERCENT_PER_UNIT;
        return switch (settings.get(deployment.strategy)) {
            case "blue-green" -> apart("blue/green", List.of());
            case "linear" -> apart("linear", linear(step));
            case "canary" -> apart("canary", List.of(shift(step)));
            default -> rolling("rolling");
        };
    }

    /// The service's own rolling update.
    Rollout.Rolling rolling(String name) {
        return new Rollout.Rolling(
                name,
                settings.get(deployment.minimumHealthyPercent),
                settings.get(deployment.maximumPercent),
                breaker());
    }

    private List<Rollout.Shift> linear(double step) {
        var shifts = new ArrayList<Rollout.Shift>();
        for (var number = 1; number * step < 1 - 1e-9; number++) {
            shifts.add(shift(number * step));
        }
        return shifts;
    }

    private Rollout.Shift shift(double share) {
        return new Rollout.Shift(share, SECONDS_PER_MINUTE * settings.get(deployment.stepMinutes));
    }

    private Rollout.Parallel apart(String name, List<Rollout.Shift> shifts) {
        return new Rollout.Parallel(
                name,
                false,
                true,
                SECONDS_PER_MINUTE * settings.get(deployment.hookMinutes),
                shifts,
                SECONDS_PER_MINUTE * settings.get(deployment.bakeMinutes),
                false,
                true,
                false,
                breaker());
    }

    private Rollout.Breaker breaker() {
        var isOn = settings.get(deployment.circuitBreaker);
        return new Rollout.Breaker(
                isOn,
                settings.get(deployment.breakerMinimum),
                MOST_FAILURES,
                isOn ? NEVER_SECONDS : new Events(settings).actSeconds());
    }
}
