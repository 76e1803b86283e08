package dev.hostlab.cli;

import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Resolution;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what a comparison needs from files and arguments, and everything that is wrong with them.
///
/// @param trace   the workload's file
/// @param prices  the price snapshot, null for the newest of the region
/// @param console where warnings go
record CompareInput(Path trace, @Nullable Path prices, Console console) {

    /// The request, if nothing stands in its way.
    ///
    /// @param issues problems found so far
    ComparisonRequest request(ScenarioOptions.Read read, List<OptionId> options, List<Issue> issues)
            throws IOException, InputProblem {
        issues.addAll(read.issues());
        var reading = TraceReader.read(trace, ReadOptions.DEFAULT);
        reading.errors().forEach(error -> issues.add(error.toIssue(trace.toString())));
        if (reading.errorCount() > reading.errors().size()) {
            var more = reading.errorCount() - reading.errors().size();
            issues.add(new Issue(trace.toString(), more + " more problems are not listed.", "Mend these first."));
        }
        InputProblem.throwIfAny(issues);
        var settings = read.scenario().settings();
        var book = new PriceChoice(Home.snapshots()).read(prices, settings);
        var accepted = (TraceReading.Accepted) reading;
        var resolved = ScenarioDefaults.resolve(settings, accepted.workload(), book.instanceTypes());
        InputProblem.throwIfAny(concerning(options, resolved.issues()));
        var notices = notices(read, accepted, resolved);
        var request = new ComparisonRequest(accepted.workload(), resolved.settings(), book, options, notices);
        InputProblem.throwIfAny(request.issues());
        return request;
    }

    /// Without the issues of options that nobody asked for.
    private static List<Issue> concerning(List<OptionId> options, List<Issue> issues) {
        return issues.stream()
                .filter(issue -> Arrays.stream(OptionId.values())
                        .filter(option -> !options.contains(option))
                        .noneMatch(option -> issue.path().startsWith(option.id() + ".")))
                .toList();
    }

    private static List<String> notices(ScenarioOptions.Read read, TraceReading.Accepted reading, Resolution resolved) {
        var notices = new ArrayList<String>();
        replaced(read.scenario(), reading.workload(), notices);
        read.drift(resolved.settings()).forEach(drift -> notices.add(drift.toString()));
        reading.warnings().forEach(warning -> notices.add("Trace, line " + warning.line() + ": " + warning.message()));
        reading.notes().forEach(note -> notices.add("Trace: " + note));
        assumedService(resolved.settings(), notices);
        resolved.notes().forEach(note -> notices.add(note.toString()));
        return notices;
    }

    private static void replaced(Scenario scenario, Workload workload, List<String> notices) {
        scenario.workload()
                .filter(named -> !named.sha256().equals(workload.sha256()))
                .ifPresent(named -> notices.add("The scenario's workload " + named.name() + " was replaced by "
                        + workload.name() + ", as named on the command line."));
    }

    private static void assumedService(Settings settings, List<String> notices) {
        if (!settings.isChanged(ServiceParameters.PRESET)) {
            notices.add("Service taken as " + settings.get(ServiceParameters.PRESET)
                    + ", from the trace's columns; change it with --set service.preset=NAME.");
        }
    }
}
