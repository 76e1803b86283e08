package dev.hostlab.workload;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Requests counted in bins that follow each other without a gap.
///
/// Holds its arrays without copying: whoever makes one gives them away.
public final class BinnedArrivals implements Arrivals {

    private static final double[] NONE = {};

    private final long[] widthNanos;
    private final double[] requests;
    private final double[] inputTokens;
    private final double[] outputTokens;
    private final double[] queueDepth;
    private final @Nullable TenantBins tenants;
    private final long horizonNanos;

    /// The columns that a trace may lack are empty arrays then.
    ///
    /// @param inputTokens  input tokens a bin, or empty
    /// @param outputTokens output tokens a bin, or empty
    /// @param queueDepth   messages waiting at the start of a bin, or empty
    @SuppressWarnings("ArrayRecordComponent")
    public record Columns(double[] requests, double[] inputTokens, double[] outputTokens, double[] queueDepth) {

        public static Columns of(double[] requests) {
            return new Columns(requests, NONE, NONE, NONE);
        }
    }

    /// @param widthNanos width of each bin in nanoseconds, all above 0
    /// @param columns    one value a bin, none negative
    public BinnedArrivals(long[] widthNanos, Columns columns) {
        this(widthNanos, columns, null);
    }

    private BinnedArrivals(long[] widthNanos, Columns columns, @Nullable TenantBins tenants) {
        this.tenants = tenants;
        this.widthNanos = widthNanos;
        this.requests = columns.requests();
        this.inputTokens = columns.inputTokens();
        this.outputTokens = columns.outputTokens();
        this.queueDepth = columns.queueDepth();
        if (widthNanos.length == 0 || requests.length != widthNanos.length) {
            throw new IllegalArgumentException(
                    "Bins and counts differ: " + widthNanos.length + " bins, " + requests.length + " counts");
        }
        var horizon = 0L;
        for (var width : widthNanos) {
            if (width <= 0) {
                throw new IllegalArgumentException("A bin has no width: " + width + " ns");
            }
            horizon = Math.addExact(horizon, width);
        }
        this.horizonNanos = horizon;
    }

    /// The same, told by tenant.
    public BinnedArrivals sentBy(TenantBins whose) {
        return new BinnedArrivals(widthNanos, new Columns(requests, inputTokens, outputTokens, queueDepth), whose);
    }

    /// Who sent them, where that is known.
    public Optional<TenantBins> tenants() {
        return Optional.ofNullable(tenants);
    }

    /// The bins of the first `nanos` nanoseconds, less than the horizon; a bin that goes on beyond is cut in
    /// proportion.
    BinnedArrivals first(long nanos) {
        var bins = 0;
        var end = 0L;
        while (end < nanos) {
            end += widthNanos[bins++];
        }
        var widths = Arrays.copyOf(widthNanos, bins);
        widths[bins - 1] -= end - nanos;
        var part = (double) widths[bins - 1] / widthNanos[bins - 1];
        var depth = queueDepth.length == 0 ? queueDepth : Arrays.copyOf(queueDepth, bins);
        return new BinnedArrivals(
                widths,
                new Columns(
                        cut(requests, bins, part), cut(inputTokens, bins, part), cut(outputTokens, bins, part), depth),
                tenants == null ? null : tenants.between(0, bins, 1, part));
    }

    /// Bins that reach beyond either end are cut in proportion.
    @Override
    public BinnedArrivals between(long from, long to) {
        var first = 0;
        var start = 0L;
        while (start + widthNanos[first] <= from) {
            start += widthNanos[first++];
        }
        var end = first;
        for (var at = start; at < to; end++) {
            at += widthNanos[end];
        }
        var tail = new BinnedArrivals(
                Arrays.copyOfRange(widthNanos, first, end),
                new Columns(
                        part(requests, first, end),
                        part(inputTokens, first, end),
                        part(outputTokens, first, end),
                        part(queueDepth, first, end)),
                tenants == null ? null : tenants.between(first, end, 1, 1));
        return tail.without(from - start).first(to - from);
    }

    /// These bins without the beginning of the first.
    private BinnedArrivals without(long nanos) {
        var left = (double) (widthNanos[0] - nanos) / widthNanos[0];
        widthNanos[0] -= nanos;
        for (var column : new double[][] {requests, inputTokens, outputTokens}) {
            if (column.length > 0) {
                column[0] *= left;
            }
        }
        return new BinnedArrivals(
                widthNanos,
                new Columns(requests, inputTokens, outputTokens, queueDepth),
                tenants == null ? null : tenants.between(0, widthNanos.length, left, 1));
    }

    private static double[] part(double[] values, int first, int end) {
        return values.length == 0 ? values : Arrays.copyOfRange(values, first, end);
    }

    private static double[] cut(double[] values, int bins, double part) {
        if (values.length == 0) {
            return values;
        }
        var first = Arrays.copyOf(values, bins);
        first[bins - 1] *= part;
        return first;
    }

    public int bins() {
        return widthNanos.length;
    }

    public long widthNanos(int bin) {
        return widthNanos[bin];
    }

    public double requests(int bin) {
        return requests[bin];
    }

    public double inputTokens(int bin) {
        return inputTokens.length == 0 ? 0 : inputTokens[bin];
    }

    public double outputTokens(int bin) {
        return outputTokens.length == 0 ? 0 : outputTokens[bin];
    }

    public boolean hasQueueDepth() {
        return queueDepth.length > 0;
    }

    /// Messages waiting at the start of a bin; 0 where the trace does not say.
    public double queueDepth(int bin) {
        return queueDepth.length == 0 ? 0 : queueDepth[bin];
    }

    @Override
    public long horizonNanos() {
        return horizonNanos;
    }

    @Override
    public double requests() {
        return sum(requests);
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

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
