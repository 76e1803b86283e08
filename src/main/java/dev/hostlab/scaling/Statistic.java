package dev.hostlab.scaling;

import java.util.Locale;

/// What CloudWatch makes of the samples of a period before an alarm compares them with its threshold.
///
/// EC2 gives one sample an instance and minute; a load balancer one a request, or one a minute of its hosts. Source:
/// Amazon CloudWatch user guide, "Statistics"; EC2 user guide, "List the available CloudWatch metrics for your
/// instances"; ALB user guide, "CloudWatch metrics"; read 2026-11-23.
public enum Statistic {
    /// As predefined metrics of target tracking come: an instance's or task's share, a minute.
    PER_MINUTE,
    AVERAGE,
    SUM,
    MINIMUM,
    MAXIMUM;

    /// The statistic of that name in a trigger's options, such as `Average`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Statistic of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// The value of a longer period from those of two parts of it.
    double join(double one, double other) {
        return switch (this) {
            case PER_MINUTE, AVERAGE, SUM -> one + other;
            case MINIMUM -> Math.min(one, other);
            case MAXIMUM -> Math.max(one, other);
        };
    }

    /// What it starts from.
    double none() {
        return switch (this) {
            case PER_MINUTE, AVERAGE, SUM -> 0;
            case MINIMUM -> Double.POSITIVE_INFINITY;
            case MAXIMUM -> Double.NEGATIVE_INFINITY;
        };
    }

    /// Whether parts are weighed against each other.
    boolean isMean() {
        return this == AVERAGE || this == PER_MINUTE;
    }
}
