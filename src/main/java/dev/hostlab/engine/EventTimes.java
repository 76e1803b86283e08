package dev.hostlab.engine;

import dev.hostlab.hosting.EvaluationStage;
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
    private static final int FAILING = 64;

    /// One event.
    ///
    /// @param isGiven whether somebody asked for it; otherwise it belongs to a usual month
    /// @param number of its kind, from 0
    /// @param fails  whether somebody said that it fails its evaluation
    record Occurrence(EventKind kind, long at, boolean isBad, boolean isGiven, int number, boolean fails) {}

    private EventTimes() {}

    /// All events before the horizon, in order of time.
    ///
    /// @param evaluation which a share of the drawn changes fails
    static List<Occurrence> of(EventCalendar calendar, EvaluationStage evaluation, RunId run, long horizon) {
        var all = new ArrayList<Occurrence>();
        for (var entry : calendar.entries()) {
            for (var given : entry.given()) {
                all.add(new Occurrence(
                        entry.kind(),
                        Math.round(given.hours() * NANOS_PER_HOUR),
                        given.isBad(),
                        true,
                        all.size(),
                        given.fails()));
            }
            draw(entry, new Draw(run.key(Stream.EVENT), evaluation, horizon), all);
        }
        all.removeIf(occurrence -> occurrence.at() >= horizon);
        all.sort(Comparator.comparingLong(Occurrence::at));
        return all;
    }

    private record Draw(long key, EvaluationStage evaluation, long horizon) {

        private boolean fails(EventKind kind, long number) {
            var place = ((long) (kind.number() + FAILING) << KIND_SHIFT) + number;
            return evaluation.evaluates(kind) && Draws.unit(Draws.bits(key, place)) < evaluation.failShare();
        }
    }

    private static void draw(EventCalendar.Entry entry, Draw draw, List<Occurrence> all) {
        if (entry.perMonth() == 0) {
            return;
        }
        var first = (long) entry.kind().number() << KIND_SHIFT;
        var at = 0.0;
        for (var number = 0L; ; number++) {
            at += Draws.exponential(Draws.bits(draw.key, first + 2 * number)) * NANOS_PER_MONTH / entry.perMonth();
            if (at >= draw.horizon) {
                return;
            }
            var bad = Draws.unit(Draws.bits(draw.key, first + 2 * number + 1)) < entry.badShare();
            all.add(new Occurrence(
                    entry.kind(), (long) at, bad, false, (int) number, draw.fails(entry.kind(), number)));
        }
    }
}
