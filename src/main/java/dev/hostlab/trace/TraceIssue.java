package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;

/// One thing to say about a trace file: what, where, and what to do.
///
/// @param code    what it is, in a word
/// @param line    physical line in the file, from 1; 0 where the whole file is meant
/// @param field   column name as in the header, lower case; empty where no column is meant
/// @param count   how often it was seen, 1 or more; `line` is the first place
/// @param problem what is wrong, in one sentence, fit for a terminal
public record TraceIssue(TraceProblem code, long line, String field, long count, String problem) {

    public TraceIssue {
        requireNonNull(code, "code");
        requireNonNull(field, "field");
        requireNonNull(problem, "problem");
        if (line < 0 || count < 1) {
            throw new IllegalArgumentException("Line " + line + " or count " + count + " is impossible");
        }
    }

    /// What to do about it, in one sentence.
    public String advice() {
        return code.advice();
    }

    /// What is wrong and what to do; the place stands beside it.
    public String message() {
        return (count == 1 ? problem : problem + " (" + count + " times, first here)") + " " + advice();
    }

    /// The same as any other mistake in what a user gave.
    ///
    /// @param file the file's name as the user wrote it
    public Issue toIssue(String file) {
        var place = new StringBuilder(file);
        if (line > 0) {
            place.append(", line ").append(line);
        }
        if (!field.isEmpty()) {
            place.append(", column ").append(field);
        }
        return new Issue(place.toString(), problem, advice());
    }
}
