package dev.hostlab.settings;

import static java.util.Objects.requireNonNull;

/// How well a value is known, and from where.
///
/// @param certainty how well
/// @param source    the document, measurement or reason, in words
public record Evidence(Certainty certainty, String source) {

    public Evidence {
        requireNonNull(certainty, "certainty");
        if (source.isBlank()) {
            throw new IllegalArgumentException("A value needs a source, even if it is a guess");
        }
    }

    public static Evidence documented(String source) {
        return new Evidence(Certainty.DOCUMENTED, source);
    }

    public static Evidence measured(String source) {
        return new Evidence(Certainty.MEASURED, source);
    }

    public static Evidence assumed(String source) {
        return new Evidence(Certainty.ASSUMED, source);
    }
}
