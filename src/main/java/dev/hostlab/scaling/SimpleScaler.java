package dev.hostlab.scaling;

/// Runs one [SimpleScaling] trigger over time.
///
/// After a scaling activity starts, all further ones are ignored until it has completed and the cooldown after its
/// end has passed. A scale-out at the maximum or a scale-in at the minimum does nothing and starts no cooldown.
/// Source: EC2 Auto Scaling user guide, "Scaling cooldowns", read 2026-11-23.
public final class SimpleScaler {

    private final SimpleScaling policy;
    private final AlarmRule high;
    private final AlarmRule low;
    private final MetricPoints points;
    private boolean active;
    private long cooldownEnds = Long.MIN_VALUE;

    public SimpleScaler(SimpleScaling policy) {
        this.policy = policy;
        this.high = new AlarmRule(AlarmRule.Side.ABOVE, policy.upper(), policy.points());
        this.low = new AlarmRule(AlarmRule.Side.BELOW, policy.lower(), policy.points());
        this.points = new MetricPoints(policy.points());
    }

    /// A data point has become visible; NaN where the metric was not published.
    public void observe(double value) {
        points.add(value);
    }

    /// The metric's newest visible value, NaN where there is none.
    public double metric() {
        return points.newest();
    }

    /// The state of the two alarms as one word: `HIGH`, `LOW` or `OK`.
    public String alarm() {
        if (high.evaluate(points) == AlarmState.ALARM) {
            return "HIGH";
        }
        return low.evaluate(points) == AlarmState.ALARM ? "LOW" : "OK";
    }

    /// The last instance of the running activity is in service, or gone: the cooldown starts.
    public void activityEnded(long atSeconds) {
        active = false;
        cooldownEnds = atSeconds + policy.cooldownSeconds();
    }

    /// Decides once; AWS repeats the action every minute while an alarm lasts. A wanted change starts an activity,
    /// which lasts until [#activityEnded(long)].
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param desired   desired capacity now
    public Resize evaluate(long atSeconds, int desired) {
        if (high.evaluate(points) == AlarmState.ALARM) {
            return change(atSeconds, desired, policy.upperIncrement(), high);
        }
        if (low.evaluate(points) == AlarmState.ALARM) {
            return change(atSeconds, desired, -policy.lowerIncrement(), low);
        }
        return Resize.keep(desired);
    }

    private Resize change(long at, int desired, int increment, AlarmRule alarm) {
        var want = policy.range().clamp(desired + increment);
        if (want == desired) {
            return new Resize(desired, increment > 0 ? "at maximum " + desired : "at minimum " + desired);
        }
        if (active) {
            return new Resize(desired, "a scaling activity is in progress");
        }
        if (at < cooldownEnds) {
            return new Resize(desired, "cooldown until " + Words.clock(cooldownEnds));
        }
        active = true;
        return new Resize(want, alarm.inWords() + "; " + desired + " → " + want);
    }
}
