package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// What became of the requests of one tenant, in whole requests and tokens. Fields, since the hot path writes them.
///
/// Every request that arrived, and every further attempt at one, is passed, limited, over budget or unsent, or still
/// on its way.
final class TenantTally {

    /// A number of requests with their tokens.
    static final class Sum {

        long requests;
        long inputTokens;
        long outputTokens;

        void add(long input, long output) {
            requests++;
            inputTokens += input;
            outputTokens += output;
        }

        RunLimits.Amount amount() {
            return new RunLimits.Amount(requests, inputTokens, outputTokens);
        }
    }

    final Sum arrived = new Sum();
    /// Attempts beyond the first of a request: deliveries of a message, or what its client asked again.
    final Sum repeated = new Sum();
    /// The provider took the call.
    final Sum passed = new Sum();
    /// The provider refused it, as often as the service asked.
    final Sum limitedByProvider = new Sum();
    /// Its tenant's own limit refused it.
    final Sum limitedByTenant = new Sum();
    /// Its tenant's budget is spent.
    final Sum overBudget = new Sum();
    /// It never came to a call: turned away or lost by the service, or still waiting at the end.
    final Sum unsent = new Sum();
    final LatencyHistogram responses = new LatencyHistogram();
    final LatencyHistogram firstTokens = new LatencyHistogram();
    /// Counts tick by tick, where that is wanted; what it has counted joins the histograms here at
    /// the end of a tick.
    @Nullable
    TenantClock clock;

    private double inputSum;
    private double outputSum;
    long served;
    long held;
    /// Requests inside now.
    long inside;
    /// When the budget's warning was given, [Unit#NEVER] if it was not.
    long warnedAt = Unit.NEVER;
    /// When the budget was first spent, [Unit#NEVER] if it is not.
    long spentAt = Unit.NEVER;

    /// One has arrived; its tokens become whole numbers, so that their sum is at most half a token off.
    void arrive(RequestSampler demand) {
        inputSum += demand.inputTokens();
        outputSum += demand.outputTokens();
        arrived.add(Math.round(inputSum) - arrived.inputTokens, Math.round(outputSum) - arrived.outputTokens);
    }

    /// One has got its answer.
    ///
    /// @param firstToken nanoseconds to its first token, negative where answers are not streamed
    void served(long response, long firstToken) {
        served++;
        if (clock != null) {
            clock.served(response, firstToken);
            return;
        }
        responses.record(response);
        if (firstToken >= 0) {
            firstTokens.record(firstToken);
        }
    }
}
