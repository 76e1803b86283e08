package dev.hostlab.files;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// Why a text is not JSON, for people: without what only says where the parser's own settings lie.
final class JsonProblem {

    private static final Pattern INTERNALS = Pattern.compile(
            "\\s*\\((start marker at \\[|for Object starting|for Array starting)[^\\n]*|\\s*at \\[Source:[^\\n]*");

    private JsonProblem() {}

    static String words(JacksonException problem) {
        var message = problem.getOriginalMessage() == null ? "" : problem.getOriginalMessage();
        var words = INTERNALS.matcher(message).replaceAll("").strip();
        return "This is not JSON: " + words + (words.endsWith(".") ? "" : ".");
    }
}
