package dev.hostlab.files;

import java.util.List;
import java.util.Optional;

/// Which metric a target-tracking policy follows; the replayed series stands for it, whatever it is.
///
/// @param policy the policy's configuration
record MetricSpecification(JsonObject policy) {

    private static final String PREDEFINED = "PredefinedMetricSpecification";
    private static final String CUSTOMIZED = "CustomizedMetricSpecification";
    private static final List<String> PREDEFINED_TYPES = List.of(
            "ECSServiceAverageCPUUtilization",
            "ECSServiceAverageMemoryUtilization",
            "ECSServiceAverageCPUUtilizationHighResolution",
            "ECSServiceAverageMemoryUtilizationHighResolution",
            "ALBRequestCountPerTarget",
            "ASGAverageCPUUtilization",
            "ASGAverageNetworkIn",
            "ASGAverageNetworkOut");
    private static final List<String> CUSTOMIZED_NAMES =
            List.of("MetricName", "Namespace", "Dimensions", "Statistic", "Unit", "Period", "Metrics");

    /// The metric's name, if the policy says; what is wrong with it goes to the policy's issues.
    Optional<String> metric() {
        if (policy.has(PREDEFINED) && policy.has(CUSTOMIZED)) {
            policy.refuse(CUSTOMIZED, "The policy has two metrics.", "Keep one of the two specifications.");
        }
        var predefined = policy.object(PREDEFINED).flatMap(MetricSpecification::predefined);
        var customized = policy.object(CUSTOMIZED).flatMap(MetricSpecification::customized);
        return predefined.or(() -> customized);
    }

    private static Optional<String> predefined(JsonObject metric) {
        metric.known(List.of("PredefinedMetricType", "ResourceLabel"));
        metric.word("ResourceLabel");
        var type = metric.word("PredefinedMetricType");
        if (!metric.has("PredefinedMetricType")) {
            metric.refuse("PredefinedMetricType", "The metric's type is missing.", "Give it.");
        }
        type.filter(word -> !PREDEFINED_TYPES.contains(word))
                .ifPresent(word -> metric.refuse(
                        "PredefinedMetricType",
                        "Neither a service nor a group has a metric " + word + ".",
                        "Give one of " + String.join(", ", PREDEFINED_TYPES) + "."));
        return type;
    }

    private static Optional<String> customized(JsonObject metric) {
        metric.known(CUSTOMIZED_NAMES);
        metric.objects("Dimensions").forEach(dimension -> dimension.known(List.of("Name", "Value")));
        metric.objects("Metrics");
        var name = metric.word("MetricName");
        if (!metric.has("MetricName") && !metric.has("Metrics")) {
            metric.refuse("A customized metric needs a MetricName, or Metrics for metric math.", "Give one.");
        }
        return name.or(() -> Optional.of("metric math"));
    }
}
