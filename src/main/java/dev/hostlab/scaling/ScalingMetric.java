package dev.hostlab.scaling;

/// The metrics that a scaler can follow.
public enum ScalingMetric {
    CPU("cpu", "%"),
    MEMORY("memory", "%"),
    REQUESTS_PER_TARGET("requests-per-target", "requests a minute per target"),
    QUEUE_BACKLOG("queue-backlog", "messages per task"),
    IN_FLIGHT("in-flight", "% of slots"),
    TOKENS_PER_MINUTE("tokens-per-minute", "tokens a minute per task"),
    NETWORK_OUT("network-out", "bytes a minute per instance"),
    NETWORK_IN("network-in", "bytes a minute per instance"),
    REQUEST_COUNT("request-count", "requests a minute"),
    RESPONSE_TIME("response-time", "s"),
    HEALTHY_HOSTS("healthy-hosts", "instances"),
    UNHEALTHY_HOSTS("unhealthy-hosts", "instances"),
    /// EC2 counts what goes to instance store volumes, which the modelled types do not have: there
    /// is never a point.
    DISK("disk", "bytes a minute per instance");

    private final String id;
    private final String unit;

    ScalingMetric(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /// The name in settings and files.
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /// Whether the load balancer publishes it, every minute whatever the monitoring of the instances.
    public boolean isOfLoadBalancer() {
        return switch (this) {
            case REQUESTS_PER_TARGET, REQUEST_COUNT, RESPONSE_TIME, HEALTHY_HOSTS, UNHEALTHY_HOSTS -> true;
            case CPU, MEMORY, QUEUE_BACKLOG, IN_FLIGHT, TOKENS_PER_MINUTE, NETWORK_OUT, NETWORK_IN, DISK -> false;
        };
    }

    /// Whether its samples are requests, so that only their sum says anything.
    public boolean countsRequests() {
        return this == REQUESTS_PER_TARGET || this == REQUEST_COUNT;
    }

    /// The metric of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static ScalingMetric of(String id) {
        for (var metric : values()) {
            if (metric.id.equals(id)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("No scaling metric " + id);
    }
}
