package dev.hostlab.engine;

import dev.hostlab.workload.ClientRetries;
import dev.hostlab.workload.ServiceModel;

/// What clients do: they wait for an answer as long as they are patient, and ask again after an error or a timeout
/// while they may. Keeps count of what becomes of each request, whose outcome is that of its last attempt.
///
/// Backoff and quota are those of AWS SDKs. Source: botocore, retries/standard.py and retries/quota.py, read
/// 2026-11-23.
final class ClientDesk {

    /// Why an attempt came to nothing.
    enum Failure {
        LINE_FULL,
        NO_TARGET,
        LOST,
        CRASHED,
        CLIENT_TIMEOUT,
        IDLE_TIMEOUT
    }

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PRICE_OF_RETRY = 5;
    private static final int PRICE_AFTER_TIMEOUT = 10;

    final Tries tries = new Tries();
    final Meter meter;
    final UpstreamWaits due = new UpstreamWaits(1_024);
    final Deadlines deadlines;
    final Deadlines firstBytes;
    final boolean cancelsWaiting;
    final boolean cancelsWork;

    private final ClientRetries retries;
    private final RequestSampler sampler;
    private final Failure whenLate;
    private final long backoffKey;
    private long quota;
    private long withheld;
    private long abandonedNanos;

    /// @param sampler draws what an attempt needs
    ClientDesk(ServiceModel.Clients clients, Meter meter, RunId run, RequestSampler sampler) {
        this.retries = clients.retries();
        this.meter = meter;
        this.sampler = sampler;
        this.whenLate = clients.leftByLoadBalancer() ? Failure.IDLE_TIMEOUT : Failure.CLIENT_TIMEOUT;
        this.cancelsWaiting = clients.cancelsAbandoned();
        this.cancelsWork = retries.cancels();
        this.backoffKey = run.key(Stream.CLIENT_BACKOFF);
        this.quota = retries.quota();
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
        if (tries.left[one]) {
            abandoned(one, now);
        } else {
            refund(one);
            meter.left(tries.arrived[one], tries.started[one], now, tries.decodingNanos[one]);
        }
        tries.free(one);
    }

    /// A slot is given back by work whose client has gone.
    private void abandoned(int one, long now) {
        abandonedNanos += now - tries.started[one];
        meter.interrupted(now);
        meter.gone(now);
    }

    private void refund(int one) {
        if (retries.quota() > 0) {
            quota = Math.min(retries.quota(), quota + Math.max(1, tries.paid[one]));
        }
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
        forget(one);
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
        failed(one, why, now);
        forget(one);
    }

    private void forget(int one) {
        if (tries.state[one] == Tries.CALLING) {
            tries.state[one] = Tries.GONE;
        } else {
            tries.free(one);
        }
    }

    /// An attempt came to nothing: its client asks again, or its request has ended.
    void failed(int one, Failure why, long now) {
        var timedOut = why == Failure.CLIENT_TIMEOUT;
        if (tries.attempt[one] >= retries.attempts() || (timedOut && !retries.timeouts())) {
            end(why);
            return;
        }
        var price = retries.quota() == 0 ? 0 : timedOut ? PRICE_AFTER_TIMEOUT : PRICE_OF_RETRY;
        if (price > quota) {
            withheld++;
            end(why);
            return;
        }
        quota -= price;
        var wait = backoff(one);
        plan(tries.after(one, price), now + wait);
    }

    /// Truncated exponential backoff with full jitter.
    private long backoff(int one) {
        var attempt = tries.attempt[one];
        var longest =
                Math.min(retries.maxSeconds(), retries.baseSeconds() * StrictMath.pow(retries.factor(), attempt - 1.0));
        var part = retries.jitter() ? Draws.unit(Draws.bits(backoffKey, index(one))) : 1;
        return (long) (longest * NANOS_PER_SECOND * part);
    }

    private void end(Failure why) {
        var total = meter.total();
        switch (why) {
            case LINE_FULL -> total.rejected++;
            case NO_TARGET -> total.foundNoTarget(1);
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
    void countInFlight() {
        for (var one = 0; one < tries.end(); one++) {
            if (tries.state[one] <= Tries.PLANNED && !tries.left[one]) {
                meter.total().inFlight++;
            }
        }
    }
}
