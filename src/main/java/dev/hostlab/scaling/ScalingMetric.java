package dev.hostlab.scaling;

/// The metrics that a scaler can follow.
public enum ScalingMetric {
    CPU("cpu", "%"),
    MEMORY("memory", "%"),
    REQUESTS_PER_TARGET("requests-per-target", "requests a minute per target"),
    QUEUE_BACKLOG("queue-backlog", "messages per task"),
    IN_FLIGHT("in-flight", "% of slots"),
    TOKENS_PER_MINUTE("tokens-per-minute", "tokens a minute per task"),
    NETWORK_OUT("network-out", "bytes a minute per instance");

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
