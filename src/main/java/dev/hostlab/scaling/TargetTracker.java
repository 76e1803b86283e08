package dev.hostlab.scaling;

/// Runs one [TargetTracking] policy over time: `want = ceil(base × metric ÷ target)`.
///
/// While the scale-out cooldown runs, capacity added by the first scale-out counts as added already: `base` stays
/// what was desired before it, and only a larger result adds the difference and restarts the cooldown. A scale-in
/// starts from what is desired now, waits for its own cooldown, and any scale-out ends that wait. AWS documents the
/// cooldowns, not the product formula, which is the standard proportional form. Source: Application Auto Scaling
/// user guide, "Target tracking scaling policies" and "How cooldown periods work", read 2026-11-23.
public final class TargetTracker {

    /// A fleet exactly on target must not grow by a rounding error.
    private static final double ROUNDING_SLACK = 1e-9;

    private static final long NEVER = Long.MIN_VALUE;

    private final TargetTracking policy;
    private final AlarmRule high;
    private final AlarmRule low;
    private final MetricPoints points;
    private int base;
    private long outCooldownEnds = NEVER;
    private long inCooldownEnds = NEVER;

    public TargetTracker(TargetTracking policy) {
        this.policy = policy;
        this.high = policy.high();
        this.low = policy.low();
        this.points = new MetricPoints(
                Math.max(policy.alarms().highPoints(), policy.alarms().lowPoints()));
    }

    /// A data point has become visible; NaN where the metric was not published.
    public void observe(double value) {
        points.add(value);
    }

    /// The state of the two alarms as one word: `HIGH`, `LOW`, `OK` or `INSUFFICIENT_DATA`.
    public String alarm() {
        if (high.evaluate(points) == AlarmState.ALARM) {
            return "HIGH";
        }
        var state = low.evaluate(points);
        return state == AlarmState.ALARM ? "LOW" : points.seen() == 0 ? state.name() : "OK";
    }

    /// The metric's newest visible value, NaN where there is none.
    public double metric() {
        return points.newest();
    }

    /// Decides once; AWS repeats the action every minute while an alarm lasts.
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param desired   desired capacity now
    public Resize evaluate(long atSeconds, int desired) {
        if (high.evaluate(points) == AlarmState.ALARM) {
            return scaleOut(atSeconds, desired);
        }
        if (low.evaluate(points) == AlarmState.ALARM) {
            return scaleIn(atSeconds, desired);
        }
        return Resize.keep(desired);
    }

    private Resize scaleOut(long at, int desired) {
        var cooling = at < outCooldownEnds;
        var from = cooling ? base : desired;
        var want = policy.range().clamp(proportional(from));
        if (want <= desired) {
            return new Resize(
                    desired,
                    desired >= policy.range().maximum()
                            ? "at maximum " + desired
                            : high.inWords()
                                    + (cooling
                                            ? "; cooldown until " + Words.clock(outCooldownEnds)
                                            : "; no more needed"));
        }
        base = from;
        outCooldownEnds = at + policy.outCooldownSeconds();
        inCooldownEnds = NEVER;
        return new Resize(want, high.inWords() + "; " + desired + " → " + want);
    }

    private Resize scaleIn(long at, int desired) {
        if (at < inCooldownEnds) {
            return new Resize(desired, "scale-in cooldown until " + Words.clock(inCooldownEnds));
        }
        if (at < outCooldownEnds) {
            return new Resize(desired, "cooldown until " + Words.clock(outCooldownEnds));
        }
        var most = Math.max(1, (int) (desired * policy.scaleInMaxFraction()));
        var want = policy.range().clamp(Math.max(proportional(desired), desired - most));
        if (want >= desired) {
            return new Resize(desired, desired <= policy.range().minimum() ? "at minimum " + desired : low.inWords());
        }
        inCooldownEnds = at + policy.inCooldownSeconds();
        return new Resize(want, low.inWords() + "; " + desired + " → " + want);
    }

    private int proportional(int from) {
        var want = Math.ceil(from * points.newest() / policy.target() - ROUNDING_SLACK);
        return (int) Math.min(Integer.MAX_VALUE, want);
    }
}
