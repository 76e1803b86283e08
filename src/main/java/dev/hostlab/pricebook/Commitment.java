package dev.hostlab.pricebook;

import java.util.Optional;

/// A Compute Savings Plan without upfront payment, or none.
public enum Commitment {
    NONE("none"),
    ONE_YEAR("1yr"),
    THREE_YEARS("3yr");

    private final String id;

    Commitment(String id) {
        this.id = id;
    }

    /// The name in settings and price keys.
    public String id() {
        return id;
    }

    /// The commitment of this name, empty if there is none such.
    public static Optional<Commitment> of(String id) {
        for (var commitment : values()) {
            if (commitment.id.equals(id)) {
                return Optional.of(commitment);
            }
        }
        return Optional.empty();
    }
}
