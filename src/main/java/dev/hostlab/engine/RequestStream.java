package dev.hostlab.engine;

import dev.hostlab.workload.RequestArrivals;

/// The requests of a per-request trace, at their own times.
final class RequestStream implements ArrivalStream {

    private final RequestArrivals requests;
    private int request = -1;

    RequestStream(RequestArrivals requests) {
        this.requests = requests;
    }

    @Override
    public long next() {
        request++;
        return request < requests.count() ? requests.atNanos(request) : Unit.NEVER;
    }

    @Override
    public int tenant() {
        return requests.hasTenants() ? requests.tenant(request) : NOBODY;
    }

    @Override
    public double inputTokens() {
        return requests.inputTokens(request);
    }

    @Override
    public double outputTokens() {
        return requests.outputTokens(request);
    }
}
