package dev.hostlab.scaling;

import java.util.Optional;

/// What an alarm takes a period without a data point for.
///
/// Source: Amazon CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data", read 2026-11-23.
public enum MissingData {
    /// Left out of the evaluation; an alarm without any point has too little data.
    MISSING("missing"),
    /// The alarm keeps its state.
    IGNORE("ignore"),
    BREACHING("breaching"),
    NOT_BREACHING("notBreaching");

    private final String id;

    MissingData(String id) {
        this.id = id;
    }

    /// AWS's name.
    public String id() {
        return id;
    }

    public static Optional<MissingData> of(String id) {
        for (var mode : values()) {
            if (mode.id.equals(id)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
