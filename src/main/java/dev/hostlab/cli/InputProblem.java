package dev.hostlab.cli;

import dev.hostlab.validation.Issue;
import java.io.PrintStream;
import java.util.List;

/// The user's input cannot be used; carries every issue found, not the first only.
final class InputProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    InputProblem(Issue issue) {
        this(List.of(issue));
    }

    InputProblem(List<Issue> issues) {
        super(issues.size() + " problems");
        this.issues = List.copyOf(issues);
    }

    /// Throws if there are issues.
    static void throwIfAny(List<Issue> issues) throws InputProblem {
        if (!issues.isEmpty()) {
            throw new InputProblem(issues);
        }
    }

    void printTo(PrintStream stream) {
        stream.println(issues.size() == 1 ? "Problem:" : issues.size() + " problems:");
        for (var issue : issues) {
            stream.println("  " + issue);
        }
    }
}
