package dev.hostlab.engine;

import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.Variation;

/// Arrivals of one run in order of time, one by one, without an object each.
sealed interface ArrivalStream
        permits BinnedStream,
                RequestStream,
                PoissonStream,
                RenewalStream,
                ScheduledStream,
                ClosedStream,
                TenantStream,
                WaitingFirst {

    /// No tenant that is known.
    int NOBODY = -1;

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

    /// Whose the request is that [#next()] went to: a number from 0, [#NOBODY] where that is not known.
    default int tenant() {
        return NOBODY;
    }

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

    /// The stream of one run in which each request is its tenant's, as far as the arrivals tell.
    ///
    /// @param shares part of all requests that each tenant has, as weights
    static ArrivalStream byTenant(Arrivals arrivals, Factor tokens, double[] shares, RunId run) {
        if (arrivals instanceof BinnedArrivals bins && bins.tenants().isPresent()) {
            return new TenantStream(
                    new BinnedStream(bins, tokens, run), bins.tenants().get(), tokens, shares, run);
        }
        return of(arrivals, tokens, run);
    }

    /// The stream of one run whose requests carry no tokens.
    static ArrivalStream of(Arrivals arrivals, RunId run) {
        return of(arrivals, Factor.of(new Variation.Constant()), run);
    }
}
