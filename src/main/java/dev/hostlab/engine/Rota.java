package dev.hostlab.engine;

import java.util.Arrays;

/// The units in service in the order in which they came, and the choices that look at no more than their number: by
/// turns and by chance.
final class Rota {

    private final long routingKey;
    private int[] units = new int[64];
    private int size;
    private int turn;

    /// @param routingKey the run's key of [Stream#ROUTING]
    Rota(long routingKey) {
        this.routingKey = routingKey;
    }

    int size() {
        return size;
    }

    void add(int unit) {
        if (size == units.length) {
            units = Arrays.copyOf(units, 2 * size);
        }
        units[size++] = unit;
    }

    void remove(int unit) {
        var at = 0;
        while (units[at] != unit) {
            at++;
        }
        size--;
        System.arraycopy(units, at + 1, units, at, size - at);
        if (at < turn) {
            turn--;
        }
    }

    /// The next unit in turn.
    int next() {
        if (turn >= size) {
            turn = 0;
        }
        return units[turn++];
    }

    /// Any unit.
    ///
    /// @param bits 64 random bits
    int any(long bits) {
        return units[place(bits)];
    }

    /// The place of any unit.
    int place(long bits) {
        return (int) Math.multiplyHigh(bits >>> 1, 2L * size);
    }

    /// The unit at a place.
    int at(int place) {
        return units[place];
    }

    /// The bits that decide where a request goes.
    long bits(long request) {
        return Draws.bits(routingKey, request + 1);
    }

    /// The place of another unit than the first choice for the same request; only one unit is no choice.
    int otherPlace(int first, long bits) {
        if (size == 1) {
            return first;
        }
        var other = (int) Math.multiplyHigh(Draws.bits(bits, 1) >>> 1, 2L * (size - 1));
        return other < first ? other : other + 1;
    }
}
