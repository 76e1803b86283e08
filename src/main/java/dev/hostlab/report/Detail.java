package dev.hostlab.report;

/// How much a report tells, where its format leaves the choice.
public enum Detail {
    /// Figures of the whole run.
    SUMMARY,
    /// Also every bin of it.
    TIMELINE
}
