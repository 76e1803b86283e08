package dev.hostlab.ui.workspace;

import dev.hostlab.files.FileProblems;
import dev.hostlab.files.Home;
import dev.hostlab.files.ScenarioFile;
import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the files that a user opens: a trace, or a scenario together with the trace that it names.
record FileLoader(RecentFiles recent) {

    /// A name that cannot lead out of the folder in which it is looked for.
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]+");

    /// What came of it.
    ///
    /// @param scenario what the scenario file says, if one was opened
    /// @param trace    the workload, if one could be read
    /// @param issues   everything that is wrong
    record Loaded(Path file, Optional<Scenario> scenario, Optional<TraceReading.Accepted> trace, List<Issue> issues) {

        Loaded {
            issues = List.copyOf(issues);
        }
    }

    /// Reads a file; `watch` is told how much of the trace has been read.
    Loaded load(Path file, OpenedFile.Watch watch) {
        try {
            return isScenario(file) ? scenario(file, watch) : trace(file, Optional.empty(), file, watch);
        } catch (IOException failed) {
            return new Loaded(file, Optional.empty(), Optional.empty(), List.of(FileProblems.issue(failed)));
        }
    }

    static boolean isScenario(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") && !TraceReader.isTraceJson(file);
    }

    private static Loaded trace(Path opened, Optional<Scenario> scenario, Path trace, OpenedFile.Watch watch)
            throws IOException {
        return of(opened, scenario, TraceReader.read(trace, ReadOptions.DEFAULT, watch.of(trace)));
    }

    /// What a trace that has been read comes to.
    static Loaded of(Path opened, Optional<Scenario> scenario, TraceReading reading) {
        return switch (reading) {
            case TraceReading.Accepted accepted -> new Loaded(opened, scenario, Optional.of(accepted), List.of());
            case TraceReading.Rejected rejected ->
                new Loaded(opened, scenario, Optional.empty(), rejected.issues(rejected.name()));
        };
    }

    private Loaded scenario(Path file, OpenedFile.Watch watch) throws IOException {
        var reading = ScenarioFile.read(file);
        if (!reading.isFine()) {
            var issues = new ArrayList<Issue>();
            reading.issues().forEach(issue -> issues.add(issue.under(name(file))));
            return new Loaded(file, Optional.empty(), Optional.empty(), issues);
        }
        var scenario = Optional.of(reading.scenario());
        var named = reading.scenario().workload();
        var trace = named.flatMap(wanted -> find(wanted, file));
        if (trace.isPresent()) {
            return trace(file, scenario, trace.get(), watch);
        }
        var missing = named.map(wanted -> new Issue(
                wanted.name(), "The scenario's trace is not where it was looked for.", "Open the trace yourself."));
        return new Loaded(file, scenario, Optional.empty(), missing.stream().toList());
    }

    /// Beside the scenario, among the samples, among the files opened lately.
    private Optional<Path> find(FileRef wanted, Path scenario) {
        if (!PLAIN_NAME.matcher(wanted.name()).matches()) {
            return Optional.empty();
        }
        var beside = scenario.toAbsolutePath().resolveSibling(wanted.name());
        var sample = Home.samples().resolve(wanted.name());
        return Optional.of(beside)
                .filter(Files::isRegularFile)
                .or(() -> recent.named(wanted.name()))
                .or(() -> Optional.of(sample).filter(Files::isRegularFile));
    }

    static String name(Path file) {
        return Objects.toString(file.getFileName());
    }
}
