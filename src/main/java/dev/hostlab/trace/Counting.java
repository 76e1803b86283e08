package dev.hostlab.trace;

/// What the numbers of a bin mean.
public enum Counting {
    /// How many there were in the bin.
    COUNT,
    /// How many there were each second, on average over the bin.
    RATE,
    /// How many there were each minute, on average over the bin.
    PER_MINUTE,
    /// How many there had been since a counter was last set to zero; a smaller number means that it was reset.
    CUMULATIVE
}
