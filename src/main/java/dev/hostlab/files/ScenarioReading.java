package dev.hostlab.files;

import static java.util.Objects.requireNonNull;

import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a scenario file says.
///
/// @param scenario what could be read of it
/// @param issues   all that is wrong, each with its JSON path; empty when all is well
/// @param assumed  the values that followed from the settings when the file was written, path → canonical text
public record ScenarioReading(Scenario scenario, List<Issue> issues, Map<String, String> assumed) {

    public ScenarioReading {
        requireNonNull(scenario, "scenario");
        issues = List.copyOf(issues);
        assumed = Map.copyOf(assumed);
    }

    public boolean isFine() {
        return issues.isEmpty();
    }

    /// Values that no longer are what the file recorded: another version, workload or price snapshot leads to
    /// others, or somebody edited the record instead of the settings.
    ///
    /// @param resolved the scenario's settings with everything filled in
    public List<Issue> drift(Settings resolved) {
        var drifted = new ArrayList<Issue>();
        resolved.toMap().forEach((path, now) -> {
            var then = assumed.get(path);
            if (then != null && !then.equals(now)) {
                drifted.add(new Issue(
                        Json.path("$.assumed", path),
                        "The file records " + then + ", but " + now + " follows from its settings now.",
                        "To keep " + then + ", move it to 'settings'."));
            }
        });
        return List.copyOf(drifted);
    }
}
