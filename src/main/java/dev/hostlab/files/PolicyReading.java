package dev.hostlab.files;

import dev.hostlab.scaling.replay.PolicyConfig;
import dev.hostlab.validation.Issue;
import java.util.List;
import java.util.Optional;

/// What a policy file said.
///
/// @param policy empty where something is wrong
/// @param issues all that is wrong
public record PolicyReading(Optional<PolicyConfig> policy, List<Issue> issues) {

    public PolicyReading {
        issues = List.copyOf(issues);
    }
}
