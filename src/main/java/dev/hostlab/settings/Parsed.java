package dev.hostlab.settings;

/// What became of a text that should name a value.
public sealed interface Parsed<T> {

    /// The text names `value`.
    record Value<T>(T value) implements Parsed<T> {}

    /// The text names no allowed value.
    ///
    /// @param problem what is wrong with it, as a sentence
    record Refused<T>(String problem) implements Parsed<T> {}
}
