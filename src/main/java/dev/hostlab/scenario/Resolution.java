package dev.hostlab.scenario;

import static java.util.Objects.requireNonNull;

import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.util.List;

/// Settings with everything filled in that follows from the user's choices.
///
/// @param settings the user's choices over what follows from them
/// @param issues   what makes a run impossible, each to be mended first
/// @param notes    what is possible but probably not meant
public record Resolution(Settings settings, List<Issue> issues, List<Issue> notes) {

    public Resolution {
        requireNonNull(settings, "settings");
        issues = List.copyOf(issues);
        notes = List.copyOf(notes);
    }

    public boolean isFine() {
        return issues.isEmpty();
    }
}
