package dev.hostlab.engine;

/// Which days of a calendar queue hold anything: one bit a day of the ring, so that empty days cost nothing.
final class DayMap {

    private static final int WORD = 6;

    private final long[] bits;
    private final int mask;

    /// @param days of the ring, a power of two and at least 64
    DayMap(int days) {
        bits = new long[days >>> WORD];
        mask = bits.length - 1;
    }

    boolean holds(int place) {
        return (bits[place >>> WORD] >>> place & 1) != 0;
    }

    void set(int place) {
        bits[place >>> WORD] |= 1L << place;
    }

    void clear(int place) {
        bits[place >>> WORD] &= ~(1L << place);
    }

    /// Days from a place of the ring on to the next that holds something, 0 for that place itself; as many as the
    /// ring has or more if there is none.
    int daysToNext(int place) {
        var word = place >>> WORD;
        var found = bits[word] >>> place;
        if (found != 0) {
            return Long.numberOfTrailingZeros(found);
        }
        var days = 64 - (place & 63);
        for (var steps = 0; steps <= mask; steps++) {
            word = (word + 1) & mask;
            if (bits[word] != 0) {
                return days + Long.numberOfTrailingZeros(bits[word]);
            }
            days += 64;
        }
        return days;
    }
}
