package dev.hostlab.engine;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.Timetable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The range of capacity as timetable and forecast move it, and what they do when capacity is outside.
final class TimedScaling {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SLACK = 1e-9;
    private static final Clocks AT_ONCE = new Clocks(0, 0, 0, 0, 0, 0, 0);

    private final String layer;
    private CapacityRange scheduled;
    private int foreseen;

    TimedScaling(String layer, CapacityRange range) {
        this.layer = layer;
        this.scheduled = range;
    }

    /// Least and most capacity now.
    CapacityRange range() {
        var most = scheduled.maximum();
        return new CapacityRange(Math.clamp(foreseen, scheduled.minimum(), most), most);
    }

    /// A scheduled action moves the range, and capacity into it.
    Optional<ScalingDecision> apply(Timetable.Action action, long now, int desired) {
        scheduled = action.on(scheduled);
        var to = range().clamp(action.desired().orElse(desired));
        return decision(now, desired, to, "schedule", "scheduled: " + action.text());
    }

    /// The forecast of the next hour is the least capacity in it; it never takes capacity away.
    Optional<ScalingDecision> foresee(OptionalDouble units, long now, int desired) {
        foreseen = (int) Math.ceil(units.orElse(0) - SLACK);
        var to = Math.max(desired, range().minimum());
        var reason = String.format(Locale.ROOT, "forecast of %.1f for the next hour", units.orElse(0));
        return decision(now, desired, to, "forecast", reason);
    }

    private Optional<ScalingDecision> decision(long now, int from, int to, String metric, String reason) {
        return from == to
                ? Optional.empty()
                : Optional.of(new ScalingDecision(
                        now / NANOS_PER_SECOND,
                        layer,
                        from,
                        to,
                        metric,
                        to,
                        reason + "; " + from + " → " + to,
                        AT_ONCE));
    }
}
