package dev.hostlab.engine;

import dev.hostlab.workload.TenantBins;
import java.util.Arrays;

/// The requests of a binned trace that tells who sent them: at the times that [BinnedStream] gives, each with a tenant.
/// Of every bin a tenant has exactly its requests, in random order (drawn without replacement), and over them its
/// tokens are spread in proportion to random weights, so that they add up.
///
/// Fractional requests are carried over to the next bin, and so are tokens of a tenant that has no request in theirs.
final class TenantStream implements ArrivalStream {

    private final BinnedStream times;
    private final TenantBins tenants;
    private final Factor tokens;
    private final double[] shares;
    private final long tenantKey;
    private final long inputKey;
    private final long outputKey;

    private final double[] carried;
    private final double[] inputLeft;
    private final double[] outputLeft;
    private final double[] inputPerWeight;
    private final double[] outputPerWeight;
    private final long[] left;
    private int bin = -1;
    private int tenant;

    /// @param shares part of all requests that each tenant has, as weights
    TenantStream(BinnedStream times, TenantBins tenants, Factor tokens, double[] shares, RunId run) {
        this.times = times;
        this.tenants = tenants;
        this.tokens = tokens;
        this.shares = shares;
        tenantKey = run.key(Stream.TENANT);
        inputKey = run.key(Stream.INPUT_TOKENS);
        outputKey = run.key(Stream.OUTPUT_TOKENS);
        carried = new double[shares.length];
        inputLeft = new double[shares.length];
        outputLeft = new double[shares.length];
        inputPerWeight = new double[shares.length];
        outputPerWeight = new double[shares.length];
        left = new long[shares.length];
    }

    @Override
    public long next() {
        var at = times.next();
        if (at == Unit.NEVER) {
            return at;
        }
        if (times.bin() != bin) {
            open();
        }
        tenant = draw(times.request(), times.leftOfBin() + 1);
        left[tenant]--;
        return at;
    }

    /// Whose request it is, among those of the bin that are left.
    private int draw(long request, long all) {
        var place = Draws.unit(Draws.bits(tenantKey, request)) * all;
        var one = 0;
        var upTo = (double) left[0];
        while (one < left.length - 1 && (place >= upTo || left[one] == 0)) {
            upTo += left[++one];
        }
        while (left[one] == 0) {
            one--;
        }
        return one;
    }

    private void open() {
        for (bin++; ; bin++) {
            for (var entry = tenants.first(bin); entry < tenants.first(bin + 1); entry++) {
                var whose = tenants.tenant(entry);
                carried[whose] += tenants.requests(entry);
                inputLeft[whose] += tenants.inputTokens(entry);
                outputLeft[whose] += tenants.outputTokens(entry);
            }
            if (bin == times.bin()) {
                break;
            }
        }
        allot(times.leftOfBin() + 1);
        spread(inputLeft, inputPerWeight, inputKey);
        spread(outputLeft, outputPerWeight, outputKey);
    }

    /// Whole requests for each tenant, which add up to those of the bin.
    private void allot(long all) {
        var missing = all - Arrays.stream(carried).sum();
        var weight = Arrays.stream(shares).sum();
        var given = 0L;
        for (var one = 0; one < left.length; one++) {
            carried[one] += missing > 1 ? missing * shares[one] / weight : 0;
            left[one] = (long) Math.max(0, Math.floor(carried[one]));
            given += left[one];
        }
        for (; given < all; given++) {
            left[most()]++;
        }
        for (; given > all; given--) {
            left[least()]--;
        }
        for (var one = 0; one < left.length; one++) {
            carried[one] -= left[one];
        }
    }

    private int most() {
        var most = 0;
        for (var one = 1; one < left.length; one++) {
            most = carried[one] - left[one] > carried[most] - left[most] ? one : most;
        }
        return most;
    }

    private int least() {
        var least = -1;
        for (var one = 0; one < left.length; one++) {
            if (left[one] > 0 && (least < 0 || carried[one] - left[one] < carried[least] - left[least])) {
                least = one;
            }
        }
        return least;
    }

    /// The first pass over the bin's draws: what each tenant's weights add up to.
    private void spread(double[] toSpread, double[] perWeight, long key) {
        if (Arrays.stream(toSpread).allMatch(one -> one == 0)) {
            Arrays.fill(perWeight, 0);
            return;
        }
        var before = left.clone();
        var weights = new double[left.length];
        var request = times.request();
        for (var all = times.leftOfBin() + 1; all > 0; all--) {
            var whose = draw(request, all);
            left[whose]--;
            weights[whose] += tokens.at(Draws.bits(key, request));
            request++;
        }
        System.arraycopy(before, 0, left, 0, left.length);
        for (var one = 0; one < left.length; one++) {
            perWeight[one] = weights[one] == 0 ? 0 : toSpread[one] / weights[one];
            toSpread[one] = weights[one] == 0 ? toSpread[one] : 0;
        }
    }

    @Override
    public double inputTokens() {
        return of(inputPerWeight, inputKey);
    }

    @Override
    public double outputTokens() {
        return of(outputPerWeight, outputKey);
    }

    private double of(double[] perWeight, long key) {
        return perWeight[tenant] == 0 ? 0 : perWeight[tenant] * tokens.at(Draws.bits(key, times.request()));
    }

    @Override
    public int tenant() {
        return tenant;
    }
}
