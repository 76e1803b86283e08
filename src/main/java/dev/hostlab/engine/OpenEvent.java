package dev.hostlab.engine;

import dev.hostlab.usage.FleetEvent;
import org.jspecify.annotations.Nullable;

/// An event that goes on: adds up what it costs.
final class OpenEvent {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    private final EventTimes.Occurrence what;
    private final String how;
    private final long begin;
    private final long lostBefore;
    private final int baseline;
    private final boolean hasOwnFront;
    private double lostUnitNanos;
    private double extraUnitNanos;
    private int least = Integer.MAX_VALUE;

    /// The state of a fleet.
    ///
    /// @param desired units
    /// @param healthy units that take requests and answer them
    /// @param held    units or instances that exist
    record Levels(int desired, int healthy, int held) {}

    /// How a fleet takes an event.
    ///
    /// @param name        in the option's words
    /// @param hasOwnFront whether a second load balancer stands meanwhile
    record How(String name, boolean hasOwnFront) {

        /// It happens to the fleet, which does nothing.
        static final How NONE = new How("", false);
    }

    /// @param lostBefore requests that had got no answer before
    /// @param baseline   held before by a cluster; negative where what is desired is the measure
    OpenEvent(EventTimes.Occurrence what, How how, long begin, long lostBefore, int baseline) {
        this.what = what;
        this.how = how.name();
        this.hasOwnFront = how.hasOwnFront();
        this.begin = begin;
        this.lostBefore = lostBefore;
        this.baseline = baseline;
    }

    /// The fleet was in this state for so long.
    void observe(long nanos, Levels levels) {
        if (nanos <= 0) {
            return;
        }
        lostUnitNanos += (double) nanos * Math.max(0, levels.desired() - levels.healthy());
        var before = baseline < 0 ? levels.desired() : baseline;
        extraUnitNanos += (double) nanos * Math.max(0, levels.held() - before);
        least = Math.min(least, levels.healthy());
    }

    /// @param evaluated of a change that was evaluated
    FleetEvent close(
            long end,
            FleetEvent.Outcome outcome,
            String story,
            OpenEvent.Now now,
            FleetEvent.@Nullable Evaluated evaluated) {
        return new FleetEvent(
                what.kind().words(),
                how,
                begin / NANOS_PER_SECOND,
                end / NANOS_PER_SECOND,
                outcome,
                story,
                lostUnitNanos / NANOS_PER_SECOND,
                Math.min(least, now.healthy()),
                extraUnitNanos / NANOS_PER_SECOND,
                hasOwnFront ? Math.ceilDiv(end - begin, NANOS_PER_HOUR) : 0,
                now.lost() - lostBefore,
                what.isGiven(),
                evaluated);
    }

    /// What has become of requests and fleet so far.
    record Now(int healthy, long lost) {}
}
