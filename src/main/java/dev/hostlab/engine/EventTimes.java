package dev.hostlab.engine;

import dev.hostlab.hosting.EventCalendar;
import dev.hostlab.hosting.EventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When events happen in a run. The times depend on seed, replication and kind only, so every option meets the same
/// ones.
final class EventTimes {

    private static final double NANOS_PER_HOUR = 3_600e9;
    private static final double NANOS_PER_MONTH = 730 * NANOS_PER_HOUR;
    private static final int KIND_SHIFT = 40;

    /// One event.
    ///
    /// @param isGiven whether somebody asked for it; otherwise it belongs to a usual month
    /// @param number of its kind, from 0
    record Occurrence(EventKind kind, long at, boolean isBad, boolean isGiven, int number) {}

    private EventTimes() {}

    /// All events before the horizon, in order of time.
    static List<Occurrence> of(EventCalendar calendar, RunId run, long horizon) {
        var all = new ArrayList<Occurrence>();
        for (var entry : calendar.entries()) {
            for (var given : entry.given()) {
                all.add(new Occurrence(
                        entry.kind(), Math.round(given.hours() * NANOS_PER_HOUR), given.isBad(), true, all.size()));
            }
            draw(entry, run.key(Stream.EVENT), horizon, all);
        }
        all.removeIf(occurrence -> occurrence.at() >= horizon);
        all.sort(Comparator.comparingLong(Occurrence::at));
        return all;
    }

    private static void draw(EventCalendar.Entry entry, long key, long horizon, List<Occurrence> all) {
        if (entry.perMonth() == 0) {
            return;
        }
        var first = (long) entry.kind().number() << KIND_SHIFT;
        var at = 0.0;
        for (var number = 0L; ; number++) {
            at += Draws.exponential(Draws.bits(key, first + 2 * number)) * NANOS_PER_MONTH / entry.perMonth();
            if (at >= horizon) {
                return;
            }
            var bad = Draws.unit(Draws.bits(key, first + 2 * number + 1)) < entry.badShare();
            all.add(new Occurrence(entry.kind(), (long) at, bad, false, (int) number));
        }
    }
}
