package dev.hostlab.engine;

import java.util.Arrays;

/// What requests and attempts at them meet in [Calls], each by its place in arrays. A message of a queue has one
/// place and its attempts have others; an attempt of a client is its own request. Whoever asks again asks its
/// tenant anew, and each attempt asks the provider.
final class AttemptCalls {

    /// The provider has taken a call.
    static final long TAKEN = -1;

    private static final int FIRST = 256;

    final Calls calls;
    final LimitMeter limits;
    private int[] tenant = new int[FIRST];
    private long[] input = new long[FIRST];
    private long[] output = new long[FIRST];

    /// Calls that an attempt has made.
    private int[] made = new int[FIRST];
    /// When it last began to wait without a slot.
    private long[] since = new long[FIRST];
    /// For how long it has had no slot.
    private long[] away = new long[FIRST];
    /// The part of that in which it could have used one.
    private long[] waited = new long[FIRST];

    AttemptCalls(Calls calls) {
        this.calls = calls;
        this.limits = calls.limits;
    }

    /// A message arrives.
    ///
    /// @param told  whose it is as the arrivals tell
    /// @param drawn what was drawn for it
    void arrives(int message, long number, int told, RequestSampler drawn) {
        makeRoom(message);
        tenant[message] = calls.arrives(number, told, drawn);
        input[message] = calls.input();
        output[message] = calls.output();
    }

    private void makeRoom(int message) {
        if (message >= tenant.length) {
            tenant = Arrays.copyOf(tenant, 2 * message);
            input = Arrays.copyOf(input, 2 * message);
            output = Arrays.copyOf(output, 2 * message);
        }
    }

    /// A request is to be made again, at a place of its own.
    void follows(int next, int last) {
        makeRoom(next);
        tenant[next] = tenant[last];
        input[next] = input[last];
        output[next] = output[last];
    }

    /// It is made again.
    void repeats(int message) {
        calls.repeats(tenant[message], input[message], output[message]);
    }

    /// Asks a message's tenant before it is sent: 0 if it may be, the nanoseconds until then, or [Unit#NEVER].
    long admit(int message, long now) {
        return calls.admit(tenant[message], input[message], output[message], now);
    }

    /// A message is let in.
    void entered(int message) {
        limits.tenant(tenant[message]).inside++;
    }

    /// A message has ended.
    void left(int message) {
        limits.tenant(tenant[message]).inside--;
    }

    /// A message has its answer in time.
    void served(int message, long response, long decoding) {
        calls.served(tenant[message], response, decoding);
    }

    /// An attempt begins.
    void begins(int attempt) {
        if (attempt >= made.length) {
            made = Arrays.copyOf(made, 2 * attempt);
            since = Arrays.copyOf(since, 2 * attempt);
            away = Arrays.copyOf(away, 2 * attempt);
            waited = Arrays.copyOf(waited, 2 * attempt);
        }
        made[attempt] = 0;
        away[attempt] = 0;
        waited[attempt] = 0;
    }

    /// Asks the tenant of a message that was received before. Who may wait at the door does not wait here: what the
    /// attempt takes, those at the door wait for.
    boolean admitsAgain(int message, long now) {
        repeats(message);
        var tally = limits.tenant(tenant[message]);
        var held = tally.held;
        var wait = admit(message, now);
        tally.held = held;
        return wait != Unit.NEVER;
    }

    /// An attempt calls the model.
    ///
    /// @param number of the attempt, as draws need it
    /// @return [#TAKEN], the nanoseconds after which it calls again, or [Unit#NEVER] if it gives up
    long call(int attempt, int message, long number, long now) {
        if (made[attempt]++ > 0) {
            limits.retried();
        }
        var refusedFor = calls.call(tenant[message], input[message], output[message], now);
        if (refusedFor == 0) {
            return TAKEN;
        }
        var wait = calls.backoff(number, made[attempt], refusedFor);
        if (wait == Unit.NEVER) {
            limits.limited(0);
            calls.gaveUp(tenant[message], input[message], output[message], now);
        }
        return wait;
    }

    /// The call of an attempt has ended.
    void ended(int message, long now) {
        calls.ended(output[message], now);
    }

    /// An attempt, or a message that was never received, came to no call that was decided on.
    void unsent(int message, long now) {
        calls.unsent(tenant[message], input[message], output[message], now);
    }

    boolean hasCalled(int attempt) {
        return made[attempt] > 0;
    }

    /// An attempt gives its slot away, or wants its first one.
    void leaves(int attempt, long now) {
        since[attempt] = now;
    }

    /// An attempt could use a slot again.
    void comesBack(int attempt, long now) {
        away[attempt] += now - since[attempt];
        since[attempt] = now;
    }

    /// It has its first slot.
    void starts(int attempt, long now) {
        waited[attempt] += now - since[attempt];
    }

    /// It has one again.
    void resumes(int attempt, long now) {
        waited[attempt] += now - since[attempt];
        comesBack(attempt, now);
    }

    /// For how long an attempt had no slot.
    long away(int attempt) {
        return away[attempt];
    }

    /// For how long it waited for one after it had given it away.
    long waited(int attempt) {
        return waited[attempt];
    }
}
