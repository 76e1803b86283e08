package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What clients of a web service do with an error or a timeout. Without effect on workers.
public final class ClientParameters {

    private static final String BOTO = "botocore, retries/standard.py: up to 1 s, 2 s, 4 s … at random, 20 s at most";

    public static final Parameter<Integer> ATTEMPTS = parameter(
            "client.retry.attempts",
            1,
            whole(1, 20, "attempts"),
            assumed("clients ask once unless you say otherwise; AWS SDKs ask 3 times in standard mode"),
            "Attempts that a client makes at one request, the first included, while it gets errors (429, 502, 503, 504)"
                    + " or no answer in time.");

    public static final Parameter<Double> BASE_SECONDS = parameter(
            "client.retry.baseSeconds",
            1.0,
            seconds(0, 600),
            documented(BOTO),
            "The longest wait before the second attempt; 0 asks again at once.");

    public static final Parameter<Double> FACTOR = parameter(
            "client.retry.factor",
            2.0,
            real(1, 10, ""),
            documented(BOTO),
            "How many times longer each further wait may be.");

    public static final Parameter<Double> MAX_SECONDS = parameter(
            "client.retry.maxSeconds",
            20.0,
            seconds(0, 3_600),
            documented(BOTO),
            "The longest wait before an attempt.");

    public static final Parameter<Boolean> JITTER = parameter(
            "client.retry.jitter",
            true,
            flag(),
            documented("Brooker, 'Exponential Backoff And Jitter', AWS Architecture Blog (2015): full jitter"),
            "Whether a wait is drawn between 0 and its longest; without, all wait their longest.");

    public static final Parameter<Boolean> HONOURS_RETRY_AFTER = parameter(
            "client.retry.honoursRetryAfter",
            true,
            flag(),
            documented("openai-python and anthropic-sdk-python, _base_client.py: retry-after is waited for unless it is"
                    + " longer than the longest wait"),
            "Whether a client that gets 429 for a provider's or its tenant's limit waits at least as long as retry-after"
                    + " says, up to client.retry.maxSeconds.");

    public static final Parameter<Boolean> TIMEOUTS = parameter(
            "client.retry.timeouts",
            true,
            flag(),
            documented("botocore, retries/standard.py: timeouts are retried like 500, 502, 503 and 504"),
            "Whether a client asks again when its timeout passed, as it does after an error.");

    public static final Parameter<Integer> QUOTA = parameter(
            "client.retry.quota",
            0,
            whole(0, 50_000_000, "tokens"),
            assumed("no quota unless you give one; in botocore (retries/quota.py) each client has 500 tokens: a retry"
                    + " takes 5, or 10 after a timeout, and an answer gives back what its retry took, or 1"),
            "Tokens in the bucket that all clients together pay their retries from, full at the start; 0 for no bucket.");

    public static final Parameter<Boolean> CANCELS_WORK = parameter(
            "client.cancelsWork",
            false,
            flag(),
            assumed("most frameworks do not notice that a client has gone"),
            "Whether work in a slot ends when its client gives up; service.cancelsAbandoned is for waiting work.");

    public static final List<Parameter<?>> ALL = List.of(
            ATTEMPTS, BASE_SECONDS, FACTOR, MAX_SECONDS, JITTER, HONOURS_RETRY_AFTER, TIMEOUTS, QUOTA, CANCELS_WORK);

    private ClientParameters() {}
}
