package dev.hostlab.scaling;

import static java.util.Objects.requireNonNull;

/// A CloudWatch alarm that fires when `points` of the last `periods` points breach its threshold; they need not be
/// adjacent.
///
/// Where points are missing the alarm looks two periods further back. If that range holds as many real points as it
/// evaluates, the newest of them alone decide; otherwise the gaps are filled as the mode says, as few as possible.
/// An alarm that leaves gaps out still fires when all it has are breaches and the oldest of them is `points` periods
/// old. Source: Amazon CloudWatch user guide, "Using Amazon CloudWatch alarms", its two tables for 3 of 3 and 2 of 3
/// with a range of 5, read 2026-11-23; two more periods for every alarm are deduced from those tables.
///
/// @param side      which side of the threshold breaches
/// @param threshold in the metric's unit
/// @param points    M, how many points must breach, at least 1
/// @param periods   N, how many periods are evaluated, at least `points`
/// @param missing   what a period without a point counts as
public record AlarmRule(Side side, double threshold, int points, int periods, MissingData missing) {

    private static final int FURTHER_BACK = 2;

    /// Which side of a threshold is a breach.
    public enum Side {
        ABOVE("above"),
        AT_OR_ABOVE("at or above"),
        BELOW("below"),
        AT_OR_BELOW("at or below");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        boolean breaches(double value, double threshold) {
            return switch (this) {
                case ABOVE -> value > threshold;
                case AT_OR_ABOVE -> value >= threshold;
                case BELOW -> value < threshold;
                case AT_OR_BELOW -> value <= threshold;
            };
        }
    }

    public AlarmRule {
        requireNonNull(side, "side");
        requireNonNull(missing, "missing");
        if (points < 1 || periods < points || !Double.isFinite(threshold)) {
            throw new IllegalArgumentException(
                    "No alarm: " + points + " of " + periods + " points, threshold " + threshold);
        }
    }

    /// An alarm of target tracking or Beanstalk: all of its points must breach, gaps are left out.
    public AlarmRule(Side side, double threshold, int points) {
        this(side, threshold, points, points, MissingData.MISSING);
    }

    /// Periods that the alarm looks back at most.
    int range() {
        return periods + FURTHER_BACK;
    }

    /// The alarm's state on these points.
    ///
    /// @param current its state until now, which it keeps where it cannot tell
    public AlarmState evaluate(MetricPoints metric, AlarmState current) {
        var real = 0;
        var breaches = 0;
        var oldest = 0;
        for (var back = 0; back < range() && real < periods; back++) {
            var value = metric.back(back);
            if (!Double.isNaN(value)) {
                var breach = breaches(value);
                if (!breach && points == periods) {
                    return AlarmState.OK; // whatever the others are, and however gaps are filled
                }
                real++;
                breaches += breach ? 1 : 0;
                oldest = back + 1;
            }
        }
        if (breaches >= points) {
            return AlarmState.ALARM;
        }
        return real == periods ? AlarmState.OK : filled(new Seen(real, breaches, oldest), current);
    }

    /// What an alarm finds in its range.
    ///
    /// @param oldest age of the oldest real point in periods, 1 for the newest period
    private record Seen(int real, int breaches, int oldest) {}

    private AlarmState filled(Seen seen, AlarmState current) {
        return switch (missing) {
            case BREACHING -> seen.breaches() + periods - seen.real() >= points ? AlarmState.ALARM : AlarmState.OK;
            case NOT_BREACHING -> AlarmState.OK;
            case IGNORE -> seen.breaches() < seen.real() ? AlarmState.OK : current;
            case MISSING -> leavingOut(seen, current);
        };
    }

    private AlarmState leavingOut(Seen seen, AlarmState current) {
        if (seen.real() == 0) {
            return AlarmState.INSUFFICIENT_DATA;
        }
        if (seen.breaches() < seen.real()) {
            return AlarmState.OK;
        }
        return seen.oldest() >= points ? AlarmState.ALARM : current;
    }

    /// The alarm in words: "3 of 3 points above 60".
    public String inWords() {
        return points + " of " + periods + " points " + side.words + " " + Words.number(threshold);
    }

    boolean breaches(double value) {
        return side.breaches(value, threshold);
    }
}
