package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.files.FileProblems;
import dev.hostlab.files.OutputFile;
import dev.hostlab.files.ScenarioFile;
import dev.hostlab.report.Detail;
import dev.hostlab.report.ReportFormat;
import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes what the workspace holds into files; what comes back is what went wrong.
final class Saving {

    private Saving() {}

    /// A scenario with the names of its trace and prices.
    static Scenario named(Optional<TraceReading.Accepted> trace, Optional<FileRef> prices, Settings settings) {
        var workload =
                trace.map(read -> new FileRef(read.name(), read.workload().sha256()));
        return new Scenario(workload.orElse(null), prices.orElse(null), settings);
    }

    static List<Issue> scenario(Scenario scenario, Path file) {
        var text = ScenarioFile.text(scenario).getBytes(StandardCharsets.UTF_8);
        return write(file, out -> out.write(text));
    }

    /// A report; the extension says which kind.
    static List<Issue> report(Comparison shown, Path file) {
        var issues = ReportFormat.issues("report", FileLoader.name(file));
        if (!issues.isEmpty()) {
            return issues;
        }
        var reporter = ReportFormat.of(file.toString()).orElseThrow().reporter(Detail.SUMMARY);
        return write(file, out -> reporter.write(shown, out));
    }

    private static List<Issue> write(Path file, OutputFile.Content content) {
        try {
            OutputFile.write(file, content);
            return List.of();
        } catch (IOException failed) {
            return List.of(FileProblems.issue(failed));
        }
    }
}
