package dev.hostlab.hosting;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.settings.BeanstalkDeploymentParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import java.util.List;

/// How an Elastic Beanstalk environment takes what happens to it.
///
/// @param settings     resolved settings
/// @param range        least and most instances
/// @param registration what an instance passes before it takes requests
record BeanstalkRollouts(Settings settings, CapacityRange range, List<StartUp.Stage> registration) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double PERCENT_PER_UNIT = 100;
    private static final int THIRD = 3;

    /// @param spotShare of the instances, 0 to 1
    EventPlan plan(double spotShare) {
        var events = new Events(settings);
        return new EventPlan(
                events.calendar(),
                deployment(),
                configuration(),
                immutable("immutable, as managed updates are"),
                rotation(),
                EvaluationStage.of(settings),
                events.beanstalkOutages(spotShare),
                events.beanstalkPeople());
    }

    private Rollout deployment() {
        var batch = settings.get(BeanstalkDeploymentParameters.BATCH_PERCENT) / PERCENT_PER_UNIT;
        return switch (settings.get(BeanstalkDeploymentParameters.POLICY)) {
            case "all-at-once" -> inPlace("all at once", 1, false, false);
            case "rolling-with-additional-batch" -> inPlace("rolling with additional batch", batch, true, true);
            case "immutable" -> immutable("immutable");
            case "traffic-splitting" -> split();
            case "url-swap" -> swap();
            default -> inPlace("rolling", batch, true, false);
        };
    }

    private Rollout inPlace(String name, double batch, boolean deregisters, boolean additional) {
        var command = new Stages(settings)
                .stage(
                        "command",
                        new Latency.LogNormal(
                                settings.get(BeanstalkDeploymentParameters.COMMAND_MEDIAN_SECONDS),
                                Math.max(
                                        settings.get(BeanstalkDeploymentParameters.COMMAND_MEDIAN_SECONDS),
                                        settings.get(BeanstalkDeploymentParameters.COMMAND_P95_SECONDS))),
                        true);
        return new Rollout.InPlace(
                name,
                batch,
                deregisters,
                additional,
                command.latency(),
                registration.stream().map(StartUp.Stage::latency).toList(),
                gate(),
                timeout());
    }

    private Rollout immutable(String name) {
        return new Rollout.Parallel(name, true, false, gate(), List.of(), 0, false, false, false, breaker());
    }

    private Rollout split() {
        var share = settings.get(BeanstalkDeploymentParameters.SPLIT_PERCENT) / PERCENT_PER_UNIT;
        var seconds = SECONDS_PER_MINUTE * settings.get(BeanstalkDeploymentParameters.SPLIT_MINUTES);
        var shift = new Rollout.Shift(share, seconds);
        return new Rollout.Parallel(
                "traffic splitting", false, true, gate(), List.of(shift), 0, true, false, false, breaker());
    }

    /// A second environment with a load balancer of its own, to which the address of the first is given when all
    /// is well. Source: Elastic Beanstalk developer guide, blue/green deployments, read 2026-11-23.
    private Rollout swap() {
        var keeps = SECONDS_PER_MINUTE * settings.get(BeanstalkDeploymentParameters.SWAP_KEEPS_MINUTES);
        return new Rollout.Parallel(
                "swap of environments", false, true, gate(), List.of(), keeps, false, true, true, breaker());
    }

    /// Secrets in environment properties are read when an instance starts; after that, the application servers of
    /// all instances restart at once, or instances are replaced. Sources: Elastic Beanstalk developer guide,
    /// fetching secrets to environment variables; API reference, RestartAppServer; both read 2026-11-23.
    private Rollout rotation() {
        return settings.get(BeanstalkDeploymentParameters.ROTATION).equals("replace")
                ? configuration()
                : new Rollout.InPlace(
                        "restart of all application servers",
                        1,
                        false,
                        false,
                        new Latency.Fixed(settings.get(ServiceParameters.START_SECONDS)),
                        List.of(),
                        gate(),
                        timeout());
    }

    private Rollout configuration() {
        return switch (settings.get(BeanstalkDeploymentParameters.UPDATE_TYPE)) {
            case "time" ->
                batches("rolling, by time", settings.get(BeanstalkDeploymentParameters.UPDATE_PAUSE_SECONDS));
            case "health" -> batches("rolling, by health", -1);
            case "immutable" -> immutable("immutable");
            default -> batches("all at once", Integer.MAX_VALUE, 0, -1);
        };
    }

    private Rollout batches(String name, double pauseSeconds) {
        var batch = settings.get(BeanstalkDeploymentParameters.UPDATE_BATCH);
        var minimum = settings.get(BeanstalkDeploymentParameters.UPDATE_MINIMUM);
        return batches(
                name,
                batch > 0 ? batch : Math.max(1, Math.ceilDiv(range.minimum(), THIRD)),
                minimum >= 0 ? minimum : Math.min(range.minimum(), range.maximum() - 1),
                pauseSeconds);
    }

    private Rollout batches(String name, int batch, int minimum, double pauseSeconds) {
        return new Rollout.Batches(
                name,
                batch,
                minimum,
                pauseSeconds,
                SECONDS_PER_MINUTE * settings.get(BeanstalkDeploymentParameters.UPDATE_TIMEOUT_MINUTES),
                settings.get(EventParameters.ROLLBACK_FAILURE_SHARE));
    }

    private double gate() {
        return settings.get(BeanstalkDeploymentParameters.HEALTH_GATE_SECONDS);
    }

    private double timeout() {
        return settings.get(BeanstalkDeploymentParameters.TIMEOUT_SECONDS);
    }

    /// A single instance that fails ends it.
    private Rollout.Breaker breaker() {
        return new Rollout.Breaker(true, 1, 1, timeout());
    }
}
