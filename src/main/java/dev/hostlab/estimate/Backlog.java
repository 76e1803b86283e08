package dev.hostlab.estimate;

import java.util.Arrays;

/// Requests waiting in the lines of units that are all full, as a fluid: each unit drains its own line, what arrives
/// goes to the shortest, so a unit that has just come into service takes everything until it has caught up. With a
/// central queue all units share one line.
///
/// Lines are kept in ascending order; since only the shortest grow, and all drain alike, the order never changes.
final class Backlog {

    private final double limit;
    private double[] waiting = new double[16];
    private int units;
    private double total;

    /// @param limit most requests in the line of one unit
    Backlog(double limit) {
        this.limit = limit;
    }

    boolean isEmpty() {
        return total <= 0;
    }

    /// Requests waiting in all lines.
    double total() {
        return total;
    }

    int units() {
        return units;
    }

    /// A unit joins, its line empty.
    void join() {
        if (units == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * units);
        }
        System.arraycopy(waiting, 0, waiting, 1, units);
        waiting[0] = 0;
        units++;
    }

    /// A unit leaves; its line goes on by itself.
    ///
    /// @return the requests in its line
    double leave() {
        var index = units / 2;
        var left = waiting[index];
        units--;
        System.arraycopy(waiting, index + 1, waiting, index, units - index);
        total = units == 0 ? 0 : Math.max(0, total - left);
        return left;
    }

    /// The requests in the shortest line.
    double shortest() {
        return units == 0 ? 0 : waiting[0];
    }

    /// Plays a short time: requests arrive, each unit serves.
    ///
    /// @param arriving requests that arrive
    /// @param served   requests that one unit can serve
    /// @return requests that found no room
    double flow(double arriving, double served) {
        for (var unit = 0; unit < units; unit++) {
            waiting[unit] -= served;
        }
        pour(arriving);
        var over = 0.0;
        total = 0;
        for (var unit = 0; unit < units; unit++) {
            var kept = Math.clamp(waiting[unit], 0, limit);
            over += Math.max(0, waiting[unit] - limit);
            waiting[unit] = kept;
            total += kept;
        }
        return Math.min(over, arriving);
    }

    /// Fills up the shortest lines to one level.
    private void pour(double amount) {
        var filled = 1;
        var left = amount;
        while (filled < units && left > filled * (waiting[filled] - waiting[0])) {
            left -= filled * (waiting[filled] - waiting[0]);
            waiting[0] = waiting[filled];
            filled++;
        }
        Arrays.fill(waiting, 0, filled, waiting[0] + left / filled);
    }
}
