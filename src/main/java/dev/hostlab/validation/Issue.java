package dev.hostlab.validation;

import static java.util.Objects.requireNonNull;

/// Something wrong with what a user gave, for a person to mend.
///
/// @param path    where: a setting's path (`task.memoryGiB`), or a file with its line and column name
/// @param problem what is wrong, in one sentence
/// @param advice  what to do about it, in one sentence
public record Issue(String path, String problem, String advice) {

    public Issue {
        requireNonNull(path, "path");
        requireNonNull(problem, "problem");
        requireNonNull(advice, "advice");
    }

    /// The same issue, seen from the place that holds it.
    public Issue under(String parent) {
        return new Issue(parent + "." + path, problem, advice);
    }

    @Override
    public String toString() {
        return path + ": " + problem + " " + advice;
    }
}
