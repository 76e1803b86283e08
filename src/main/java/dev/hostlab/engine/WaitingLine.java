package dev.hostlab.engine;

import java.util.Arrays;

/// Requests waiting in order of arrival: a ring over primitive arrays that grows up to a limit.
final class WaitingLine implements Line {

    private static final int FIRST_CAPACITY = 16;

    private final int limit;
    private long[] arrived = new long[FIRST_CAPACITY];
    private long[] cpu = new long[FIRST_CAPACITY];
    private long[] upstream = new long[FIRST_CAPACITY];
    private long[] decoding = new long[FIRST_CAPACITY];
    private int head;
    private int size;

    /// @param limit most requests that may wait, at least 0
    WaitingLine(int limit) {
        this.limit = limit;
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
        return size < limit;
    }

    @Override
    public void add(long request, long arrivedAt, RequestSampler demand) {
        if (size == arrived.length) {
            grow();
        }
        var at = (head + size) & (arrived.length - 1);
        arrived[at] = arrivedAt;
        cpu[at] = demand.cpuNanos();
        upstream[at] = demand.upstreamNanos();
        decoding[at] = demand.decodingNanos();
        size++;
    }

    @Override
    public void addFirst(long arrivedAt, long nanosLeft) {
        if (size == arrived.length) {
            grow();
        }
        head = (head - 1) & (arrived.length - 1);
        arrived[head] = arrivedAt;
        cpu[head] = 0;
        upstream[head] = nanosLeft;
        decoding[head] = 0;
        size++;
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
    public long headDecoding() {
        return decoding[head];
    }

    @Override
    public void removeHead() {
        head = (head + 1) & (arrived.length - 1);
        size--;
    }

    private void grow() {
        var capacity = arrived.length * 2;
        arrived = unrolled(arrived, capacity);
        cpu = unrolled(cpu, capacity);
        upstream = unrolled(upstream, capacity);
        decoding = unrolled(decoding, capacity);
        head = 0;
    }

    private long[] unrolled(long[] ring, int capacity) {
        var line = Arrays.copyOfRange(ring, head, head + capacity);
        System.arraycopy(ring, 0, line, ring.length - head, head);
        Arrays.fill(line, ring.length, capacity, 0);
        return line;
    }
}
