package dev.hostlab.trace;

import java.util.Locale;
import java.util.Optional;

/// The columns that a trace may have.
enum TraceColumn {
    TIMESTAMP,
    REQUESTS,
    INPUT_TOKENS,
    OUTPUT_TOKENS,
    /// Input and output together.
    TOKENS,
    QUEUE_DEPTH,
    DURATION_SECONDS,
    TENANT,
    WORKLOAD;

    /// The name in a header.
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The column of a header name, if it is one.
    ///
    /// @param name lower case
    static Optional<TraceColumn> named(String name) {
        for (var column : values()) {
            if (column.header().equals(name)) {
                return Optional.of(column);
            }
        }
        return name.equals("tokens_per_min") ? Optional.of(TOKENS) : Optional.empty();
    }
}
