package dev.hostlab.ui.workspace;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names and units of settings as a form shows them. The most used have names of their own, the others follow
/// from their paths.
final class FieldNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("service.preset", "Preset"),
            Map.entry("service.concurrency", "Slots per task"),
            Map.entry("service.cpuMsPerRequest", "CPU per request"),
            Map.entry("service.upstreamMs", "Upstream wait"),
            Map.entry("service.imageMb", "Image, compressed"),
            Map.entry("service.startSeconds", "Application start"),
            Map.entry("service.clientTimeoutSeconds", "Client timeout"),
            Map.entry("service.cpuCv", "CPU, variation"),
            Map.entry("service.cpuUsPerInputToken", "CPU per input token"),
            Map.entry("service.cpuMsPerOutputToken", "CPU per output token"),
            Map.entry("task.vcpu", "vCPU per task"),
            Map.entry("task.memoryGiB", "Memory per task"),
            Map.entry("task.architecture", "Architecture"),
            Map.entry("capacity.min", "From"),
            Map.entry("capacity.max", "To"),
            Map.entry("fargate.vcpuQuota", "Fargate vCPU quota"),
            Map.entry("beanstalk.networkOutUnit", "NetworkOut threshold is"),
            Map.entry("capacity.initialUtilisation", "Use at start"),
            Map.entry("slo.p95Ms", "p95 response below"),
            Map.entry("effort.hourlyRateUsd", "Hourly rate"),
            Map.entry("effort.deploymentsPerMonth", "Deployments"),
            Map.entry("preset", "Options set up"),
            Map.entry("options", "Options"),
            Map.entry("horizonHours", "First hours (0: all)"),
            Map.entry("beanstalk.scaling.metric", "Beanstalk scales on"),
            Map.entry("beanstalk.scaling.target", "Beanstalk target"),
            Map.entry("ecs-ec2.scaling.metric", "ECS on EC2 scales on"),
            Map.entry("ecs-ec2.scaling.target", "ECS on EC2 target"),
            Map.entry("fargate.scaling.metric", "Fargate scales on"),
            Map.entry("fargate.scaling.target", "Fargate target"));

    private static final List<String> UNIT_WORDS =
            List.of("seconds", "ms", "minutes", "hours", "months", "usd", "mb", "gib", "mib", "us");

    private FieldNames() {}

    static String label(Parameter<?> parameter) {
        var known = NAMES.get(parameter.path());
        return known == null ? fromPath(parameter.path(), !parameter.unit().isEmpty()) : known;
    }

    /// The unit in few letters; that of a scaling target follows its metric.
    static String unit(Parameter<?> parameter, Settings settings) {
        return switch (parameter.unit()) {
            case "share" -> "of 1";
            case "per month" -> "a month";
            case "the metric's unit" ->
                Catalogue.find(parameter.path().replace(".target", ".metric"))
                        .map(metric -> ofMetric(settings.text(metric)))
                        .orElse("");
            default -> parameter.unit();
        };
    }

    private static String ofMetric(String metric) {
        return switch (metric) {
            case "cpu", "memory", "in-flight" -> "%";
            case "requests-per-target", "tokens-per-minute" -> "a minute";
            case "queue-backlog" -> "a task";
            case "network-out" -> "bytes";
            default -> "";
        };
    }

    /// "fargate.scaling.outCooldownSeconds" becomes "Scaling: out cooldown".
    private static String fromPath(String path, boolean hasUnit) {
        var parts = path.split("\\.", -1);
        var name = words(parts[parts.length - 1]);
        var last = name.lastIndexOf(' ');
        if (hasUnit && last > 0 && UNIT_WORDS.contains(name.substring(last + 1))) {
            name = name.substring(0, last);
        }
        return capital(parts.length > 2 ? words(parts[parts.length - 2]) + ": " + name : name);
    }

    private static String words(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replace("GiB", "gib")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\bcpu\\b", "CPU")
                .replaceAll("\\bvcpu\\b", "vCPU")
                .replaceAll("\\bp95\\b", "p95");
    }

    private static String capital(String text) {
        return text.startsWith("vCPU") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
