package dev.hostlab.engine;

import dev.hostlab.workload.ServiceModel;
import org.jspecify.annotations.Nullable;

/// What clients do: they wait for an answer as long as they are patient, and ask again after an error or a timeout
/// while they may. Keeps count of what becomes of each request, whose outcome is that of its last attempt.
final class ClientDesk {

    /// Why an attempt came to nothing.
    enum Failure {
        LINE_FULL,
        NO_TARGET,
        LIMITED,
        LOST,
        CRASHED,
        CLIENT_TIMEOUT,
        IDLE_TIMEOUT
    }

    private static final double NANOS_PER_SECOND = 1e9;

    final Tries tries = new Tries();
    final Meter meter;
    final UpstreamWaits due = new UpstreamWaits(1_024);
    final Deadlines deadlines;
    final Deadlines firstBytes;
    final boolean cancelsWaiting;
    final boolean cancelsWork;
    final @Nullable AttemptCalls calls;

    private final ClientBackoff backoff;
    private final RequestSampler sampler;
    private final Failure whenLate;
    private long withheld;
    private long abandonedNanos;

    /// @param sampler draws what an attempt needs
    /// @param calls   what attempts meet in limits; null where nothing is limited
    ClientDesk(
            ServiceModel.Clients clients,
            Meter meter,
            RunId run,
            RequestSampler sampler,
            @Nullable AttemptCalls calls) {
        this.backoff = new ClientBackoff(clients.retries(), run);
        this.meter = meter;
        this.sampler = sampler;
        this.calls = calls;
        this.whenLate = clients.leftByLoadBalancer() ? Failure.IDLE_TIMEOUT : Failure.CLIENT_TIMEOUT;
        this.cancelsWaiting = clients.cancelsAbandoned();
        this.cancelsWork = clients.retries().cancels();
        deadlines = new Deadlines(tries, nanos(clients.timeoutSeconds()));
        firstBytes = new Deadlines(tries, nanos(clients.firstByteSeconds()));
    }

    private static long nanos(double seconds) {
        return Double.isInfinite(seconds) ? Long.MAX_VALUE : Math.round(seconds * NANOS_PER_SECOND);
    }

    RunResult.Repeats repeats() {
        return new RunResult.Repeats(meter.total().retries, withheld, abandonedNanos / NANOS_PER_SECOND);
    }

    /// An attempt is made now; draws what it needs.
    void sends(int one, long now) {
        if (tries.attempt[one] > 1) {
            meter.total().retries++;
            sampler.drawAgain(index(one), tries.inputTokens[one], tries.outputTokens[one]);
        }
        tries.needs(one, sampler);
        tries.sent[one] = now;
    }

    /// An attempt that is made now asks its tenant.
    ///
    /// @return whether it may go on now; otherwise it has been refused, or is held for a while
    boolean admits(int one, AttemptCalls limited, long now) {
        if (tries.attempt[one] > 1) {
            limited.repeats(one);
        }
        limited.begins(one);
        var wait = limited.admit(one, now);
        if (wait == Unit.NEVER) {
            limited.limits.limited(0);
            failed(one, Failure.LIMITED, now);
            tries.free(one);
            return false;
        }
        limited.entered(one);
        if (wait > 0) {
            meter.entered(now);
            tries.state[one] = Tries.HELD;
            deadlines.add(one, now);
            plan(one, now + wait);
        }
        return wait == 0;
    }

    /// An attempt without a slot is turned away, by a unit or for want of any.
    void turnAway(int one, Failure why, long now) {
        if (tries.state[one] == Tries.HELD) {
            meter.gone(now);
        }
        if (calls != null) {
            calls.limits.foundNoSlot();
            calls.unsent(one, now);
            calls.left(one);
        }
        if (!tries.left[one]) {
            failed(one, why, now);
        }
        tries.free(one);
    }

    /// The provider refuses the call of an attempt in a slot for good: the client gets its 429.
    void refused(int one, AttemptCalls limited, long now) {
        if (tries.left[one]) {
            abandoned(one, now);
        } else {
            meter.interrupted(now);
            meter.gone(now);
            failed(one, Failure.LIMITED, now);
        }
        limited.left(one);
        tries.free(one);
    }

    /// A number for an attempt, as draws need it.
    long index(int one) {
        return MessageRules.index(tries.number[one], tries.attempt[one] - 1);
    }

    void plan(int one, long at) {
        if (due.isFull()) {
            due.grow();
        }
        due.add(at, one);
    }

    /// An attempt in a slot has its answer, and gives the slot back.
    void answered(int one, long now) {
        if (calls != null) {
            calls.ended(one, now);
            calls.left(one);
        }
        if (tries.left[one]) {
            abandoned(one, now);
        } else {
            backoff.refund(tries.paid[one]);
            served(one, now);
        }
        tries.free(one);
    }

    private void served(int one, long now) {
        var arrived = tries.arrived[one];
        var decoding = tries.decodingNanos[one];
        if (calls == null) {
            meter.left(arrived, tries.started[one], now, decoding);
            return;
        }
        var servedBefore = meter.total().served;
        meter.left(arrived, tries.sent[one] + calls.waited(one), now, decoding);
        if (meter.total().served > servedBefore) {
            calls.served(one, now - arrived, decoding);
        }
    }

    /// A slot is given back by work whose client has gone.
    private void abandoned(int one, long now) {
        abandonedNanos += slotNanos(one, now);
        meter.interrupted(now);
        meter.gone(now);
    }

    private long slotNanos(int one, long now) {
        return now - tries.started[one] - (calls == null ? 0 : calls.away(one));
    }

    /// The next client that gives up does so; tells its attempt, which may go on without it.
    int gaveUp(boolean firstByte, long now) {
        var one = (firstByte ? firstBytes : deadlines).removeNext();
        if (!firstByte || tries.state[one] == Tries.WAITING) {
            tries.left[one] = true;
            failed(one, firstByte ? Failure.IDLE_TIMEOUT : whenLate, now);
        }
        return one;
    }

    /// Work of a client that has gone ends, in a line or in a slot.
    void cancel(int one, long now) {
        if (tries.hasSlot(one)) {
            abandoned(one, now);
        } else {
            meter.gone(now);
        }
        if (calls != null) {
            loses(one, calls, now);
        }
        forget(one);
    }

    /// An attempt ends before its answer is there: what it took from limits comes back.
    private void loses(int one, AttemptCalls limited, long now) {
        if (!tries.hasSlot(one) && limited.hasCalled(one)) {
            limited.comesBack(one, now);
            abandonedNanos += tries.left[one] ? slotNanos(one, now) : 0;
        }
        if (tries.state[one] == Tries.HOLDING) {
            limited.limits.holding(-1, now);
        }
        if (tries.state[one] == Tries.CALLING) {
            limited.ended(one, now);
        } else {
            limited.unsent(one, now);
        }
        limited.left(one);
    }

    /// An attempt ends with its unit.
    void lost(int one, Failure why, long now) {
        if (tries.left[one]) {
            cancel(one, now);
            return;
        }
        if (tries.hasSlot(one)) {
            meter.interrupted(now);
        }
        meter.gone(now);
        if (calls != null) {
            loses(one, calls, now);
        }
        failed(one, why, now);
        forget(one);
    }

    private void forget(int one) {
        if (tries.isPlanned(one)) {
            tries.state[one] = Tries.GONE;
        } else {
            tries.free(one);
        }
    }

    /// An attempt came to nothing: its client asks again, or its request has ended.
    void failed(int one, Failure why, long now) {
        if (!backoff.wants(tries.attempt[one], why)) {
            end(why);
            return;
        }
        var price = backoff.price(why);
        if (!backoff.pays(price)) {
            withheld++;
            end(why);
            return;
        }
        var asked = calls != null && why == Failure.LIMITED ? calls.calls.refusedFor() : 0;
        var wait = backoff.wait(index(one), tries.attempt[one], asked);
        var next = tries.after(one, price);
        if (calls != null) {
            calls.follows(next, one);
        }
        plan(next, now + wait);
    }

    private void end(Failure why) {
        var total = meter.total();
        switch (why) {
            case LINE_FULL -> total.rejected++;
            case NO_TARGET -> total.foundNoTarget(1);
            case LIMITED -> {
                total.rejected++;
                if (calls != null) {
                    calls.limits.rejected();
                }
            }
            case LOST -> total.failed++;
            case CRASHED -> total.refused();
            case CLIENT_TIMEOUT -> total.timedOut++;
            case IDLE_TIMEOUT -> {
                total.timedOut++;
                total.idleTimeout++;
            }
        }
    }

    /// The run ends with these requests undecided.
    void countInFlight(long now) {
        for (var one = 0; one < tries.end(); one++) {
            if (tries.state[one] <= Tries.PLANNED && !tries.left[one]) {
                meter.total().inFlight++;
            }
            if (calls != null && tries.state[one] < Tries.PLANNED && tries.state[one] != Tries.CALLING) {
                calls.unsent(one, now);
            }
        }
    }
}
