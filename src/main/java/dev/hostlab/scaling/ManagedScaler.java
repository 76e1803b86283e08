package dev.hostlab.scaling;

/// Runs [ManagedScaling] over time, once a minute.
///
/// Out: one point above the target is enough, but instances launched by an earlier scale-out must have warmed up.
/// In: enough points in a row below the target, not soon after a scale-out, at most a share of the group each
/// minute; one point above the target restarts the wait. Only empty instances are given up (managed termination
/// protection), which is the fleet's business. Source: as [ManagedScaling].
public final class ManagedScaler {

    private final ManagedScaling policy;
    private int lowPoints;
    private long warmAt = Long.MIN_VALUE;
    private long quietUntil = Long.MIN_VALUE;

    public ManagedScaler(ManagedScaling policy) {
        this.policy = policy;
    }

    /// Decides once, on the reservation metric of this minute.
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param running   N, instances running
    /// @param needed    M, instances needed for all tasks, running and waiting
    /// @param desired   instances desired now
    public Resize evaluate(long atSeconds, int running, int needed, int desired) {
        var reservation = ManagedScaling.reservation(running, needed);
        lowPoints = reservation < policy.targetCapacity() ? lowPoints + 1 : 0;
        if (reservation > policy.targetCapacity()) {
            return scaleOut(atSeconds, desired, policy.wanted(running, needed), reservation);
        }
        if (lowPoints >= policy.lowPoints() && atSeconds >= quietUntil) {
            return scaleIn(desired, policy.wanted(running, needed), reservation);
        }
        return Resize.keep(desired);
    }

    private Resize scaleOut(long at, int desired, int want, double reservation) {
        if (want <= desired) {
            return new Resize(
                    desired, desired >= policy.range().maximum() ? "at maximum " + desired : "enough on the way");
        }
        if (at < warmAt) {
            return new Resize(desired, "instances warming up until " + Words.clock(warmAt));
        }
        warmAt = at + policy.instanceWarmupSeconds();
        quietUntil = at + policy.scaleInQuietSeconds();
        return new Resize(want, reservationInWords(reservation, "above") + "; " + desired + " → " + want);
    }

    private Resize scaleIn(int desired, int want, double reservation) {
        var least = desired - (int) Math.floor(desired * policy.scaleInMaxFraction() + 1e-9);
        var to = policy.range().clamp(Math.max(want, Math.min(desired - 1, least)));
        return to >= desired
                ? Resize.keep(desired)
                : new Resize(
                        to,
                        reservationInWords(reservation, "below") + " for " + lowPoints + " min; " + desired + " → "
                                + to);
    }

    private String reservationInWords(double reservation, String side) {
        return "reservation " + Words.number(reservation) + " % " + side + " " + Words.number(policy.targetCapacity())
                + " %";
    }
}
