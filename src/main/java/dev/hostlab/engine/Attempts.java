package dev.hostlab.engine;

import java.util.Arrays;

/// Attempts of workers at messages, each by its place in arrays. Fields, since the hot path reads and writes
/// them.
final class Attempts {

    /// It needs the CPU of its unit.
    static final byte WORKING = 0;
    /// It waits for something upstream.
    static final byte WAITING = 1;
    /// It has its slot and waits before it calls the model again.
    static final byte HOLDING = 2;
    /// It has no slot and waits before it calls the model again.
    static final byte AWAY = 3;
    /// It waits for a slot of its unit to call the model again.
    static final byte BACK = 4;
    /// Its worker is gone; what was planned for it has not come yet.
    static final byte LOST = 5;
    /// There is none at this place.
    static final byte NONE = 6;

    private static final int FIRST = 256;

    int[] message = new int[FIRST];
    /// Which receive of its message it is, from 1.
    int[] receive = new int[FIRST];
    /// Unlike that of any other attempt of the run.
    long[] id = new long[FIRST];
    long[] started = new long[FIRST];
    long[] upstreamNanos = new long[FIRST];
    /// The part of the wait upstream after the first token.
    long[] decodingNanos = new long[FIRST];
    int[] unit = new int[FIRST];
    byte[] state = new byte[FIRST];
    private int[] free = new int[FIRST];
    private int freeCount;
    private int used;
    private long ids;

    /// A place for one more attempt.
    int take(int ofMessage, int receiveNumber, long now) {
        var attempt = freeCount > 0 ? free[--freeCount] : used++;
        if (attempt == message.length) {
            grow();
        }
        message[attempt] = ofMessage;
        receive[attempt] = receiveNumber;
        id[attempt] = ids++;
        started[attempt] = now;
        return attempt;
    }

    void free(int attempt) {
        state[attempt] = NONE;
        free[freeCount++] = attempt;
    }

    /// Whether the attempt of that number goes on at this place.
    boolean goesOn(int attempt, long number) {
        return id[attempt] == number && state[attempt] < LOST;
    }

    boolean hasSlot(int attempt) {
        return state[attempt] <= HOLDING;
    }

    /// Whether something is planned for it.
    boolean isPlanned(int attempt) {
        return state[attempt] == WAITING || state[attempt] == HOLDING || state[attempt] == AWAY;
    }

    /// Places that may hold an attempt: all below this.
    int end() {
        return used;
    }

    /// Attempts made so far.
    long made() {
        return ids;
    }

    private void grow() {
        var size = 2 * message.length;
        message = Arrays.copyOf(message, size);
        receive = Arrays.copyOf(receive, size);
        id = Arrays.copyOf(id, size);
        started = Arrays.copyOf(started, size);
        decodingNanos = Arrays.copyOf(decodingNanos, size);
        upstreamNanos = Arrays.copyOf(upstreamNanos, size);
        unit = Arrays.copyOf(unit, size);
        state = Arrays.copyOf(state, size);
        free = Arrays.copyOf(free, size);
    }
}
