package dev.hostlab.study;

import dev.hostlab.comparison.Comparison;
import java.util.List;

/// What a study came to.
///
/// @param name       as on the command line
/// @param title      for people
/// @param findings   one a claim, in the order of [Claim]
/// @param paybacks   of the move, by the chores of the report and by those of today
/// @param comparison the runs behind it, with the chores of the report
/// @param notices    what a reader should know
public record StudyResult(
        String name,
        String title,
        List<Finding> findings,
        List<Payback> paybacks,
        Comparison comparison,
        List<String> notices) {

    public StudyResult {
        findings = List.copyOf(findings);
        paybacks = List.copyOf(paybacks);
        notices = List.copyOf(notices);
    }
}
