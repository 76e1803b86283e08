package dev.hostlab.scaling;

/// Runs [ManagedScaling] over time, once a minute.
///
/// Out: one point above the target is enough, but instances launched by an earlier scale-out must have warmed up.
/// In: enough points in a row below the target, not soon after a scale-out, at most a share of the group each
/// minute; one point above the target restarts the wait. Only empty instances are given up (managed termination
/// protection), which is the fleet's business. Source: as [ManagedScaling].
public final class ManagedScaler implements InstanceScaler {

    private final ManagedScaling policy;
    private double reservation = 100;
    private int lowPoints;
    private long warmAt = Long.MIN_VALUE;
    private long quietUntil = Long.MIN_VALUE;

    public ManagedScaler(ManagedScaling policy) {
        this.policy = policy;
    }

    /// Decides once, on the reservation metric of this minute.
    @Override
    public Resize evaluate(long atSeconds, int running, int needed, int desired) {
        var stepped = policy.stepped(running, needed);
        reservation = ManagedScaling.reservation(running, stepped);
        lowPoints = reservation < policy.targetCapacity() ? lowPoints + 1 : 0;
        if (reservation > policy.targetCapacity()) {
            return scaleOut(atSeconds, desired, policy.wanted(running, stepped));
        }
        if (lowPoints < policy.lowPoints()) {
            return Resize.keep(desired);
        }
        return atSeconds < quietUntil
                ? new Resize(desired, "no scale-in before " + Words.clock(quietUntil) + ", after the last scale-out")
                : scaleIn(desired, policy.wanted(running, stepped));
    }

    /// The newest reservation in percent.
    public double reservation() {
        return reservation;
    }

    /// The state of the two alarms as one word: `HIGH`, `LOW` or `OK`.
    public String alarm() {
        if (reservation > policy.targetCapacity()) {
            return "HIGH";
        }
        return lowPoints >= policy.lowPoints() ? "LOW" : "OK";
    }

    private Resize scaleOut(long at, int desired, int want) {
        if (want <= desired) {
            return new Resize(
                    desired, desired >= policy.range().maximum() ? "at maximum " + desired : "enough on the way");
        }
        if (at < warmAt) {
            return new Resize(desired, "instances warming up until " + Words.clock(warmAt));
        }
        warmAt = at + policy.instanceWarmupSeconds();
        quietUntil = at + policy.scaleInQuietSeconds();
        return new Resize(want, reservationInWords("above") + "; " + desired + " → " + want);
    }

    private Resize scaleIn(int desired, int want) {
        var least = desired - (int) Math.floor(desired * policy.scaleInMaxFraction() + 1e-9);
        var to = policy.range().clamp(Math.max(want, Math.min(desired - 1, least)));
        return to >= desired
                ? Resize.keep(desired)
                : new Resize(to, reservationInWords("below") + " for " + lowPoints + " min; " + desired + " → " + to);
    }

    private String reservationInWords(String side) {
        return "reservation " + Words.number(reservation) + " % " + side + " " + Words.number(policy.targetCapacity())
                + " %";
    }
}
