package dev.hostlab.engine;

import dev.hostlab.workload.BinnedArrivals;
import java.util.Arrays;

/// The requests of a binned trace. Each bin keeps its exact count; the times within it are the order statistics of
/// uniform draws, which is a Poisson process given its count. They are made in order as partial sums of exponential
/// gaps over their total (Devroye, "Non-Uniform Random Variate Generation", 1986, V.3.1), in two passes over the
/// same draws, so no bin is ever held in memory; even spacing is the same with gaps of 1 and half a gap at either
/// end. The first gaps of a bin are kept from one pass to the next, which changes nothing but time. A bin's token
/// totals are spread over its requests in proportion to random weights and kept.
///
/// Fractional counts are carried over to the next bin; so are the tokens of a bin in which no request falls.
final class BinnedStream implements ArrivalStream {

    private static final double ROUNDING_SLACK = 1e-9;
    private static final int KEPT_GAPS = 8_192;

    private final BinnedArrivals bins;
    private final Factor tokens;
    private final boolean even;
    private final long gapKey;
    private final long endKey;
    private final long inputKey;
    private final long outputKey;

    private final double[] kept = new double[KEPT_GAPS];

    private int bin = -1;
    private long binStart;
    private long binEnd;
    private long left;
    private long request = -1;
    private long firstOfBin;
    private double carriedRequests;
    private double nanosPerGap;
    private double gaps;
    private double inputLeft;
    private double outputLeft;
    private double inputPerWeight;
    private double outputPerWeight;

    BinnedStream(BinnedArrivals bins, Factor tokens, RunId run) {
        this.bins = bins;
        this.tokens = tokens;
        even = run.evenArrivals();
        gapKey = run.key(Stream.ARRIVAL_GAP);
        endKey = run.key(Stream.BIN_END);
        inputKey = run.key(Stream.INPUT_TOKENS);
        outputKey = run.key(Stream.OUTPUT_TOKENS);
    }

    @Override
    public long next() {
        while (left == 0) {
            if (!openNextBin()) {
                return Unit.NEVER;
            }
        }
        left--;
        request++;
        gaps += gapAgain(request);
        return Math.min(binEnd - 1, binStart + (long) (gaps * nanosPerGap));
    }

    /// The bin of the request that [#next()] went to.
    int bin() {
        return bin;
    }

    /// Requests of this bin that have not come yet.
    long leftOfBin() {
        return left;
    }

    /// The number of the request that [#next()] went to.
    long request() {
        return request;
    }

    @Override
    public void fill(RequestBatch batch) {
        var filled = 0;
        while (filled < RequestBatch.SIZE) {
            if (left == 0 && !openNextBin()) {
                Arrays.fill(batch.at, filled, RequestBatch.SIZE, Unit.NEVER);
                return;
            }
            var end = filled + (int) Math.min(left, RequestBatch.SIZE - filled);
            fillFromBin(batch, filled, end);
            filled = end;
        }
    }

    private void fillFromBin(RequestBatch batch, int from, int to) {
        var sum = gaps;
        for (var index = from; index < to; index++) {
            sum += gapAgain(++request);
            batch.at[index] = Math.min(binEnd - 1, binStart + (long) (sum * nanosPerGap));
        }
        gaps = sum;
        left -= to - from;
        if (inputPerWeight != 0 || outputPerWeight != 0 || batch.hasTokens) {
            for (var index = from; index < to; index++) {
                var number = request - (to - 1 - index);
                batch.inputTokens[index] = tokens(inputPerWeight, inputKey, number);
                batch.outputTokens[index] = tokens(outputPerWeight, outputKey, number);
            }
        }
    }

    private double tokens(double perWeight, long key, long number) {
        return perWeight == 0 ? 0 : perWeight * tokens.at(Draws.bits(key, number));
    }

    @Override
    public double inputTokens() {
        return tokens(inputPerWeight, inputKey, request);
    }

    @Override
    public double outputTokens() {
        return tokens(outputPerWeight, outputKey, request);
    }

    private boolean openNextBin() {
        if (bin + 1 >= bins.bins()) {
            return false;
        }
        bin++;
        binStart = binEnd;
        binEnd = binStart + bins.widthNanos(bin);
        var expected = bins.requests(bin) + carriedRequests;
        left = (long) Math.floor(expected + ROUNDING_SLACK);
        carriedRequests = expected - left;
        inputLeft += bins.inputTokens(bin);
        outputLeft += bins.outputTokens(bin);
        if (left > 0) {
            spread();
        }
        return true;
    }

    /// The first pass over the bin's draws: their sums.
    private void spread() {
        var end = request + left;
        firstOfBin = request + 1;
        var allGaps = even ? 0 : Draws.exponential(Draws.bits(endKey, bin));
        var keptEnd = (int) Math.min(left, KEPT_GAPS);
        for (var index = 0; index < keptEnd; index++) {
            var gap = gap(firstOfBin + index);
            kept[index] = gap;
            allGaps += gap;
        }
        for (var index = firstOfBin + keptEnd; index <= end; index++) {
            allGaps += gap(index);
        }
        gaps = even ? -0.5 : 0;
        nanosPerGap = (binEnd - binStart) / allGaps;
        inputPerWeight = inputLeft == 0 ? 0 : inputLeft / weights(inputKey, end);
        outputPerWeight = outputLeft == 0 ? 0 : outputLeft / weights(outputKey, end);
        inputLeft = 0;
        outputLeft = 0;
    }

    private double weights(long key, long end) {
        var sum = 0.0;
        for (var index = request + 1; index <= end; index++) {
            sum += tokens.at(Draws.bits(key, index));
        }
        return sum;
    }

    private double gapAgain(long index) {
        var inBin = index - firstOfBin;
        return inBin < KEPT_GAPS ? kept[(int) inBin] : gap(index);
    }

    private double gap(long index) {
        return even ? 1 : Draws.exponential(Draws.bits(gapKey, index));
    }
}
