package dev.hostlab.engine;

/// The next requests of a run, drawn some hundred at a time, so that each kind of draw is one short loop. What is
/// drawn for a request is the same as one by one. Fields, since the hot path reads them.
final class RequestBatch {

    static final int SIZE = 256;

    final long[] at = new long[SIZE];
    final double[] inputTokens = new double[SIZE];
    final double[] outputTokens = new double[SIZE];
    final long[] cpu = new long[SIZE];
    final long[] decoding = new long[SIZE];
    /// CPU time and upstream wait together: what a request holds its slot for where it has its CPU to itself.
    final long[] hold = new long[SIZE];
    final double[] factors = new double[SIZE];
    final boolean hasTokens;

    private final RequestSource source;
    private long first = -SIZE;
    private int position;

    RequestBatch(RequestSource source) {
        this.source = source;
        this.hasTokens = source.demands().hasTokens();
        refill();
    }

    /// Place in the arrays of the request that is next.
    int position() {
        return position;
    }

    /// When the next request arrives, [Unit#NEVER] if none does.
    long next() {
        return at[position];
    }

    /// Number among the run's arrivals of the request that is next.
    long number() {
        return first + position;
    }

    /// The place after the last request of this batch that arrives before `time`.
    int endBefore(long time) {
        if (at[SIZE - 1] < time) {
            return SIZE;
        }
        var end = position;
        while (at[end] < time) {
            end++;
        }
        return end;
    }

    /// Goes on to a place in the arrays; drawing more after the last.
    void advanceTo(int place) {
        position = place;
        if (position == SIZE) {
            refill();
        }
    }

    /// Goes on to the request of this number, not one before the next.
    void advanceTo(long number) {
        while (first + SIZE <= number) {
            refill();
        }
        position = (int) (number - first);
    }

    private void refill() {
        first += SIZE;
        position = 0;
        source.arrivals().fill(this);
        source.demands().fill(this, first);
    }
}
