package dev.hostlab.files;

import static java.util.Objects.requireNonNull;

import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.scenario.Resolution;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a comparison is made of, once every file has been read; the window and the command line assemble it alike.
///
/// @param scenario the user's choices
/// @param trace    the workload
/// @param prices   the prices of the region
public record ComparisonInput(Scenario scenario, TraceReading.Accepted trace, PriceBook prices) {

    public ComparisonInput {
        requireNonNull(scenario, "scenario");
        requireNonNull(trace, "trace");
        requireNonNull(prices, "prices");
    }

    /// The scenario's settings with everything filled in, and what stands in the way of a run.
    public Resolution resolve() {
        return ScenarioDefaults.resolve(scenario.settings(), trace.workload(), prices.instanceTypes());
    }

    /// Issues without those of options that nobody asked for.
    public static List<Issue> concerning(List<OptionId> options, List<Issue> issues) {
        return issues.stream()
                .filter(issue -> Arrays.stream(OptionId.values())
                        .filter(option -> !options.contains(option))
                        .noneMatch(option -> issue.path().startsWith(option.id() + ".")))
                .toList();
    }

    /// The request for a comparison.
    ///
    /// @param resolved what [#resolve] gave, free of issues that concern the options
    /// @param options  which options, at least one
    /// @param more     what a reader should know besides
    public ComparisonRequest request(Resolution resolved, List<OptionId> options, List<String> more) {
        var notices = new ArrayList<>(more);
        addNotices(resolved, notices);
        return new ComparisonRequest(trace.workload(), resolved.settings(), prices, options, notices);
    }

    /// How a file of another program was taken; our own leave nothing to find out.
    private void addInferred(List<String> notices) {
        var format = trace.summary().format();
        if (format.isOwn()) {
            return;
        }
        notices.add("Trace: read as " + format.label() + ".");
        trace.inferred().forEach(inference -> notices.add("Trace: " + inference));
    }

    private void addNotices(Resolution resolved, List<String> notices) {
        scenario.workload()
                .filter(named -> !named.sha256().equals(trace.workload().sha256()))
                .ifPresent(named -> notices.add("The scenario's workload " + named.name() + " was replaced by "
                        + trace.workload().name() + "."));
        trace.warnings().forEach(warning -> notices.add("Trace, line " + warning.line() + ": " + warning.message()));
        trace.notes().forEach(note -> notices.add("Trace: " + note));
        addInferred(notices);
        var settings = resolved.settings();
        if (!settings.isChanged(ServiceParameters.PRESET)) {
            notices.add("Service taken as " + settings.get(ServiceParameters.PRESET)
                    + ", from the trace's columns; set service.preset to say otherwise.");
        }
        resolved.notes().forEach(note -> notices.add(note.toString()));
    }
}
