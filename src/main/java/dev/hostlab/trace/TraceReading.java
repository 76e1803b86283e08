package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;
import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/// What came out of reading a trace file: a workload, or all the reasons why there is none.
public sealed interface TraceReading {

    /// The file's name, without its folder.
    String name();

    /// What was taken in a way that the user should know of, one entry for each kind and column.
    List<TraceIssue> warnings();

    /// Why the file cannot be used; empty when it can.
    List<TraceIssue> errors();

    /// How many errors there are, listed or not.
    long errorCount();

    /// Why the file cannot be used, as any other mistake in what a user gave.
    ///
    /// @param file the file's name as the user wrote it
    default List<Issue> issues(String file) {
        var issues = new ArrayList<Issue>();
        errors().forEach(error -> issues.add(error.toIssue(file)));
        var more = errorCount() - errors().size();
        if (more > 0) {
            issues.add(new Issue(file, more + " more problems are not listed.", "Mend these first."));
        }
        return issues;
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /// The file can be used.
    ///
    /// @param notes how columns were taken, where there is nothing to worry about
    record Accepted(Workload workload, TraceSummary summary, List<TraceIssue> warnings, List<String> notes)
            implements TraceReading {

        public Accepted {
            requireNonNull(workload, "workload");
            requireNonNull(summary, "summary");
            warnings = List.copyOf(warnings);
            notes = List.copyOf(notes);
        }

        @Override
        public String name() {
            return workload.name();
        }

        @Override
        public List<TraceIssue> errors() {
            return List.of();
        }

        @Override
        public long errorCount() {
            return 0;
        }
    }

    /// The file cannot be used.
    ///
    /// @param errors at most [IssueLog#SHOWN] of them, `errorCount` says how many there are
    record Rejected(String name, List<TraceIssue> errors, long errorCount, List<TraceIssue> warnings)
            implements TraceReading {

        public Rejected {
            requireNonNull(name, "name");
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }
}
