package dev.hostlab.scaling;

/// A CloudWatch alarm that fires when all of the last `points` periods breach its threshold.
///
/// Source: Amazon CloudWatch user guide, "Using Amazon CloudWatch alarms", read 2026-11-23. Auto Scaling's own
/// alarms are "N of N". Left out: M-of-N alarms and the four treatments of missing data; a period without a point
/// is not evaluated as breaching, and a window without any point is [AlarmState#INSUFFICIENT_DATA].
///
/// @param side      which side of the threshold breaches
/// @param threshold in the metric's unit; a value equal to it does not breach
/// @param points    how many periods in a row must breach, at least 1
public record AlarmRule(Side side, double threshold, int points) {

    /// Which side of a threshold is a breach.
    public enum Side {
        ABOVE("above"),
        BELOW("below");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    public AlarmRule {
        if (points < 1 || !Double.isFinite(threshold)) {
            throw new IllegalArgumentException("No alarm: " + points + " points, threshold " + threshold);
        }
    }

    /// The alarm's state on these points.
    public AlarmState evaluate(MetricPoints metric) {
        if (metric.seen() < points) {
            return AlarmState.INSUFFICIENT_DATA;
        }
        var missing = 0;
        for (var back = 0; back < points; back++) {
            var value = metric.back(back);
            if (Double.isNaN(value)) {
                missing++;
            } else if (!breaches(value)) {
                return AlarmState.OK;
            }
        }
        return missing == 0 ? AlarmState.ALARM : AlarmState.INSUFFICIENT_DATA;
    }

    /// The alarm in words: "3 of 3 points above 60".
    public String inWords() {
        return points + " of " + points + " points " + side.word + " " + Words.number(threshold);
    }

    private boolean breaches(double value) {
        return side == Side.ABOVE ? value > threshold : value < threshold;
    }
}
