package dev.hostlab.files;

import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.study.LeavingBeanstalk;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the study of leaving Beanstalk together from its sample, the prices of a region and the user's settings.
///
/// @param samples  the folder of the samples
/// @param prices   where price snapshots are
/// @param snapshot a snapshot that was named, null for the newest of the region
public record StudyFiles(
        Path samples, PriceChoice prices, @Nullable Path snapshot) {

    /// What to run, or what stands in its way.
    ///
    /// @param requestsOrNull null if there are issues
    public record Reading(LeavingBeanstalk.@Nullable Requests requestsOrNull, List<Issue> issues) {

        public Reading {
            issues = List.copyOf(issues);
        }

        public Optional<LeavingBeanstalk.Requests> requests() {
            return Optional.ofNullable(requestsOrNull);
        }
    }

    /// Reads sample and prices.
    ///
    /// @param user the user's choices
    /// @throws IOException if the disk cannot be read
    public Reading read(Scenario user) throws IOException {
        var issues = new ArrayList<>(ownSettings(user.settings()));
        var trace = samples.resolve(LeavingBeanstalk.NAME + ".csv");
        var reading = TraceReader.read(trace, ReadOptions.DEFAULT);
        issues.addAll(reading.issues(trace.toString()));
        var rates = prices.read(snapshot, user);
        issues.addAll(rates.issues());
        if (!issues.isEmpty() || !(reading instanceof TraceReading.Accepted accepted)) {
            return new Reading(null, issues);
        }
        var parts = new ArrayList<ComparisonRequest>();
        for (var part : LeavingBeanstalk.Part.values()) {
            var settings = user.settings()
                    .with(part.settings(user.settings().isChanged(RunParameters.REPLICATIONS)))
                    .settings();
            var input = new ComparisonInput(
                    user.withSettings(settings), accepted, rates.book().orElseThrow());
            var resolved = input.resolve();
            issues.addAll(ComparisonInput.concerning(part.options(), resolved.issues()));
            parts.add(input.request(resolved, part.options(), List.of()));
            issues.addAll(parts.getLast().issues());
        }
        return issues.isEmpty()
                ? new Reading(new LeavingBeanstalk.Requests(parts.get(0), parts.get(1), parts.get(2)), issues)
                : new Reading(null, issues.stream().distinct().toList());
    }

    private static List<Issue> ownSettings(Settings settings) {
        return LeavingBeanstalk.OWN_SETTINGS.stream()
                .filter(settings.changed()::contains)
                .map(path -> new Issue(
                        path, "The study sets it itself, once for each of its runs.", "Leave it out, or use compare."))
                .toList();
    }
}
