package dev.hostlab.settings;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;
import java.util.List;

/// Settings after a user's changes, and what could not be taken over.
///
/// @param settings the settings with every change that was fine
/// @param issues   the changes that were not, in the order given; empty when all is well
public record Revision(Settings settings, List<Issue> issues) {

    public Revision {
        requireNonNull(settings, "settings");
        issues = List.copyOf(issues);
    }

    public boolean isFine() {
        return issues.isEmpty();
    }
}
