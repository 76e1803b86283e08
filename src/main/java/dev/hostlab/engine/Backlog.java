package dev.hostlab.engine;

import java.util.function.Supplier;

/// The one line of all units in constant memory: the head of it as it is, the rest as a count, since requests are
/// numbered and can be drawn again. First come, first served, and all that arrive while others wait must join.
final class Backlog {

    private static final int KEPT = 4_096;

    private final Supplier<RequestSource> requests;
    private final long[] arrived = new long[KEPT];
    private final long[] cpu = new long[KEPT];
    private final long[] hold = new long[KEPT];
    private final long[] decoding = new long[KEPT];
    private int head;
    private int kept;
    private long counted;
    private long firstCounted;
    private RequestBatch[] again = {};

    /// @param requests makes the run's requests from the start, for a line that grows long
    Backlog(Supplier<RequestSource> requests) {
        this.requests = requests;
    }

    boolean isEmpty() {
        return kept == 0;
    }

    /// Puts the request at a place of a batch at the end.
    void add(RequestBatch batch, int index) {
        if (counted > 0 || kept == KEPT) {
            if (counted == 0) {
                firstCounted = batch.number() - batch.position() + index;
            }
            counted++;
        } else {
            keep(batch, index);
        }
    }

    long headArrived() {
        return arrived[head];
    }

    long headCpu() {
        return cpu[head];
    }

    long headHold() {
        return hold[head];
    }

    long headDecoding() {
        return decoding[head];
    }

    void removeHead() {
        head = (head + 1) & (KEPT - 1);
        kept--;
        if (kept == 0 && counted > 0) {
            drawAgain();
        }
    }

    private void keep(RequestBatch batch, int index) {
        var at = (head + kept++) & (KEPT - 1);
        arrived[at] = batch.at[index];
        cpu[at] = batch.cpu[index];
        hold[at] = batch.hold[index];
        decoding[at] = batch.decoding[index];
    }

    private void drawAgain() {
        if (again.length == 0) {
            again = new RequestBatch[] {new RequestBatch(requests.get())};
        }
        var batch = again[0];
        batch.advanceTo(firstCounted);
        while (counted > 0 && kept < KEPT) {
            keep(batch, batch.position());
            batch.advanceTo(batch.position() + 1);
            firstCounted++;
            counted--;
        }
    }
}
