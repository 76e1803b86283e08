package dev.hostlab.engine;

import java.util.Arrays;

/// The requests inside a service whose calls are limited, each by its place in arrays: what was drawn for it, and
/// where it stands. Fields, since the hot path reads and writes them.
final class Visits {

    /// It waits for a slot, in a line.
    static final byte WAITING = 0;
    /// It has a slot and needs the CPU.
    static final byte WORKING = 1;
    /// It has a slot and waits for the model.
    static final byte CALLING = 2;
    /// It has a slot and waits before it calls again.
    static final byte HOLDING = 3;
    /// It has no slot and waits before it calls again.
    static final byte AWAY = 4;
    /// It waits until its tenant may send again.
    static final byte HELD = 5;
    /// It is lost, and its time has not come yet.
    static final byte GONE = 6;

    private static final int FIRST = 256;

    long[] number = new long[FIRST];
    long[] arrived = new long[FIRST];
    long[] cpuNanos = new long[FIRST];
    long[] upstreamNanos = new long[FIRST];
    long[] decodingNanos = new long[FIRST];
    /// When it last began to wait for a slot.
    long[] since = new long[FIRST];
    /// How long it has waited for slots before.
    long[] waited = new long[FIRST];
    long[] inputTokens = new long[FIRST];
    long[] outputTokens = new long[FIRST];
    int[] unit = new int[FIRST];
    int[] tenant = new int[FIRST];
    int[] attempts = new int[FIRST];
    byte[] state = new byte[FIRST];
    boolean[] inside = new boolean[FIRST];
    private int[] free = new int[FIRST];
    private int freeCount;
    private int used;

    /// A place for one more request, with nothing behind it.
    int take() {
        var visit = freeCount > 0 ? free[--freeCount] : used++;
        if (visit == number.length) {
            grow();
        }
        waited[visit] = 0;
        attempts[visit] = 0;
        unit[visit] = -1;
        inside[visit] = false;
        return visit;
    }

    void free(int visit) {
        state[visit] = GONE;
        unit[visit] = -1;
        free[freeCount++] = visit;
    }

    /// Places that may hold a request: all below this.
    int end() {
        return used;
    }

    private void grow() {
        var size = 2 * number.length;
        number = Arrays.copyOf(number, size);
        arrived = Arrays.copyOf(arrived, size);
        cpuNanos = Arrays.copyOf(cpuNanos, size);
        upstreamNanos = Arrays.copyOf(upstreamNanos, size);
        decodingNanos = Arrays.copyOf(decodingNanos, size);
        since = Arrays.copyOf(since, size);
        waited = Arrays.copyOf(waited, size);
        inputTokens = Arrays.copyOf(inputTokens, size);
        outputTokens = Arrays.copyOf(outputTokens, size);
        unit = Arrays.copyOf(unit, size);
        tenant = Arrays.copyOf(tenant, size);
        attempts = Arrays.copyOf(attempts, size);
        state = Arrays.copyOf(state, size);
        inside = Arrays.copyOf(inside, size);
        free = Arrays.copyOf(free, size);
    }
}
