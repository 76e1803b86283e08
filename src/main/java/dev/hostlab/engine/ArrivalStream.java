package dev.hostlab.engine;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.Variation;

/// Arrivals of one run in order of time, one by one, without an object each.
sealed interface ArrivalStream
        permits BinnedStream, RequestStream, PoissonStream, RenewalStream, ScheduledStream, ClosedStream, WaitingFirst {

    /// Goes to the next request and tells when it arrives, in nanoseconds; [Unit#NEVER] after the last.
    long next();

    /// Goes on for a whole batch: arrival times and tokens, [Unit#NEVER] from the end on.
    default void fill(RequestBatch batch) {
        for (var index = 0; index < RequestBatch.SIZE; index++) {
            batch.at[index] = next();
            batch.inputTokens[index] = inputTokens();
            batch.outputTokens[index] = outputTokens();
        }
    }

    /// Input tokens of the request that [#next()] went to.
    double inputTokens();

    /// Output tokens of the request that [#next()] went to.
    double outputTokens();

    /// The stream of one run.
    ///
    /// @param tokens how tokens vary within a bin
    static ArrivalStream of(Arrivals arrivals, Factor tokens, RunId run) {
        return switch (arrivals) {
            case BinnedArrivals bins -> new BinnedStream(bins, tokens, run);
            case RequestArrivals requests -> new RequestStream(requests);
            case PoissonArrivals poisson -> new PoissonStream(poisson, run);
        };
    }

    /// The stream of one run whose requests carry no tokens.
    static ArrivalStream of(Arrivals arrivals, RunId run) {
        return of(arrivals, Factor.of(new Variation.Constant()), run);
    }
}
