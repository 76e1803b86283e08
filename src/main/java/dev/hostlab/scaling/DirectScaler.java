package dev.hostlab.scaling;

/// Runs [DirectScaling] over time.
///
/// Out: at the first look at which tasks need more than is there or on the way. In: what has been too much at every
/// look for long enough ends; more than that waits its own time.
final class DirectScaler implements InstanceScaler {

    private static final long NEVER = Long.MAX_VALUE;

    private final DirectScaling policy;
    private long surplusSince = NEVER;
    private int leastSurplus;

    DirectScaler(DirectScaling policy) {
        this.policy = policy;
    }

    @Override
    public Resize evaluate(long atSeconds, int running, int needed, int desired) {
        var want = policy.wanted(running, needed);
        if (want >= desired) {
            surplusSince = NEVER;
            return want == desired
                    ? Resize.keep(desired)
                    : new Resize(want, "tasks wait for " + (want - desired) + " more; " + desired + " → " + want);
        }
        leastSurplus = surplusSince == NEVER ? desired - want : Math.min(leastSurplus, desired - want);
        surplusSince = Math.min(surplusSince, atSeconds);
        if (policy.idleSeconds() < 0 || atSeconds - surplusSince < policy.idleSeconds()) {
            return Resize.keep(desired);
        }
        return scaleIn(atSeconds, desired, want);
    }

    private Resize scaleIn(long atSeconds, int desired, int want) {
        var to = desired - leastSurplus;
        surplusSince = to > want ? atSeconds : NEVER;
        leastSurplus = to - want;
        return new Resize(to, "idle for " + policy.idleSeconds() + " s; " + desired + " → " + to);
    }
}
