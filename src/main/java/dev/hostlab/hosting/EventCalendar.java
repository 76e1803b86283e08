package dev.hostlab.hosting;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// When events happen: so many a month at times drawn from the seed, and at given times. It knows nothing of the
/// option, so that every option meets the same events at the same times.
///
/// @param entries one a kind at most
public record EventCalendar(List<Entry> entries) {

    /// Nothing happens.
    public static final EventCalendar EMPTY = new EventCalendar(List.of());

    /// One kind of event.
    ///
    /// @param perMonth mean number in 730 hours, at times of a Poisson process; 0 or more
    /// @param badShare of the drawn ones that go wrong, 0 to 1
    /// @param given    those at given times
    public record Entry(EventKind kind, double perMonth, double badShare, List<Given> given) {

        public Entry {
            requireNonNull(kind, "kind");
            given = List.copyOf(given);
            if (!(perMonth >= 0) || !(badShare >= 0) || badShare > 1) {
                throw new IllegalArgumentException("No events: " + perMonth + " a month, bad " + badShare);
            }
        }

        boolean isEmpty() {
            return perMonth == 0 && given.isEmpty();
        }
    }

    /// One event at a given time.
    ///
    /// @param hours since the start of the run
    /// @param isBad whether it goes wrong
    /// @param fails whether it fails its evaluation
    public record Given(double hours, boolean isBad, boolean fails) {}

    public EventCalendar {
        entries = entries.stream().filter(entry -> !entry.isEmpty()).toList();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
