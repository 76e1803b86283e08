package dev.hostlab.trace;

import java.util.Locale;
import java.util.Optional;

/// What a column can mean to a trace: its role.
public enum TraceColumn {
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

    /// The name in a header, and of the role on the command line.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The column of a header name, if it is one.
    ///
    /// @param name lower case
    public static Optional<TraceColumn> named(String name) {
        for (var column : values()) {
            if (column.header().equals(name)) {
                return Optional.of(column);
            }
        }
        return name.equals("tokens_per_min") ? Optional.of(TOKENS) : Optional.empty();
    }

    /// Whether its cells are numbers.
    boolean isNumber() {
        return switch (this) {
            case REQUESTS, INPUT_TOKENS, OUTPUT_TOKENS, TOKENS, QUEUE_DEPTH, DURATION_SECONDS -> true;
            case TIMESTAMP, TENANT, WORKLOAD -> false;
        };
    }
}
