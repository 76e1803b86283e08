package dev.hostlab.cli;

import dev.hostlab.files.ScenarioFile;
import dev.hostlab.files.ScenarioReading;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The arguments that say what a scenario is: a file, single settings, and short names for the most used ones.
final class ScenarioOptions {

    @Option(names = "--scenario", paramLabel = "FILE", description = "Scenario file (JSON); see 'scenario init'.")
    private @Nullable Path scenarioFile;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "One setting, such as task.vcpu=2 or fargate.scaling.target=50. May be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--preset", paramLabel = "NAME", description = "tuned (the default) or aws-defaults.")
    private @Nullable String preset;

    @Option(names = "--region", paramLabel = "REGION", description = "AWS region of the prices, such as eu-west-1.")
    private @Nullable String region;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness.")
    private @Nullable String seed;

    @Option(names = "--replications", paramLabel = "N", description = "Independent runs of each option (10).")
    private @Nullable String replications;

    @Option(
            names = "--until-half-width",
            paramLabel = "PERCENT",
            description = "Add replications until totals and response times are this sure, such as 1%%.")
    private @Nullable String halfWidth;

    @Option(names = "--max-replications", paramLabel = "N", description = "Where that ends at the latest (100).")
    private @Nullable String maxReplications;

    @Option(
            names = "--sampled",
            paramLabel = "PERCENT",
            description = "Play sampled windows of a long workload instead of all of it: this part of its requests.")
    private @Nullable String sampled;

    /// Whether sampled windows were asked for by their own argument.
    boolean wantsSamples() {
        return sampled != null;
    }

    /// What the arguments came to.
    ///
    /// @param scenario the file's, with the other arguments over it
    /// @param issues   what could not be taken over
    /// @param file     what the file said, if there was one
    record Read(Scenario scenario, List<Issue> issues, Optional<ScenarioReading> file) {

        /// What the file recorded as assumed and is assumed otherwise now.
        List<Issue> drift(Settings resolved) {
            return file.map(reading -> reading.drift(resolved)).orElse(List.of());
        }
    }

    Read read() throws IOException {
        var issues = new ArrayList<Issue>();
        var file = file(issues);
        var fromFile = file.map(ScenarioReading::scenario).orElseGet(() -> Scenario.of(Settings.standard()));
        var texts = new LinkedHashMap<String, String>();
        changes.forEach(change -> take(change, texts, issues));
        putIfGiven(texts, "preset", preset);
        putIfGiven(texts, "region", region);
        putIfGiven(texts, "seed", seed);
        putIfGiven(texts, "replications", replications);
        putIfGiven(texts, "precision.halfWidthPercent", halfWidth == null ? null : withoutSign(halfWidth));
        putIfGiven(texts, "sampling.percent", sampled == null ? null : withoutSign(sampled));
        putIfGiven(texts, "precision.maxReplications", maxReplications);
        var revision = fromFile.settings().with(texts);
        issues.addAll(revision.issues());
        return new Read(fromFile.withSettings(revision.settings()), issues, file);
    }

    private Optional<ScenarioReading> file(List<Issue> issues) throws IOException {
        if (scenarioFile == null) {
            return Optional.empty();
        }
        var file = scenarioFile;
        var reading = ScenarioFile.read(file);
        reading.issues()
                .forEach(issue -> issues.add(new Issue(file + ": " + issue.path(), issue.problem(), issue.advice())));
        return Optional.of(reading);
    }

    private static void take(String change, Map<String, String> texts, List<Issue> issues) {
        var equals = change.indexOf('=');
        if (equals < 1) {
            issues.add(new Issue(
                    "--set",
                    "'" + change + "' is not a setting and a value.",
                    "Write --set PATH=VALUE, such as task.vcpu=2."));
        } else {
            texts.put(
                    change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
    }

    private static String withoutSign(String percent) {
        return percent.endsWith("%")
                ? percent.substring(0, percent.length() - 1).strip()
                : percent;
    }

    private static void putIfGiven(Map<String, String> texts, String path, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(given -> texts.put(path, given));
    }
}
