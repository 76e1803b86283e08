package dev.hostlab.cli;

import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.Home;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what a comparison needs from files and arguments, and everything that is wrong with them.
///
/// @param trace  the workload's file
/// @param how    how it is to be read
/// @param prices the price snapshot, null for the newest of the region
record CompareInput(Path trace, ReadOptions how, @Nullable Path prices) {

    /// The request, if nothing stands in its way.
    ///
    /// @param issues problems found so far
    ComparisonRequest request(ScenarioOptions.Read read, List<OptionId> options, List<Issue> issues)
            throws IOException, InputProblem {
        issues.addAll(read.issues());
        var reading = TraceReader.read(trace, how);
        issues.addAll(reading.issues(trace.toString()));
        InputProblem.throwIfAny(issues);
        var rates = new PriceChoice(Home.snapshots()).read(prices, read.scenario());
        InputProblem.throwIfAny(rates.issues());
        var input = new ComparisonInput(
                read.scenario(), (TraceReading.Accepted) reading, rates.book().orElseThrow());
        var resolved = input.resolve();
        InputProblem.throwIfAny(ComparisonInput.concerning(options, resolved.issues()));
        var drift = read.drift(resolved.settings()).stream().map(Issue::toString);
        var request = input.request(resolved, options, drift.toList());
        InputProblem.throwIfAny(request.issues());
        return request;
    }
}
