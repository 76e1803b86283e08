package dev.hostlab.hosting;

import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.settings.CrashParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;

/// The ECS service, which is the same on EC2 and on Fargate: its tasks, its routing and its target tracking.
///
/// @param settings resolved settings
/// @param ecs      which of the two sets of parameters
record ServiceLoop(Settings settings, EcsParameters ecs) {

    private static final double SECONDS_PER_MINUTE = 60;
    /// High-resolution alarms are evaluated this often, in seconds; standard ones each minute
    /// (CloudWatch user guide).
    private static final double HIGH_RESOLUTION_EVALUATION = 10;

    CapacityRange range() {
        return new CapacityRange(settings.get(TaskParameters.MIN_TASKS), settings.get(TaskParameters.MAX_TASKS));
    }

    ScalingPlan scaling() {
        if (!settings.get(ecs.scalingEnabled)) {
            return new ScalingPlan.Fixed();
        }
        var alarms = new TargetTracking.AlarmShape(
                settings.get(ecs.highPoints), settings.get(ecs.lowPoints), settings.get(ecs.lowFactor));
        var policy = new TargetTracking(
                settings.get(ecs.target),
                range(),
                settings.get(ecs.outCooldownSeconds).intValue(),
                settings.get(ecs.inCooldownSeconds).intValue(),
                alarms,
                settings.get(ecs.scaleInMaxFraction));
        return new ScalingPlan.Tracking(metric(), clock(), policy);
    }

    ScalingMetric metric() {
        return ScalingMetric.of(settings.get(ecs.metric));
    }

    private MetricClock clock() {
        var period = settings.get(ecs.metricPeriodSeconds);
        return new MetricClock(
                period,
                settings.get(ecs.publishDelaySeconds),
                period < SECONDS_PER_MINUTE ? HIGH_RESOLUTION_EVALUATION : SECONDS_PER_MINUTE,
                settings.get(ecs.actionSeconds));
    }

    Routing routing(boolean web) {
        return web ? Routing.of(settings.get(ecs.routing)) : Routing.CENTRAL;
    }

    DrainPlan drain(boolean web) {
        var seconds = web ? settings.get(ecs.deregistrationSeconds) : settings.get(ecs.workerGraceSeconds);
        return new DrainPlan(seconds, settings.get(ecs.stopSeconds));
    }

    /// A task that has ended is taken from the load balancer and replaced.
    HealthPlan health() {
        var notice = settings.get(CrashParameters.ECS_NOTICE_SECONDS);
        return new HealthPlan(settings.get(CrashParameters.CRASHES_PER_MONTH), notice, notice, true, 0, 0);
    }

    LaunchLimit launches() {
        var perMinute = settings.get(ecs.launchPerMinute);
        return new LaunchLimit("launch rate of the service", perMinute, perMinute / SECONDS_PER_MINUTE);
    }

    /// A fixed service keeps its minimum; a scaled one starts with what its load needs.
    int initialTasks(int needed) {
        return scaling() instanceof ScalingPlan.Fixed ? range().minimum() : range().clamp(needed);
    }

    /// Alarms of the tracking policy: one for each direction.
    int alarms() {
        return settings.get(ecs.scalingEnabled) ? 2 : 0;
    }

    boolean highResolution() {
        return settings.get(ecs.metricPeriodSeconds) < SECONDS_PER_MINUTE;
    }

    /// Metrics that the service itself has to publish.
    int customMetrics() {
        if (!settings.get(ecs.scalingEnabled)) {
            return 0;
        }
        return switch (metric()) {
            case IN_FLIGHT, TOKENS_PER_MINUTE, QUEUE_BACKLOG -> 1;
            case CPU, MEMORY -> highResolution() ? 1 : 0;
            case REQUESTS_PER_TARGET, NETWORK_OUT -> 0;
        };
    }

    String inWords() {
        return settings.get(ecs.scalingEnabled)
                ? range().minimum() + "–" + range().maximum() + " tasks, "
                        + Wording.target(metric(), settings.get(ecs.target))
                : range().minimum() + " tasks, not scaled";
    }
}
