package dev.hostlab.cli;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.files.MetricChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

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
        return MetricChoice.issues("--metrics", metrics);
    }

    /// @param input files of the comparison
    /// @param read  its scenario
    List<MetricTrial> run(CompareInput input, ScenarioOptions.Read read, Plays plays) throws IOException, InputProblem {
        var trials = new ArrayList<MetricTrial>();
        for (var metric : new LinkedHashSet<>(metrics)) {
            var settings = read.scenario().settings().with(new MetricChoice(metric, options).changes());
            InputProblem.throwIfAny(settings.issues());
            var scenario =
                    new ScenarioOptions.Read(read.scenario().withSettings(settings.settings()), List.of(), read.file());
            var request = input.request(scenario, options, new ArrayList<>());
            plays.of(request)
                    .outcomes()
                    .forEach(outcome -> trials.add(MetricTrial.of(metric, outcome, request.settings())));
        }
        return trials;
    }
}
