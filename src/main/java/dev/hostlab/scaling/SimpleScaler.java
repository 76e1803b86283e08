package dev.hostlab.scaling;

/// Runs one [SimpleScaling] trigger over time.
///
/// After a scaling activity starts, all further ones are ignored until it has completed and the cooldown after its
/// end has passed. A scale-out at the maximum or a scale-in at the minimum does nothing and starts no cooldown.
/// Source: EC2 Auto Scaling user guide, "Scaling cooldowns", read 2026-11-23.
public final class SimpleScaler implements Scaler {

    private final SimpleScaling policy;
    private final MetricPoints points;
    private final Alarm high;
    private final Alarm low;
    private CapacityRange range;
    private boolean active;
    private long cooldownEnds = Long.MIN_VALUE;

    public SimpleScaler(SimpleScaling policy) {
        this.policy = policy;
        this.range = policy.range();
        var upper = new AlarmRule(AlarmRule.Side.ABOVE, policy.upper(), policy.points());
        var lower = new AlarmRule(AlarmRule.Side.BELOW, policy.lower(), policy.points());
        this.points = new MetricPoints(upper.range(), policy.samplesPerPeriod(), policy.statistic());
        this.high = new Alarm(upper, points);
        this.low = new Alarm(lower, points);
    }

    @Override
    public void observe(double value) {
        points.add(value);
    }

    @Override
    public double metric() {
        return points.newest();
    }

    @Override
    public String alarm() {
        return Alarm.word(high, low);
    }

    /// The last instance of the running activity is in service, or gone: the cooldown starts.
    public void activityEnded(long atSeconds) {
        active = false;
        cooldownEnds = atSeconds + policy.cooldownSeconds();
    }

    /// A wanted change starts an activity, which lasts until [#activityEnded(long)].
    @Override
    public Resize propose(long atSeconds, int desired) {
        var up = high.fires(atSeconds);
        var down = low.fires(atSeconds);
        if (up) {
            return change(atSeconds, desired, policy.upperIncrement(), high);
        }
        return down ? change(atSeconds, desired, -policy.lowerIncrement(), low) : Resize.keep(desired);
    }

    @Override
    public void done(long atSeconds, int from, int to) {
        active = true;
    }

    @Override
    public void keepWithin(CapacityRange range) {
        this.range = range;
    }

    /// Simple scaling asks nobody.
    @Override
    public boolean forbidsScaleIn() {
        return false;
    }

    private Resize change(long at, int desired, int increment, Alarm alarm) {
        var want = range.clamp(desired + increment);
        if (want == desired) {
            return alarm.atBound(increment > 0 ? "maximum" : "minimum", desired);
        }
        if (active) {
            return new Resize(desired, "a scaling activity is in progress");
        }
        if (at < cooldownEnds) {
            return new Resize(desired, "cooldown until " + Words.clock(cooldownEnds));
        }
        return new Resize(want, alarm.inWords() + "; " + desired + " → " + want);
    }
}
