package dev.hostlab.scenario;

import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EcsPolicyParameters;
import dev.hostlab.settings.Evidence;
import dev.hostlab.settings.Settings;

/// How long a scaling metric takes to reach an alarm, and how many of its points the alarms want.
///
/// @param periodSeconds  length of a point
/// @param publishSeconds end of a point's period → an alarm can use it
/// @param lowPoints      points below the low threshold before scaling in
/// @param actionSeconds  alarm → new desired count
/// @param evidence       how that is known
record MetricDelays(int periodSeconds, double publishSeconds, int lowPoints, double actionSeconds, Evidence evidence) {

    private static final String BENCHMARK =
            "AWS's benchmark of faster auto scaling (containers-roadmap issue 2113, 2026-06)";

    /// The clock of a metric of an ECS service; only cpu and memory come in high resolution.
    static MetricDelays of(String metric, boolean highResolution) {
        return switch (metric) {
            case "cpu", "memory" ->
                highResolution
                        ? new MetricDelays(20, 22, 45, 5, Evidence.measured("86 s in all, " + BENCHMARK))
                        : new MetricDelays(60, 158, 15, 13, Evidence.measured("363 s in all, " + BENCHMARK));
            case "requests-per-target" -> everyMinute(60, "delay of load balancer metrics, not published, 30 to 180 s");
            case "queue-backlog" ->
                everyMinute(65, "delay of SQS metrics, 30 to 120 s, and of publishing the quotient");
            default -> everyMinute(5, "delay of custom metrics, not published, 1 to 30 s");
        };
    }

    private static MetricDelays everyMinute(double publishSeconds, String source) {
        return new MetricDelays(60, publishSeconds, 15, 13, Evidence.assumed(source));
    }

    Settings imply(EcsParameters ecs, Settings settings) {
        return settings.implying(ecs.metricPeriodSeconds, periodSeconds, evidence)
                .implying(ecs.publishDelaySeconds, publishSeconds, evidence)
                .implying(ecs.lowPoints, lowPoints, evidence)
                .implying(ecs.actionSeconds, actionSeconds, evidence);
    }

    Settings imply(EcsPolicyParameters more, Settings settings) {
        return settings.implying(more.secondPeriodSeconds, periodSeconds, evidence)
                .implying(more.secondPublishDelaySeconds, publishSeconds, evidence);
    }
}
