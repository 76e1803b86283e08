package dev.hostlab.scaling;

/// The settings of a Beanstalk trigger: two alarms on one metric with one shared window, each with a simple-scaling
/// policy.
///
/// Source: Elastic Beanstalk developer guide, "aws:autoscaling:trigger" and "aws:autoscaling:asg"; that the
/// policies are simple ones is inferred from the options, read 2026-11-23.
///
/// @param upper           scale out above this, in the metric's unit
/// @param lower           scale in below this
/// @param points          periods in a row that must breach, the same for both alarms
/// @param upperIncrement  instances added, above 0
/// @param lowerIncrement  instances removed, as a positive number
/// @param range           least and most instances
/// @param cooldownSeconds 360 by default
/// @param samplesPerPeriod points of the metric in one period of the alarms; above 1 their window slides on with
///                        each
/// @param statistic       what a period makes of its points
public record SimpleScaling(
        double upper,
        double lower,
        int points,
        int upperIncrement,
        int lowerIncrement,
        CapacityRange range,
        int cooldownSeconds,
        int samplesPerPeriod,
        Statistic statistic) {

    public SimpleScaling {
        if (upperIncrement < 1 || lowerIncrement < 1) {
            throw new IllegalArgumentException("Increments: +" + upperIncrement + ", -" + lowerIncrement);
        }
    }

    /// A trigger whose period is one point of the metric.
    public SimpleScaling(
            double upper,
            double lower,
            int points,
            int upperIncrement,
            int lowerIncrement,
            CapacityRange range,
            int cooldownSeconds) {
        this(upper, lower, points, upperIncrement, lowerIncrement, range, cooldownSeconds, 1, Statistic.AVERAGE);
    }
}
