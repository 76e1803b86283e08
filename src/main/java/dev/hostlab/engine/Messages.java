package dev.hostlab.engine;

import java.util.Arrays;

/// The messages that a worker has received and that the queue may deliver again, each by its place in arrays. Fields,
/// since the hot path reads and writes them.
final class Messages {

    /// It has been received and is kept from other workers.
    static final byte HIDDEN = 0;
    /// It may be received.
    static final byte VISIBLE = 1;
    /// It is deleted, a dead letter or expired; workers may still be at it.
    static final byte ENDED = 2;
    /// It waits until its tenant may send it.
    static final byte HELD = 3;

    private static final int FIRST = 256;

    long[] number = new long[FIRST];
    long[] arrived = new long[FIRST];
    /// When it came into the queue.
    long[] sent = new long[FIRST];
    double[] inputTokens = new double[FIRST];
    double[] outputTokens = new double[FIRST];
    int[] receives = new int[FIRST];
    /// Workers that are at it.
    int[] workers = new int[FIRST];
    byte[] state = new byte[FIRST];
    /// What still points at its place: workers, its place in a line, its planned return.
    private int[] held = new int[FIRST];
    private int[] free = new int[FIRST];
    private int freeCount;
    private int used;

    /// A place for one more message, which nobody has received yet.
    int take(long request, long arrivedAt) {
        var message = freeCount > 0 ? free[--freeCount] : used++;
        if (message == number.length) {
            grow();
        }
        number[message] = request;
        arrived[message] = arrivedAt;
        sent[message] = arrivedAt;
        receives[message] = 0;
        workers[message] = 0;
        held[message] = 0;
        state[message] = HIDDEN;
        return message;
    }

    void hold(int message) {
        held[message]++;
    }

    /// What pointed at it no longer does; its place is free once nothing does and it has ended.
    void letGo(int message) {
        held[message]--;
        freeIfOver(message);
    }

    void end(int message) {
        state[message] = ENDED;
        freeIfOver(message);
    }

    private void freeIfOver(int message) {
        if (held[message] == 0 && state[message] == ENDED) {
            free[freeCount++] = message;
        }
    }

    /// Places that may hold a message that has not ended: all below this.
    int end() {
        return used;
    }

    private void grow() {
        var size = 2 * number.length;
        number = Arrays.copyOf(number, size);
        arrived = Arrays.copyOf(arrived, size);
        sent = Arrays.copyOf(sent, size);
        inputTokens = Arrays.copyOf(inputTokens, size);
        outputTokens = Arrays.copyOf(outputTokens, size);
        receives = Arrays.copyOf(receives, size);
        workers = Arrays.copyOf(workers, size);
        state = Arrays.copyOf(state, size);
        held = Arrays.copyOf(held, size);
        free = Arrays.copyOf(free, size);
    }
}
