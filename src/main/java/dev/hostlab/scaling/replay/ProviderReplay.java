package dev.hostlab.scaling.replay;

import dev.hostlab.scaling.ManagedScaler;
import java.util.ArrayList;

/// Plays the instances that are needed, minute by minute, to cluster auto scaling. The instances running follow at
/// once what was decided; what its value shows is CapacityProviderReservation in percent.
public final class ProviderReplay {

    private static final int MINUTE = 60;

    private final ManagedScaler scaler;
    private final MetricSeries needed;
    private final int start;

    /// @param needed M by minute; a minute without a row keeps the last
    /// @param start  N at the beginning
    public ProviderReplay(ManagedScaler scaler, MetricSeries needed, int start) {
        this.scaler = scaler;
        this.needed = needed;
        this.start = start;
    }

    public Replayed run() {
        var rows = new ArrayList<Replayed.Row>();
        var decisions = new ArrayList<Replayed.Decision>();
        var running = start;
        var next = 0;
        for (var minute = needed.firstMinute(); minute <= needed.lastMinute(); minute++) {
            var at = (long) minute * MINUTE;
            while (next + 1 < needed.points().size()
                    && needed.points().get(next + 1).at() <= at) {
                next++;
            }
            var wanted = (int) needed.points().get(next).value();
            var resize = scaler.evaluate(at, running, wanted, running);
            if (resize.desired() != running) {
                decisions.add(
                        new Replayed.Decision(at, running, resize.desired(), scaler.reservation(), resize.reason()));
                running = resize.desired();
            }
            rows.add(new Replayed.Row(minute, scaler.reservation(), scaler.alarm(), running, resize.reason()));
        }
        return new Replayed(rows, decisions);
    }
}
