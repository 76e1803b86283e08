package dev.hostlab.hosting;

/// When a metric is seen: clocks 2 to 5 of a scaling loop, in seconds.
///
/// @param periodSeconds     length of one data point; a divisor or a multiple of 60
/// @param publishSeconds    end of a period → usable by an alarm
/// @param evaluationSeconds time between two evaluations of the alarm; their phase is random
/// @param actionSeconds     alarm → new desired capacity
/// @param wakeSeconds       first message after six idle hours → a queue's metrics are published again
public record MetricClock(
        double periodSeconds,
        double publishSeconds,
        double evaluationSeconds,
        double actionSeconds,
        double wakeSeconds) {

    /// A metric that is always published.
    public MetricClock(double periodSeconds, double publishSeconds, double evaluationSeconds, double actionSeconds) {
        this(periodSeconds, publishSeconds, evaluationSeconds, actionSeconds, 0);
    }
}
