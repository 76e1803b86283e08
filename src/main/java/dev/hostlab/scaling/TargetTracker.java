package dev.hostlab.scaling;

/// Runs one [TargetTracking] policy over time: `want = ceil(base × metric ÷ target)`.
///
/// Where a scale-out starts from and what holds back a scale-in is the [Pacing]'s: cooldowns for a service, warm-up
/// for an Auto Scaling group. A service at 0 needs one point of demand and gets the smallest step. AWS documents the
/// pacing, the conservative rounding and the start from 0, not the product formula, which is the standard
/// proportional form. Source: Application Auto Scaling user guide, "Target tracking scaling policies"; EC2 Auto
/// Scaling user guide, "Target tracking scaling policies"; ECS developer guide, "Service auto scaling"; read
/// 2026-11-23.
public final class TargetTracker implements Scaler {

    /// A fleet exactly on target must not grow by a rounding error.
    private static final double ROUNDING_SLACK = 1e-9;

    private final TargetTracking policy;
    private final Pacing pacing;
    private final MetricPoints points;
    private final Alarm high;
    private final Alarm low;
    private CapacityRange range;

    /// A policy of a service, with cooldowns of its own.
    public TargetTracker(TargetTracking policy) {
        this(policy, new CooldownChain());
    }

    /// @param pacing shared by all policies of a service or group
    public TargetTracker(TargetTracking policy, Pacing pacing) {
        this.policy = policy;
        this.range = policy.range();
        this.pacing = pacing;
        this.points =
                new MetricPoints(Math.max(policy.high().range(), policy.low().range()));
        this.high = new Alarm(policy.high(), points);
        this.low = new Alarm(policy.low(), points);
    }

    @Override
    public void observe(double value) {
        points.add(value);
    }

    @Override
    public String alarm() {
        return Alarm.word(high, low);
    }

    @Override
    public double metric() {
        return points.newest();
    }

    @Override
    public Resize propose(long atSeconds, int desired) {
        var up = high.fires(atSeconds);
        var down = low.fires(atSeconds);
        if (desired == 0 && points.newest() > 0 && range.maximum() > 0) {
            return fromNothing();
        }
        if (up) {
            return scaleOut(atSeconds, desired);
        }
        return down && !high.isOn() ? scaleIn(atSeconds, desired) : Resize.keep(desired);
    }

    @Override
    public void done(long atSeconds, int from, int to) {
        pacing.changed(atSeconds, from, to, policy.pause());
    }

    @Override
    public void keepWithin(CapacityRange range) {
        this.range = range;
    }

    @Override
    public boolean forbidsScaleIn() {
        return policy.rules().scaleIn() && !low.isOn();
    }

    private Resize fromNothing() {
        var want = Math.max(1, range.minimum());
        return new Resize(want, "demand of " + Words.number(points.newest()) + " at no capacity; 0 → " + want);
    }

    private Resize scaleOut(long at, int desired) {
        var least = range.minimum();
        var from = desired < least ? least : pacing.outBase(at, desired);
        var want = range.clamp(proportional(from));
        if (want > desired) {
            return new Resize(want, high.inWords() + "; " + desired + " → " + want);
        }
        return desired >= range.maximum()
                ? high.atBound("maximum", desired)
                : new Resize(
                        desired, high.inWords() + "; " + pacing.settling(at).orElse("no more needed"));
    }

    private Resize scaleIn(long at, int desired) {
        if (!policy.rules().scaleIn()) {
            return new Resize(desired, "scale-in is disabled");
        }
        var held = pacing.holdsScaleIn(at);
        if (held.isPresent()) {
            return new Resize(desired, held.get());
        }
        var most = Math.max(1, (int) (desired * policy.scaleInMaxFraction() + ROUNDING_SLACK));
        var want = range.clamp(Math.max(proportional(desired), desired - most));
        if (want >= desired) {
            return desired <= range.minimum()
                    ? low.atBound("minimum", desired)
                    : new Resize(desired, low.inWords() + "; no less needed");
        }
        return new Resize(want, low.inWords() + "; " + desired + " → " + want);
    }

    private int proportional(int from) {
        var want = Math.ceil(from * sample() / policy.target() - ROUNDING_SLACK);
        return (int) Math.min(Integer.MAX_VALUE, want);
    }

    private double sample() {
        return switch (policy.rules().sample()) {
            case LATEST -> points.latest();
            case MEAN_OF_BREACHING -> high.isOn() ? meanOfBreaching() : points.latest();
        };
    }

    private double meanOfBreaching() {
        var sum = 0.0;
        var count = 0;
        for (var back = 0; back < high.rule().range() && count < high.rule().periods(); back++) {
            var value = points.back(back);
            if (!Double.isNaN(value) && high.rule().breaches(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? points.latest() : sum / count;
    }
}
