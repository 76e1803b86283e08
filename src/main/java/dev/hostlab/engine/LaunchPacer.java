package dev.hostlab.engine;

import dev.hostlab.hosting.LaunchLimit;
import java.util.List;

/// Holds launches to their limits: token buckets that are full at the start.
public final class LaunchPacer {

    private static final double NANOS_PER_SECOND = 1e9;

    private final List<LaunchLimit> limits;
    private final double[] tokens;
    private final long[] at;
    private String binding = "";

    public LaunchPacer(List<LaunchLimit> limits) {
        this.limits = limits;
        tokens = limits.stream().mapToDouble(LaunchLimit::burst).toArray();
        at = new long[tokens.length];
    }

    /// When the next launch may happen, asked for at `now`; counts it.
    public long next(long now) {
        var allowed = now;
        for (var index = 0; index < tokens.length; index++) {
            var at = take(index, now);
            if (at > allowed) {
                allowed = at;
                binding = limits.get(index).name();
            }
        }
        return allowed;
    }

    /// The limit that held the last launch that was held.
    String binding() {
        return binding;
    }

    private long take(int index, long now) {
        var limit = limits.get(index);
        var from = Math.max(now, at[index]);
        var refilled = tokens[index] + (from - at[index]) * limit.perSecond() / NANOS_PER_SECOND;
        tokens[index] = Math.min(limit.burst(), refilled) - 1;
        at[index] = from;
        if (tokens[index] < 0) {
            var wait = (long) Math.ceil(-tokens[index] / limit.perSecond() * NANOS_PER_SECOND);
            at[index] = from + wait;
            tokens[index] = 0;
            return at[index];
        }
        return from;
    }
}
