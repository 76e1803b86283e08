package dev.hostlab.workload;

import java.util.Arrays;

/// Requests one by one, in order of time.
///
/// Holds its arrays without copying: whoever makes one gives them away.
public final class RequestArrivals implements Arrivals {

    private static final byte[] NOBODY = {};

    private final long horizonNanos;
    private final long[] atNanos;
    private final int[] inputTokens;
    private final int[] outputTokens;
    private final byte[] tenant;

    /// @param horizonNanos length of the horizon in nanoseconds, not before the last request
    /// @param atNanos      arrival of each request in nanoseconds from the start, in order
    /// @param inputTokens  input tokens of each request, or empty where the trace has none
    /// @param outputTokens output tokens of each request, or empty where the trace has none
    public RequestArrivals(long horizonNanos, long[] atNanos, int[] inputTokens, int[] outputTokens) {
        this(horizonNanos, atNanos, inputTokens, outputTokens, NOBODY);
    }

    private RequestArrivals(long horizonNanos, long[] atNanos, int[] inputTokens, int[] outputTokens, byte[] tenant) {
        this.tenant = tenant;
        this.horizonNanos = horizonNanos;
        this.atNanos = atNanos;
        this.inputTokens = inputTokens;
        this.outputTokens = outputTokens;
        var before = 0L;
        for (var at : atNanos) {
            if (at < before) {
                throw new IllegalArgumentException("Arrivals are not in order: " + at + " ns after " + before + " ns");
            }
            before = at;
        }
        if (horizonNanos <= 0 || horizonNanos < before) {
            throw new IllegalArgumentException("The horizon " + horizonNanos + " ns ends before " + before + " ns");
        }
    }

    /// The same, told by tenant.
    ///
    /// @param whose the number of each request's tenant, from 0
    public RequestArrivals sentBy(byte[] whose) {
        if (whose.length != atNanos.length) {
            throw new IllegalArgumentException(whose.length + " tenants of " + atNanos.length + " requests");
        }
        return new RequestArrivals(horizonNanos, atNanos, inputTokens, outputTokens, whose);
    }

    /// Whether it is known who sent each request.
    public boolean hasTenants() {
        return tenant.length > 0;
    }

    /// The number of a request's tenant; only where that is known.
    public int tenant(int request) {
        return tenant[request];
    }

    /// The requests of the first `nanos` nanoseconds, less than the horizon.
    RequestArrivals first(long nanos) {
        var count = 0;
        while (count < atNanos.length && atNanos[count] < nanos) {
            count++;
        }
        return new RequestArrivals(
                nanos,
                Arrays.copyOf(atNanos, count),
                upTo(inputTokens, count),
                upTo(outputTokens, count),
                hasTenants() ? Arrays.copyOf(tenant, count) : NOBODY);
    }

    @Override
    public RequestArrivals between(long from, long to) {
        var first = firstAt(from);
        var end = firstAt(to);
        var times = Arrays.copyOfRange(atNanos, first, end);
        for (var request = 0; request < times.length; request++) {
            times[request] -= from;
        }
        return new RequestArrivals(
                to - from,
                times,
                part(inputTokens, first, end),
                part(outputTokens, first, end),
                hasTenants() ? Arrays.copyOfRange(tenant, first, end) : NOBODY);
    }

    /// The first request that does not come before `time`.
    private int firstAt(long time) {
        var low = 0;
        var high = atNanos.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (atNanos[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] part(int[] tokens, int first, int end) {
        return tokens.length == 0 ? tokens : Arrays.copyOfRange(tokens, first, end);
    }

    private static int[] upTo(int[] tokens, int count) {
        return tokens.length == 0 ? tokens : Arrays.copyOf(tokens, count);
    }

    /// Requests whose horizon ends one mean gap after the last, so that the mean rate is neither over- nor
    /// underestimated.
    ///
    /// @param atNanos as above, from the first request on; two times at least differ
    public static RequestArrivals untilNextExpected(long[] atNanos, int[] inputTokens, int[] outputTokens) {
        var last = atNanos[atNanos.length - 1];
        var meanGap = Math.max(1, last / (atNanos.length - 1));
        return new RequestArrivals(last + meanGap, atNanos, inputTokens, outputTokens);
    }

    public int count() {
        return atNanos.length;
    }

    public long atNanos(int request) {
        return atNanos[request];
    }

    public int inputTokens(int request) {
        return inputTokens.length == 0 ? 0 : inputTokens[request];
    }

    public int outputTokens(int request) {
        return outputTokens.length == 0 ? 0 : outputTokens[request];
    }

    @Override
    public long horizonNanos() {
        return horizonNanos;
    }

    @Override
    public double requests() {
        return atNanos.length;
    }

    @Override
    public boolean hasTokens() {
        return inputTokens.length > 0 || outputTokens.length > 0;
    }

    @Override
    public double inputTokens() {
        return sum(inputTokens);
    }

    @Override
    public double outputTokens() {
        return sum(outputTokens);
    }

    private static double sum(int[] values) {
        var sum = 0L;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
