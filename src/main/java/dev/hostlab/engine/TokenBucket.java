package dev.hostlab.engine;

/// A bucket that refills all the time and holds so much at most, in whole numbers without rounding: what is in it is
/// counted in 1 ÷ (60 · 10⁹) of a token, which is what a rate of one a minute brings in a nanosecond. It is full at
/// the start. (Turner, "New directions in communications (or which way to the information age?)", IEEE
/// Communications Magazine 24(10), 1986: the leaky bucket as a meter.)
final class TokenBucket {

    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long MOST_PER_MINUTE = 50_000_000;
    private static final long MOST_OWED = 3_000_000_000_000_000_000L;

    private final long perMinute;
    private final long capacity;
    private final long nanosToFill;
    private long level;
    private long at;

    /// @param perMinute    what flows in, 1 to 50 million
    /// @param burstSeconds how long it takes to fill, 1 to 60
    TokenBucket(long perMinute, int burstSeconds) {
        if (perMinute < 1 || perMinute > MOST_PER_MINUTE || burstSeconds < 1 || burstSeconds > 60) {
            throw new IllegalArgumentException("No bucket: " + perMinute + " a minute, " + burstSeconds + " s");
        }
        this.perMinute = perMinute;
        nanosToFill = burstSeconds * NANOS_PER_SECOND;
        capacity = perMinute * nanosToFill;
        level = capacity;
    }

    /// Nanoseconds from `now` until it holds so much, 0 if it does; [Unit#NEVER] for more than it can ever hold.
    long nanosUntil(long amount, long now) {
        if (amount > capacity / NANOS_PER_MINUTE) {
            return Unit.NEVER;
        }
        refill(now);
        var missing = amount * NANOS_PER_MINUTE - level;
        return missing <= 0 ? 0 : Math.ceilDiv(missing, perMinute);
    }

    /// What is in it; less than 0 where it owes.
    double available(long now) {
        refill(now);
        return (double) level / NANOS_PER_MINUTE;
    }

    /// Takes so much, whether it is there or not: it may owe.
    void take(long amount, long now) {
        refill(now);
        level = Math.max(-MOST_OWED, level - Math.min(amount, MOST_PER_MINUTE) * NANOS_PER_MINUTE);
    }

    /// Puts back what was not used; it never holds more than it can. Less than 0 is taken.
    void giveBack(long amount, long now) {
        if (amount < 0) {
            take(-amount, now);
            return;
        }
        refill(now);
        level = Math.min(capacity, level + amount * NANOS_PER_MINUTE);
    }

    private void refill(long now) {
        var elapsed = now - at;
        at = now;
        if (level >= 0 && elapsed >= nanosToFill) {
            level = capacity;
            return;
        }
        var missing = capacity - level;
        level = Math.ceilDiv(missing, perMinute) <= elapsed ? capacity : level + elapsed * perMinute;
    }
}
