package dev.hostlab.engine;

import dev.hostlab.workload.BinnedArrivals;
import java.util.Arrays;

/// The requests of a binned trace. Each bin keeps its exact count; its requests are spread over its time by
/// [BinTimes], so no bin is ever held in memory. A bin's token totals are spread over its requests in proportion to
/// random weights and kept.
///
/// Fractional counts are carried over to the next bin; so are the tokens of a bin in which no request falls.
final class BinnedStream implements ArrivalStream {

    private static final double ROUNDING_SLACK = 1e-9;

    private final BinnedArrivals bins;
    private final Factor tokens;
    private final BinTimes times;
    private final long inputKey;
    private final long outputKey;

    private int bin = -1;
    private long binEnd;
    private long left;
    private long request = -1;
    private double carriedRequests;
    private double inputLeft;
    private double outputLeft;
    private double inputPerWeight;
    private double outputPerWeight;

    BinnedStream(BinnedArrivals bins, Factor tokens, RunId run) {
        this.bins = bins;
        this.tokens = tokens;
        times = new BinTimes(run);
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
        return times.next();
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
        times.fill(batch.at, from, to);
        request += to - from;
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
        var start = binEnd;
        binEnd += bins.widthNanos(bin);
        var expected = bins.requests(bin) + carriedRequests;
        left = (long) Math.floor(expected + ROUNDING_SLACK);
        carriedRequests = expected - left;
        inputLeft += bins.inputTokens(bin);
        outputLeft += bins.outputTokens(bin);
        if (left > 0) {
            times.open(start, binEnd - start, request + 1, left);
            spreadTokens();
        }
        return true;
    }

    private void spreadTokens() {
        var end = request + left;
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
}
