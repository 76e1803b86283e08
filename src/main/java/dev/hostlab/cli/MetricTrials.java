package dev.hostlab.cli;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Plays one workload through the options once for each of several scaling metrics.
///
/// @param metrics their names, as `ID.scaling.metric` has them
/// @param options which options
record MetricTrials(List<String> metrics, List<OptionId> options) {

    /// Makes the comparison of one scenario.
    interface Plays {
        Comparison of(ComparisonRequest request);
    }

    /// What is wrong with the names.
    List<Issue> issues() {
        var known = Arrays.stream(ScalingMetric.values()).map(ScalingMetric::id).toList();
        return metrics.stream()
                .filter(metric -> !known.contains(metric))
                .map(metric -> new Issue(
                        "--metrics",
                        "There is no scaling metric '" + metric + "'.",
                        "Choose from: " + known.stream().collect(Collectors.joining(", ")) + "."))
                .toList();
    }

    /// @param input files of the comparison
    /// @param read  its scenario
    List<MetricTrial> run(CompareInput input, ScenarioOptions.Read read, Plays plays) throws IOException, InputProblem {
        var trials = new ArrayList<MetricTrial>();
        for (var metric : new LinkedHashSet<>(metrics)) {
            var settings = read.scenario().settings().with(changes(metric));
            InputProblem.throwIfAny(settings.issues());
            var scenario =
                    new ScenarioOptions.Read(read.scenario().withSettings(settings.settings()), List.of(), read.file());
            var request = input.request(scenario, options, new ArrayList<>());
            var slots = request.settings().get(ServiceParameters.CONCURRENCY);
            plays.of(request).outcomes().forEach(outcome -> trials.add(MetricTrial.of(metric, outcome, slots)));
        }
        return trials;
    }

    /// An option that does not know the metric keeps its own.
    private LinkedHashMap<String, String> changes(String metric) {
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
