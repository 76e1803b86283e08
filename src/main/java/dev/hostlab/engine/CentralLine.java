package dev.hostlab.engine;

/// The one line of all units, of any length in constant memory: requests are numbered and their draws depend on the
/// number, so the line keeps only how many wait and draws the head's arrival and demand again.
///
/// Only for first-come-first-served service of all arrivals in order, since its twin of the arrival stream never
/// goes back.
final class CentralLine implements Line {

    private final ArrivalStream arrivals;
    private final RequestSampler demands;
    private long drawn = -1;
    private long arrived;
    private int size;

    /// @param arrivals a second stream of the same arrivals
    /// @param demands  a second sampler of the same demands
    CentralLine(ArrivalStream arrivals, RequestSampler demands) {
        this.arrivals = arrivals;
        this.demands = demands;
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
        if (size == 0) {
            while (drawn < request) {
                skipToNext();
            }
            draw();
        }
        size++;
    }

    @Override
    public long headArrived() {
        return arrived;
    }

    @Override
    public long headCpu() {
        return demands.cpuNanos();
    }

    @Override
    public long headUpstream() {
        return demands.upstreamNanos();
    }

    @Override
    public long headDecoding() {
        return demands.decodingNanos();
    }

    @Override
    public void removeHead() {
        size--;
        if (size > 0) {
            skipToNext();
            draw();
        }
    }

    private void skipToNext() {
        arrived = arrivals.next();
        drawn++;
    }

    private void draw() {
        demands.draw(drawn, arrivals.inputTokens(), arrivals.outputTokens());
    }
}
