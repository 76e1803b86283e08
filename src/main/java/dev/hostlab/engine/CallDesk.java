package dev.hostlab.engine;

/// What requests meet that ask once: [Calls] on their way to the model, and their end whatever that says.
final class CallDesk {

    final Visits visits = new Visits();
    final UpstreamWaits due = new UpstreamWaits(1_024);
    final Meter meter;
    final Calls calls;
    final LimitMeter limits;

    CallDesk(Calls calls, Meter meter) {
        this.calls = calls;
        this.meter = meter;
        this.limits = calls.limits;
    }

    /// A request arrives; its place.
    ///
    /// @param told whose it is as the arrivals tell, or [ArrivalStream#NOBODY]
    int arrives(long request, long now, RequestSampler demand, int told) {
        var visit = visits.take();
        visits.number[visit] = request;
        visits.arrived[visit] = now;
        visits.since[visit] = now;
        visits.cpuNanos[visit] = demand.cpuNanos();
        visits.upstreamNanos[visit] = demand.upstreamNanos();
        visits.decodingNanos[visit] = demand.decodingNanos();
        visits.tenant[visit] = calls.arrives(request, told, demand);
        visits.inputTokens[visit] = calls.input();
        visits.outputTokens[visit] = calls.output();
        tally(visit).inside++;
        return visit;
    }

    /// Asks its tenant's budget and limit.
    ///
    /// @return 0 if it may go on; nanoseconds for which it has to wait first; [Unit#NEVER] if it has been refused
    long admit(int visit, long now) {
        var wait = calls.admit(visits.tenant[visit], visits.inputTokens[visit], visits.outputTokens[visit], now);
        if (wait == Unit.NEVER) {
            meter.rejected();
            limits.limited(1);
            free(visit);
        }
        return wait;
    }

    private void free(int visit) {
        tally(visit).inside--;
        visits.free(visit);
    }

    /// Calls the model.
    ///
    /// @return 0 if the provider takes the call; otherwise the nanoseconds until it may, [Unit#NEVER] if never
    long call(int visit, long now) {
        if (visits.attempts[visit]++ > 0) {
            limits.retried();
        }
        return calls.call(visits.tenant[visit], visits.inputTokens[visit], visits.outputTokens[visit], now);
    }

    /// How long a request whose call was refused waits before it asks again; [Unit#NEVER] if it does not.
    ///
    /// @param retryAfter nanoseconds that the provider asks for
    long backoff(int visit, long retryAfter) {
        return calls.backoff(visits.number[visit], visits.attempts[visit], retryAfter);
    }

    /// Something will happen to a request.
    void plan(int visit, long at) {
        if (due.isFull()) {
            due.grow();
        }
        due.add(at, visit);
    }

    /// The model has answered.
    void answered(int visit, long now) {
        calls.ended(visits.outputTokens[visit], now);
        var arrived = visits.arrived[visit];
        var servedBefore = meter.total().served;
        meter.left(arrived, arrived + visits.waited[visit], now, visits.decodingNanos[visit]);
        if (meter.total().served > servedBefore) {
            calls.served(visits.tenant[visit], now - arrived, visits.decodingNanos[visit]);
        }
        free(visit);
    }

    /// The service does not ask again and passes the 429 on; the slot is free already.
    void giveUp(int visit, long now) {
        var failedBefore = meter.total().failed;
        meter.lostWaiting(visits.arrived[visit], now);
        limits.limited(meter.total().failed - failedBefore);
        meter.total().limitSince(failedBefore);
        calls.gaveUp(visits.tenant[visit], visits.inputTokens[visit], visits.outputTokens[visit], now);
        free(visit);
    }

    /// It is turned away, or dropped from a line, before any call of it was taken or refused for good.
    void turnAway(int visit, long now) {
        unsent(visit, now);
        free(visit);
    }

    private void unsent(int visit, long now) {
        calls.unsent(visits.tenant[visit], visits.inputTokens[visit], visits.outputTokens[visit], now);
    }

    /// It is lost with its unit, wherever it stands; what the provider reserved for it comes back.
    void lost(int visit, long now) {
        var state = visits.state[visit];
        var hasSlot = state == Visits.WORKING || state == Visits.CALLING || state == Visits.HOLDING;
        if (state == Visits.CALLING) {
            calls.ended(visits.outputTokens[visit], now);
        } else {
            unsent(visit, now);
        }
        if (state == Visits.HOLDING) {
            limits.holding(-1, now);
        }
        if (hasSlot) {
            meter.lost(visits.arrived[visit], now);
        } else {
            meter.lostWaiting(visits.arrived[visit], now);
        }
        if (state == Visits.WORKING || state == Visits.WAITING) {
            free(visit);
        } else {
            tally(visit).inside--;
            visits.state[visit] = Visits.GONE;
            visits.unit[visit] = -1;
        }
    }

    /// The run ends with these requests inside.
    void countInFlight(long now) {
        for (var visit = 0; visit < visits.end(); visit++) {
            if (visits.state[visit] != Visits.GONE) {
                meter.stillInside(visits.arrived[visit], now);
                if (visits.state[visit] != Visits.CALLING) {
                    unsent(visit, now);
                }
            }
        }
    }

    private TenantTally tally(int visit) {
        return limits.tenant(visits.tenant[visit]);
    }
}
