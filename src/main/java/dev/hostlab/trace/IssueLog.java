package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects what is to be said about one file, in bounded memory.
///
/// A warning is kept once for each kind and column, with a count. Errors are listed one by one, but no kind
/// may crowd out the others.
final class IssueLog {

    /// Errors listed at most.
    static final int SHOWN = 100;

    /// Errors of one kind in one column listed at most.
    static final int SHOWN_OF_A_KIND = 10;

    private final Map<Kind, TraceIssue> warnings = new LinkedHashMap<>();
    private final Map<Kind, Integer> errorsOfAKind = new HashMap<>();
    private final List<TraceIssue> errors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Inference> inferred = new LinkedHashMap<>();
    private long errorCount;

    private record Kind(TraceProblem code, String field) {}

    /// @param line    physical line, 0 for the whole file
    /// @param field   column name, or empty
    /// @param problem what is wrong, in one sentence
    void add(TraceProblem code, long line, String field, String problem) {
        add(new TraceIssue(code, line, field, 1, problem));
    }

    /// The same with a sentence that is made only if it will be kept.
    void add(TraceProblem code, long line, String field, Supplier<String> problem) {
        var known = warnings.get(new Kind(code, field));
        add(code, line, field, known == null ? problem.get() : known.problem());
    }

    void add(TraceIssue issue) {
        var kind = new Kind(issue.code(), issue.field());
        switch (issue.code().level()) {
            case WARNING -> warnings.merge(kind, issue, IssueLog::together);
            case ERROR -> {
                errorCount++;
                if (errorsOfAKind.merge(kind, 1, Integer::sum) <= SHOWN_OF_A_KIND && errors.size() < SHOWN) {
                    errors.add(issue);
                }
            }
        }
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /// Says what was found out about the file; once for each subject.
    void infer(String subject, String taken, Choice choice) {
        inferred.putIfAbsent(subject, new Inference(subject, taken, choice));
    }

    /// Says it in the place of what was said before.
    void inferInstead(String subject, String taken, Choice choice) {
        inferred.put(subject, new Inference(subject, taken, choice));
    }

    List<Inference> inferred() {
        return List.copyOf(inferred.values());
    }

    boolean hasErrors() {
        return errorCount > 0;
    }

    /// Whether an error of this kind is listed.
    boolean has(TraceProblem code) {
        return errors.stream().anyMatch(issue -> issue.code() == code);
    }

    long errorCount() {
        return errorCount;
    }

    List<TraceIssue> errors() {
        return List.copyOf(errors);
    }

    List<TraceIssue> warnings() {
        return List.copyOf(warnings.values());
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private static TraceIssue together(TraceIssue first, TraceIssue next) {
        return new TraceIssue(first.code(), first.line(), first.field(), first.count() + next.count(), first.problem());
    }
}
