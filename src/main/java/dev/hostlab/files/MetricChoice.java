package dev.hostlab.files;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One scaling metric for all options that know it; window and command line compare metrics alike.
///
/// @param metric  its name, as `ID.scaling.metric` has it
/// @param options which options
public record MetricChoice(String metric, List<OptionId> options) {

    public MetricChoice {
        options = List.copyOf(options);
    }

    /// The metrics that any option can be told to scale on, in the order of the documentation.
    public static List<String> known() {
        return Arrays.stream(ScalingMetric.values()).map(ScalingMetric::id).toList();
    }

    /// What is wrong with names of metrics.
    ///
    /// @param path where they were given
    public static List<Issue> issues(String path, List<String> metrics) {
        return metrics.stream()
                .filter(metric -> !known().contains(metric))
                .map(metric -> new Issue(
                        path,
                        "There is no scaling metric '" + metric + "'.",
                        "Choose from: " + known().stream().collect(Collectors.joining(", ")) + "."))
                .toList();
    }

    /// The settings to change. An option that does not know the metric keeps its own.
    public Map<String, String> changes() {
        var changes = new LinkedHashMap<String, String>();
        for (var option : options) {
            var path = option.id() + ".scaling.metric";
            if (Catalogue.find(path)
                    .filter(parameter ->
                            Settings.standard().with(path, metric).issues().isEmpty())
                    .isPresent()) {
                changes.put(path, metric);
            }
        }
        return changes;
    }
}
