package dev.hostlab.engine;

import dev.hostlab.workload.ServiceModel;

/// What the meter holds requests against.
///
/// @param deadlineNanos    a response later than this after arrival has timed out; [Long#MAX_VALUE] for never
/// @param cancelsAbandoned whether waiting work of a client that has gone is dropped
/// @param sloNanos         a response not later than this is good
/// @param deadlineIsIdle   whether that deadline is the load balancer's and not the client's (504)
/// @param firstByteNanos   a streamed answer whose wait for a slot is longer gets 504; [Long#MAX_VALUE] for never
/// @param streams          whether answers are streamed token by token, so that the first is of interest
record MeterRules(
        long deadlineNanos,
        boolean cancelsAbandoned,
        long sloNanos,
        boolean deadlineIsIdle,
        long firstByteNanos,
        boolean streams) {

    /// Only clients give up.
    MeterRules(long deadlineNanos, boolean cancelsAbandoned, long sloNanos) {
        this(deadlineNanos, cancelsAbandoned, sloNanos, false, Long.MAX_VALUE, false);
    }

    private static final double NANOS_PER_SECOND = 1e9;

    /// The rules of a run.
    static MeterRules of(RunInput input) {
        var model = input.service().model();
        ServiceModel.Clients clients = model.clients();
        var hasTokens = input.arrivals().hasTokens() || model.tokens().meanOutput() > 0;
        var streams = hasTokens && model.upstream().decoding().streamed();
        if (Kernels.playsClients(input.plan().routing(), model)) {
            return new MeterRules(Long.MAX_VALUE, false, nanos(input.sloSeconds()), false, Long.MAX_VALUE, streams);
        }
        return new MeterRules(
                nanos(clients.timeoutSeconds()),
                clients.cancelsAbandoned(),
                nanos(input.sloSeconds()),
                clients.leftByLoadBalancer(),
                nanos(clients.firstByteSeconds()),
                streams);
    }

    private static long nanos(double seconds) {
        return Double.isInfinite(seconds) ? Long.MAX_VALUE : Math.round(seconds * NANOS_PER_SECOND);
    }
}
