package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;
import dev.hostlab.workload.LoadFigures;
import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// What was found out about the file rather than said.
    List<Inference> inferred();

    /// The first rows as they were read, if it came to that.
    Optional<TableSample> sample();

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

    /// How a file was taken.
    ///
    /// @param inferred what was found out about it
    /// @param sample   its first rows, if it came to rows
    record Seen(List<Inference> inferred, Optional<TableSample> sample) {

        /// Nothing was seen.
        public static final Seen NOTHING = new Seen(List.of(), Optional.empty());

        public Seen {
            inferred = List.copyOf(inferred);
            requireNonNull(sample, "sample");
        }
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /// The file can be used.
    ///
    /// @param seen  how the file was taken
    /// @param notes how columns were taken, where there is nothing to worry about
    record Accepted(Workload workload, TraceSummary summary, List<TraceIssue> warnings, List<String> notes, Seen seen)
            implements TraceReading {

        public Accepted {
            requireNonNull(workload, "workload");
            requireNonNull(summary, "summary");
            requireNonNull(seen, "seen");
            warnings = List.copyOf(warnings);
            notes = List.copyOf(notes);
        }

        /// The load in figures; hours and days are those of the file, whatever was left out.
        public LoadFigures figures() {
            return LoadFigures.of(workload, summary.shape().lostNanos());
        }

        @Override
        public List<Inference> inferred() {
            return seen.inferred();
        }

        @Override
        public Optional<TableSample> sample() {
            return seen.sample();
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
    /// @param seen   how the file was taken
    record Rejected(String name, List<TraceIssue> errors, long errorCount, List<TraceIssue> warnings, Seen seen)
            implements TraceReading {

        public Rejected {
            requireNonNull(name, "name");
            requireNonNull(seen, "seen");
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<Inference> inferred() {
            return seen.inferred();
        }

        @Override
        public Optional<TableSample> sample() {
            return seen.sample();
        }
    }
}
