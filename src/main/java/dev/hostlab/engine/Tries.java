package dev.hostlab.engine;

import java.util.Arrays;

/// Attempts of clients at requests, each by its place in arrays: those that a unit has or had when their client gave
/// up, and those that wait for their time to be made. Fields, since the hot path reads and writes them.
final class Tries {

    /// It waits in the line of a unit.
    static final byte WAITING = 0;
    /// It has a slot and needs the CPU.
    static final byte WORKING = 1;
    /// It has a slot and waits upstream.
    static final byte CALLING = 2;
    /// It has a slot and waits before it calls the model again.
    static final byte HOLDING = 3;
    /// It has no slot and waits before it calls the model again.
    static final byte AWAY = 4;
    /// It waits until its tenant may send again.
    static final byte HELD = 5;
    /// Its client waits before it asks.
    static final byte PLANNED = 6;
    /// It has ended; what was planned for it has not come yet.
    static final byte GONE = 7;
    /// There is none at this place.
    static final byte NONE = 8;

    private static final int FIRST = 256;

    /// Unlike that of any other attempt of the run.
    long[] id = new long[FIRST];
    /// The number of its request.
    long[] number = new long[FIRST];
    /// When its request was first sent.
    long[] arrived = new long[FIRST];
    /// When this attempt was sent.
    long[] sent = new long[FIRST];
    long[] started = new long[FIRST];
    long[] cpuNanos = new long[FIRST];
    long[] upstreamNanos = new long[FIRST];
    /// The part of the wait upstream after the first token.
    long[] decodingNanos = new long[FIRST];
    double[] inputTokens = new double[FIRST];
    double[] outputTokens = new double[FIRST];
    /// Which attempt at its request it is, from 1.
    int[] attempt = new int[FIRST];
    /// What it took from the clients' quota.
    int[] paid = new int[FIRST];
    int[] unit = new int[FIRST];
    byte[] state = new byte[FIRST];
    /// Whether its client has gone.
    boolean[] left = new boolean[FIRST];
    private int[] free = new int[FIRST];
    private int freeCount;
    private int used;
    private long ids;

    /// A place for the first attempt at a request, which has been drawn.
    int first(long request, long now, RequestSampler drawn) {
        var one = take();
        number[one] = request;
        arrived[one] = now;
        attempt[one] = 1;
        paid[one] = 0;
        inputTokens[one] = drawn.inputTokens();
        outputTokens[one] = drawn.outputTokens();
        return one;
    }

    /// A place for the next attempt at a request.
    int after(int other, int price) {
        var one = take();
        number[one] = number[other];
        arrived[one] = arrived[other];
        attempt[one] = attempt[other] + 1;
        paid[one] = price;
        inputTokens[one] = inputTokens[other];
        outputTokens[one] = outputTokens[other];
        return one;
    }

    private int take() {
        var one = freeCount > 0 ? free[--freeCount] : used++;
        if (one == id.length) {
            grow();
        }
        id[one] = ids++;
        unit[one] = -1;
        left[one] = false;
        state[one] = PLANNED;
        return one;
    }

    /// What it needs, as it was drawn.
    void needs(int one, RequestSampler drawn) {
        cpuNanos[one] = drawn.cpuNanos();
        upstreamNanos[one] = drawn.upstreamNanos();
        decodingNanos[one] = drawn.decodingNanos();
    }

    void free(int one) {
        state[one] = NONE;
        free[freeCount++] = one;
    }

    /// Whether the client of the attempt of that number still waits for its answer.
    boolean isAwaited(int one, long itsId) {
        return id[one] == itsId && state[one] < PLANNED && !left[one];
    }

    boolean hasSlot(int one) {
        return state[one] == WORKING || state[one] == CALLING || state[one] == HOLDING;
    }

    /// Whether something is planned for an attempt that was made.
    boolean isPlanned(int one) {
        return state[one] >= CALLING && state[one] <= HELD;
    }

    /// Places that may hold an attempt: all below this.
    int end() {
        return used;
    }

    private void grow() {
        var size = 2 * id.length;
        id = Arrays.copyOf(id, size);
        number = Arrays.copyOf(number, size);
        arrived = Arrays.copyOf(arrived, size);
        sent = Arrays.copyOf(sent, size);
        started = Arrays.copyOf(started, size);
        cpuNanos = Arrays.copyOf(cpuNanos, size);
        upstreamNanos = Arrays.copyOf(upstreamNanos, size);
        decodingNanos = Arrays.copyOf(decodingNanos, size);
        inputTokens = Arrays.copyOf(inputTokens, size);
        outputTokens = Arrays.copyOf(outputTokens, size);
        attempt = Arrays.copyOf(attempt, size);
        paid = Arrays.copyOf(paid, size);
        unit = Arrays.copyOf(unit, size);
        state = Arrays.copyOf(state, size);
        left = Arrays.copyOf(left, size);
        free = Arrays.copyOf(free, size);
    }
}
