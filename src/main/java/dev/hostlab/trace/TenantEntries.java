package dev.hostlab.trace;

import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.TenantBins;
import java.util.Arrays;
import java.util.List;

/// Gathers who sent the requests of each bin, while rows of one time are put together: an entry a row.
final class TenantEntries {

    private final TenantGroups groups;
    private final BinTable table;
    private final int requests;
    private final int input;
    private final int output;
    private final int both;
    private final Ints bins = new Ints();
    private final Ints whose = new Ints();
    private final Doubles requestsOf = new Doubles();
    private final Doubles inputOf = new Doubles();
    private final Doubles outputOf = new Doubles();

    /// @param columns which numbers the table has
    TenantEntries(TenantGroups groups, BinTable table, List<TraceColumn> columns) {
        this.groups = groups;
        this.table = table;
        requests = columns.indexOf(TraceColumn.REQUESTS);
        input = columns.indexOf(TraceColumn.INPUT_TOKENS);
        output = columns.indexOf(TraceColumn.OUTPUT_TOKENS);
        both = columns.indexOf(TraceColumn.TOKENS);
    }

    /// A row of the table belongs to a bin.
    void add(int bin, int row) {
        var group = groups.of((int) table.labels(row));
        if (group >= 0) {
            bins.add(bin);
            whose.add(group);
            requestsOf.add(value(requests, row));
            inputOf.add(input >= 0 ? value(input, row) : Math.max(0, value(both, row) - value(output, row)));
            outputOf.add(output >= 0 ? value(output, row) : Math.max(0, value(both, row) - value(input, row)));
        }
    }

    private double value(int column, int row) {
        return column < 0 ? 0 : table.value(column, row);
    }

    /// The same arrivals, told by tenant: each bin's entries are brought to what the bin holds.
    ///
    /// @param filler lays out the bins
    /// @param rows   bins of the table
    BinnedArrivals tell(BinnedArrivals arrivals, GapFiller filler, int rows) {
        var count = 0;
        while (count < bins.size() && bins.get(count) < rows) {
            count++;
        }
        var inBin = new double[rows];
        for (var entry = 0; entry < count; entry++) {
            inBin[bins.get(entry)]++;
        }
        var laid = filler.spread(inBin);
        var first = new int[laid.length + 1];
        for (var bin = 0; bin < laid.length; bin++) {
            first[bin + 1] = first[bin] + (int) laid[bin];
        }
        var tenant = new byte[count];
        var all = whose.drain();
        for (var entry = 0; entry < count; entry++) {
            tenant[entry] = (byte) all[entry];
        }
        var amounts = new TenantBins.Amounts(requestsOf.drain(count), inputOf.drain(count), outputOf.drain(count));
        for (var bin = 0; bin < laid.length; bin++) {
            bring(amounts.requests(), first[bin], first[bin + 1], arrivals.requests(bin));
            bring(amounts.inputTokens(), first[bin], first[bin + 1], arrivals.inputTokens(bin));
            bring(amounts.outputTokens(), first[bin], first[bin + 1], arrivals.outputTokens(bin));
        }
        return arrivals.sentBy(new TenantBins(first, tenant, amounts));
    }

    /// Where nothing is known of the parts, they are alike.
    private static void bring(double[] values, int from, int to, double total) {
        var sum = 0.0;
        for (var entry = from; entry < to; entry++) {
            sum += values[entry];
        }
        if (sum == 0) {
            Arrays.fill(values, from, to, to == from ? 0 : total / (to - from));
            return;
        }
        if (sum != total) {
            for (var entry = from; entry < to; entry++) {
                values[entry] *= total / sum;
            }
        }
    }
}
