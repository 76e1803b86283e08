package dev.hostlab.scaling;

import java.util.Optional;

/// What counts as capacity while earlier changes are still under way. One for all policies of a group or service.
public sealed interface Pacing permits CooldownChain, InstanceWarmUp {

    /// Capacity that a scale-out starts from: what has been asked for and does not serve yet is left out.
    ///
    /// @param at      seconds from the start of the run
    /// @param desired desired capacity now
    int outBase(long at, int desired);

    /// Capacity that a step down starts from: what is leaving still counts.
    int inBase(long at, int desired);

    /// Why nothing may be scaled in now, empty if it may.
    Optional<String> holdsScaleIn(long at);

    /// Why a scale-out adds no more now, empty if nothing is under way.
    Optional<String> settling(long at);

    /// A policy has changed desired capacity.
    ///
    /// @param pause the policy's cooldowns
    void changed(long at, int from, int to, Pause pause);

    /// The cooldowns of one policy, in seconds; where instances warm up instead, they are not used.
    record Pause(int outSeconds, int inSeconds) {}
}
