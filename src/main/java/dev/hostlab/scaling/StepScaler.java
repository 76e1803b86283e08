package dev.hostlab.scaling;

/// Runs one [StepScaling] policy over time on the newest point.
///
/// Repeated breaches of the same step add nothing while capacity that they asked for is under way: a scale-out
/// starts from what the [Pacing] counts, and only a larger result adds the difference.
public final class StepScaler implements Scaler {

    private final StepScaling policy;
    private final Pacing pacing;
    private final MetricPoints points;
    private final Alarm high;
    private final Alarm low;
    private CapacityRange range;

    /// @param pacing shared by all policies of a service or group
    public StepScaler(StepScaling policy, Pacing pacing) {
        this.policy = policy;
        this.range = policy.range();
        this.pacing = pacing;
        this.points = new MetricPoints(policy.high().range());
        this.high = new Alarm(policy.high(), points);
        this.low = new Alarm(policy.low(), points);
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
        if (high.isOn() && policy.hasStepsAbove()) {
            return "HIGH";
        }
        if (low.isOn() && policy.hasStepsBelow()) {
            return "LOW";
        }
        return high.state() == AlarmState.INSUFFICIENT_DATA ? high.state().name() : AlarmState.OK.name();
    }

    @Override
    public Resize propose(long atSeconds, int desired) {
        var up = high.fires(atSeconds) && policy.hasStepsAbove();
        var down = low.fires(atSeconds) && policy.hasStepsBelow();
        if (!up && !down) {
            return Resize.keep(desired);
        }
        var distance = points.latest() - policy.threshold();
        var words = (up ? high : low).inWords();
        for (var step : policy.steps()) {
            if (step.applies(distance) && (up ? !step.isBelow() : !step.isAbove())) {
                return step(atSeconds, desired, step, words);
            }
        }
        return new Resize(desired, words + "; no step for " + Words.number(points.latest()));
    }

    @Override
    public void done(long atSeconds, int from, int to) {
        pacing.changed(atSeconds, from, to, policy.pause());
    }

    @Override
    public void keepWithin(CapacityRange range) {
        this.range = range;
    }

    /// Only target tracking asks all policies before it scales in.
    @Override
    public boolean forbidsScaleIn() {
        return false;
    }

    private Resize step(long at, int desired, StepAdjustment step, String words) {
        var out = policy.type().apply(pacing.outBase(at, desired), step.change(), policy.minMagnitude());
        var in = policy.type().apply(pacing.inBase(at, desired), step.change(), policy.minMagnitude());
        var raises = policy.type() == Adjustment.EXACT_CAPACITY ? step.change() > desired : step.change() > 0;
        return raises ? scaleOut(at, desired, out, words) : scaleIn(at, desired, in, words);
    }

    private Resize scaleOut(long at, int desired, int wanted, String words) {
        var want = range.clamp(wanted);
        if (want > desired) {
            return new Resize(want, words + "; " + desired + " → " + want);
        }
        return desired >= range.maximum()
                ? new Resize(desired, "at maximum " + desired)
                : new Resize(desired, words + "; " + pacing.settling(at).orElse("no more needed"));
    }

    private Resize scaleIn(long at, int desired, int wanted, String words) {
        var want = range.clamp(wanted);
        if (want >= desired) {
            return new Resize(
                    desired, desired <= range.minimum() ? "at minimum " + desired : words + "; no change in this step");
        }
        var held = pacing.holdsScaleIn(at);
        return held.isPresent()
                ? new Resize(desired, held.get())
                : new Resize(want, words + "; " + desired + " → " + want);
    }
}
