package dev.hostlab.hosting;

import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import java.util.Optional;

/// What a Beanstalk trigger can watch instead of what it cannot.
///
/// The trigger takes metrics of EC2 and of the load balancer only: no memory, no queue, nothing that an application
/// publishes. Source: Elastic Beanstalk developer guide, general options, trigger: MeasureName, read 2026-11-23.
/// Which allowed metric is nearest is deduced: bytes sent grow with answers and their tokens; of what a worker that
/// pulls does, only its CPU is seen.
///
/// @param wanted the metric that was asked for
/// @param web    whether a load balancer sends the requests
public record BeanstalkMetric(ScalingMetric wanted, boolean web) {

    /// The metric of a scenario's Beanstalk environment.
    public static BeanstalkMetric of(Settings settings) {
        return new BeanstalkMetric(
                ScalingMetric.of(settings.get(BeanstalkParameters.METRIC)),
                settings.get(ServiceParameters.KIND).equals("web"));
    }

    /// What the trigger watches: the metric wanted, or the nearest that is allowed.
    public ScalingMetric watched() {
        return switch (wanted) {
            case MEMORY, QUEUE_BACKLOG -> ScalingMetric.CPU;
            case IN_FLIGHT, TOKENS_PER_MINUTE -> web ? ScalingMetric.NETWORK_OUT : ScalingMetric.CPU;
            case CPU,
                    REQUESTS_PER_TARGET,
                    NETWORK_OUT,
                    NETWORK_IN,
                    REQUEST_COUNT,
                    RESPONSE_TIME,
                    HEALTHY_HOSTS,
                    UNHEALTHY_HOSTS,
                    DISK -> wanted;
        };
    }

    /// Whether something else is watched than what was asked for.
    public boolean isReplaced() {
        return watched() != wanted;
    }

    /// Why it is that one; empty where the trigger watches what was asked for.
    public Optional<String> reason() {
        if (!isReplaced()) {
            return Optional.empty();
        }
        return Optional.of(
                watched() == ScalingMetric.NETWORK_OUT
                        ? "bytes sent by an instance grow with the answers that it gives and their tokens"
                        : "CPU is all that a trigger sees of what runs out inside an instance");
    }
}
