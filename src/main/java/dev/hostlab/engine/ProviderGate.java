package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import org.jspecify.annotations.Nullable;

/// The limits of a model provider, which all units of a fleet share: a bucket for each kind of limit, and a count of
/// the day.
///
/// A call needs all of them at once. With reservation it takes its input and its largest answer when it starts and
/// gets back what it did not use at its end (AWS, "How tokens are counted in Amazon Bedrock"); without, it takes its
/// input at the start and its answer at the end, so that buckets of output may owe for a while.
final class ProviderGate {

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final Access.Provider limits;
    private final @Nullable TokenBucket requests;
    private final @Nullable TokenBucket tokens;
    private final @Nullable TokenBucket input;
    private final @Nullable TokenBucket output;
    private final long nanosOfDay;
    private long day;
    private long usedToday;

    /// @param secondsOfDay where in its day the run starts, from midnight UTC
    ProviderGate(Access.Provider limits, double secondsOfDay) {
        this.limits = limits;
        requests = bucket(limits.requestsPerMinute());
        tokens = bucket(limits.tokensPerMinute());
        input = bucket(limits.inputTokensPerMinute());
        output = bucket(limits.outputTokensPerMinute());
        nanosOfDay = (long) (secondsOfDay * 1e9);
    }

    private @Nullable TokenBucket bucket(long perMinute) {
        return perMinute == 0 ? null : new TokenBucket(perMinute, limits.burstSeconds());
    }

    /// Asks for a call that reads and will write so many tokens.
    ///
    /// @return 0 if it may start; otherwise the nanoseconds after which it may, if nobody else asks: what
    ///         `retry-after` says. [Unit#NEVER] where it never may.
    long ask(long inputTokens, long now) {
        var answer = limits.reserves() ? limits.maxTokens() : 0;
        var wait = Math.max(
                Math.max(nanosUntil(requests, 1, now), nanosUntil(tokens, inputTokens + answer, now)),
                Math.max(nanosUntil(input, inputTokens, now), nanosUntil(output, answer, now)));
        wait = Math.max(wait, nanosUntilDayAllows(inputTokens + answer, now));
        if (wait > 0) {
            return wait;
        }
        take(requests, 1, now);
        take(tokens, inputTokens + answer, now);
        take(input, inputTokens, now);
        take(output, answer, now);
        usedToday += inputTokens + answer;
        return 0;
    }

    boolean limitsTokens() {
        return tokens != null || input != null || output != null || limits.tokensPerDay() > 0;
    }

    /// Takes the largest share of so many tokens that is there, whatever calls it belongs to; they count as
    /// requests of nobody.
    ///
    /// @return 0 to 1
    double grant(double inputTokens, double outputTokens, long now) {
        var all = inputTokens + outputTokens;
        var share = Math.min(
                share(tokens, all, now), Math.min(share(input, inputTokens, now), share(output, outputTokens, now)));
        if (limits.tokensPerDay() > 0) {
            openDay(now);
            share = Math.clamp((limits.tokensPerDay() - usedToday) / all, 0, share);
        }
        var takenInput = Math.round(share * inputTokens);
        var taken = Math.round(share * all);
        take(tokens, taken, now);
        take(input, takenInput, now);
        take(output, taken - takenInput, now);
        usedToday += taken;
        return share;
    }

    private static double share(@Nullable TokenBucket bucket, double wanted, long now) {
        return bucket == null || wanted <= 0 ? 1 : Math.clamp(bucket.available(now) / wanted, 0, 1);
    }

    /// A call that was let through has ended with an answer of so many tokens.
    void ended(long outputTokens, long now) {
        var unused = (limits.reserves() ? limits.maxTokens() : 0) - outputTokens;
        giveBack(tokens, unused, now);
        giveBack(output, unused, now);
        openDay(now);
        usedToday = Math.max(0, usedToday - unused);
    }

    private long nanosUntilDayAllows(long amount, long now) {
        if (limits.tokensPerDay() == 0) {
            return 0;
        }
        openDay(now);
        if (amount > limits.tokensPerDay()) {
            return Unit.NEVER;
        }
        return usedToday + amount <= limits.tokensPerDay() ? 0 : (day + 1) * NANOS_PER_DAY - nanosOfDay - now;
    }

    private void openDay(long now) {
        var today = (nanosOfDay + now) / NANOS_PER_DAY;
        if (today > day) {
            day = today;
            usedToday = 0;
        }
    }

    private static long nanosUntil(@Nullable TokenBucket bucket, long amount, long now) {
        return bucket == null ? 0 : bucket.nanosUntil(amount, now);
    }

    private static void take(@Nullable TokenBucket bucket, long amount, long now) {
        if (bucket != null) {
            bucket.take(amount, now);
        }
    }

    private static void giveBack(@Nullable TokenBucket bucket, long amount, long now) {
        if (bucket != null) {
            bucket.giveBack(amount, now);
        }
    }
}
