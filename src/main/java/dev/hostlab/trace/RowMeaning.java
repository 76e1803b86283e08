package dev.hostlab.trace;

/// What one row of a file stands for.
public enum RowMeaning {
    /// A stretch of time and what happened in it.
    BINS,
    /// One request.
    REQUESTS
}
