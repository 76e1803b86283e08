package dev.hostlab.study;

/// What has changed since a claim was made.
///
/// @param since  when, in words
/// @param change what has changed
/// @param source where that is written
public record Dated(String since, String change, String source) {

    public Dated {
        if (since.isBlank() || change.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("A change needs a date and a source: " + change);
        }
    }
}
