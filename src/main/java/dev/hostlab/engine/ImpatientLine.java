package dev.hostlab.engine;

import java.util.Arrays;

/// Requests waiting in order of arrival, whose clients give up after a patience of their own. A ring over primitive
/// arrays; who has left stays in it as a gap until the head has passed, and a winner tree knows who leaves next.
final class ImpatientLine implements Line {

    private static final int FIRST_CAPACITY = 64;

    private final DrawnSpan patience;
    private long[] arrived = new long[FIRST_CAPACITY];
    private long[] cpu = new long[FIRST_CAPACITY];
    private long[] upstream = new long[FIRST_CAPACITY];
    private long[] leaves = filled(FIRST_CAPACITY);
    private boolean[] present = new boolean[FIRST_CAPACITY];
    private NextEvents next = new NextEvents();
    private int head;
    private int span;
    private int size;

    ImpatientLine(DrawnSpan patience) {
        this.patience = patience;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void add(long request, long arrivedAt, RequestSampler demand) {
        if (span == arrived.length) {
            grow();
        }
        var at = (head + span) & (arrived.length - 1);
        span++;
        put(at, arrivedAt, demand.cpuNanos(), demand.upstreamNanos());
        setLeave(at, saturated(arrivedAt, patience.at(request)));
    }

    /// A request that has been in service once does not give up any more.
    @Override
    public void addFirst(long arrivedAt, long nanosLeft) {
        if (span == arrived.length) {
            grow();
        }
        head = (head - 1) & (arrived.length - 1);
        span++;
        put(head, arrivedAt, 0, nanosLeft);
    }

    @Override
    public long headArrived() {
        return arrived[head];
    }

    @Override
    public long headCpu() {
        return cpu[head];
    }

    @Override
    public long headUpstream() {
        return upstream[head];
    }

    @Override
    public void removeHead() {
        take(head);
    }

    @Override
    public long nextLeave() {
        return next.earliest();
    }

    @Override
    public long leaveNext() {
        var at = next.unit();
        take(at);
        return arrived[at];
    }

    private void put(int at, long arrivedAt, long cpuNanos, long upstreamNanos) {
        arrived[at] = arrivedAt;
        cpu[at] = cpuNanos;
        upstream[at] = upstreamNanos;
        present[at] = true;
        size++;
    }

    private void take(int at) {
        present[at] = false;
        setLeave(at, Unit.NEVER);
        size--;
        while (span > 0 && !present[head]) {
            head = (head + 1) & (arrived.length - 1);
            span--;
        }
    }

    private void setLeave(int at, long time) {
        leaves[at] = time;
        next.set(at, time);
    }

    private void grow() {
        arrived = unrolled(arrived);
        cpu = unrolled(cpu);
        upstream = unrolled(upstream);
        leaves = unrolled(leaves);
        var all = new boolean[2 * present.length];
        for (var index = 0; index < span; index++) {
            all[index] = present[(head + index) & (present.length - 1)];
        }
        present = all;
        head = 0;
        next = new NextEvents();
        for (var index = 0; index < leaves.length; index++) {
            leaves[index] = present[index] ? leaves[index] : Unit.NEVER;
            next.set(index, leaves[index]);
        }
    }

    private long[] unrolled(long[] ring) {
        var line = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
        System.arraycopy(ring, 0, line, ring.length - head, head);
        return line;
    }

    private static long saturated(long time, long more) {
        return time > Unit.NEVER - more ? Unit.NEVER : time + more;
    }

    private static long[] filled(int length) {
        var values = new long[length];
        Arrays.fill(values, Unit.NEVER);
        return values;
    }
}
