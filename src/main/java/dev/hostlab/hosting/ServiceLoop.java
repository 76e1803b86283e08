package dev.hostlab.hosting;

import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.BillingParameters;
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

    CapacityRange range() {
        return new CapacityRange(settings.get(TaskParameters.MIN_TASKS), settings.get(TaskParameters.MAX_TASKS));
    }

    ScalingPlan scaling() {
        return policies().plan();
    }

    private ServicePolicies policies() {
        return new ServicePolicies(settings, ecs, range());
    }

    /// The most tasks that there may ever be, with what the timetable allows.
    int mostTasks() {
        return policies().timetable().most(range().maximum());
    }

    ScalingMetric metric() {
        return ScalingMetric.of(settings.get(ecs.metric));
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

    /// Alarms of the policies: one for each direction.
    int alarms() {
        return 2 * scaling().policies().size();
    }

    boolean highResolution() {
        return settings.get(ecs.metricPeriodSeconds) < SECONDS_PER_MINUTE;
    }

    /// Metrics that the service itself has to publish, and those of Container Insights.
    int customMetrics() {
        var watched = settings.get(BillingParameters.CONTAINER_INSIGHTS)
                ? settings.get(BillingParameters.CONTAINER_INSIGHTS_METRICS)
                : 0;
        return watched + policies().metrics().stream().mapToInt(this::published).sum();
    }

    private int published(ScalingMetric metric) {
        return switch (metric) {
            case IN_FLIGHT, TOKENS_PER_MINUTE, QUEUE_BACKLOG -> 1;
            case CPU, MEMORY -> highResolution() ? 1 : 0;
            case REQUESTS_PER_TARGET,
                    NETWORK_OUT,
                    NETWORK_IN,
                    REQUEST_COUNT,
                    RESPONSE_TIME,
                    HEALTHY_HOSTS,
                    UNHEALTHY_HOSTS,
                    DISK -> 0;
        };
    }

    String inWords() {
        return settings.get(ecs.scalingEnabled)
                ? range().minimum() + "–" + range().maximum() + " tasks, "
                        + Wording.target(metric(), settings.get(ecs.target))
                : range().minimum() + " tasks, not scaled";
    }
}
