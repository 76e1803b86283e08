package dev.hostlab.workload;

import java.util.Arrays;

/// Who sent the requests of each bin: for each bin some entries, each with a tenant's number, its requests and their
/// tokens. A tenant may have several entries in a bin, and those of a bin add up to what the bin holds.
///
/// Holds its arrays without copying: whoever makes one gives them away.
public final class TenantBins {

    private final int[] first;
    private final byte[] tenant;
    private final Amounts amounts;

    /// One value an entry.
    ///
    /// @param inputTokens  empty where they are not known
    /// @param outputTokens empty where they are not known
    @SuppressWarnings("ArrayRecordComponent")
    public record Amounts(double[] requests, double[] inputTokens, double[] outputTokens) {

        private Amounts between(int from, int to) {
            return new Amounts(part(requests, from, to), part(inputTokens, from, to), part(outputTokens, from, to));
        }

        private static double[] part(double[] values, int from, int to) {
            return values.length == 0 ? values : Arrays.copyOfRange(values, from, to);
        }

        private void scale(int from, int to, double factor) {
            for (var column : new double[][] {requests, inputTokens, outputTokens}) {
                for (var entry = from; entry < Math.min(to, column.length); entry++) {
                    column[entry] *= factor;
                }
            }
        }
    }

    /// @param first   of each bin its first entry, and at the end how many there are
    /// @param tenant  number of each entry's tenant, from 0
    /// @param amounts what each entry counts
    public TenantBins(int[] first, byte[] tenant, Amounts amounts) {
        if (first.length < 2 || first[first.length - 1] != tenant.length || amounts.requests.length != tenant.length) {
            throw new IllegalArgumentException("Entries do not fit: " + tenant.length + " of " + first.length);
        }
        this.first = first;
        this.tenant = tenant;
        this.amounts = amounts;
    }

    /// Of some bins, where the last holds only a part of what it held, and so does the first.
    TenantBins between(int from, int to, double partOfFirst, double partOfLast) {
        var starts = Arrays.copyOfRange(first, from, to + 1);
        var begin = starts[0];
        Arrays.setAll(starts, bin -> starts[bin] - begin);
        var entries = begin + starts[to - from];
        var cut = new TenantBins(starts, Arrays.copyOfRange(tenant, begin, entries), amounts.between(begin, entries));
        cut.amounts.scale(0, starts[1], partOfFirst);
        cut.amounts.scale(starts[to - from - 1], starts[to - from], partOfLast);
        return cut;
    }

    /// The first entry of a bin; those of a bin end where the next one's begin.
    public int first(int bin) {
        return first[bin];
    }

    public int tenant(int entry) {
        return tenant[entry];
    }

    public double requests(int entry) {
        return amounts.requests[entry];
    }

    public double inputTokens(int entry) {
        return amounts.inputTokens.length == 0 ? 0 : amounts.inputTokens[entry];
    }

    public double outputTokens(int entry) {
        return amounts.outputTokens.length == 0 ? 0 : amounts.outputTokens[entry];
    }
}
