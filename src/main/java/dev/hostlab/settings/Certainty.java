package dev.hostlab.settings;

/// How well a number is known.
public enum Certainty {
    /// AWS or another maker documents it.
    DOCUMENTED,
    /// Somebody measured it, or it was seen in public records.
    MEASURED,
    /// A considered guess; change it where you know better.
    ASSUMED
}
