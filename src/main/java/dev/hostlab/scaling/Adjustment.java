package dev.hostlab.scaling;

import java.util.Optional;

/// How the number of a step changes capacity.
///
/// Source: EC2 Auto Scaling user guide, "Step and simple scaling policies", adjustment types and the rounding of
/// percentages, read 2026-11-23.
public enum Adjustment {
    CHANGE_IN_CAPACITY("ChangeInCapacity"),
    EXACT_CAPACITY("ExactCapacity"),
    PERCENT_CHANGE_IN_CAPACITY("PercentChangeInCapacity");

    private static final double SLACK = 1e-9;

    private final String id;

    Adjustment(String id) {
        this.id = id;
    }

    /// AWS's name.
    public String id() {
        return id;
    }

    public static Optional<Adjustment> of(String id) {
        for (var type : values()) {
            if (type.id.equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// The capacity wanted.
    ///
    /// @param capacity     what the change starts from
    /// @param number       units, a capacity, or percent
    /// @param minMagnitude least units that a change in percent makes, 0 for none
    public int apply(int capacity, int number, int minMagnitude) {
        return switch (this) {
            case CHANGE_IN_CAPACITY -> capacity + number;
            case EXACT_CAPACITY -> number;
            case PERCENT_CHANGE_IN_CAPACITY -> capacity + percent(capacity, number, minMagnitude);
        };
    }

    private static int percent(int capacity, int percent, int minMagnitude) {
        var change = rounded(capacity * (percent / 100.0));
        var least = percent == 0 ? 0 : minMagnitude;
        return Math.abs(change) >= least ? change : percent > 0 ? least : -least;
    }

    /// Toward 0, but a change of less than one unit is one: 12.7 is 12, 0.67 is 1, -0.58 is -1, -6.67 is -6.
    static int rounded(double change) {
        if (change == 0) {
            return 0;
        }
        if (Math.abs(change) < 1) {
            return change > 0 ? 1 : -1;
        }
        return (int) (change + (change > 0 ? SLACK : -SLACK));
    }
}
