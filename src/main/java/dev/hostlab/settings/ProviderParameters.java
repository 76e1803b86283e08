package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What a model provider allows the whole fleet together, what the service does with a refused call, and what the
/// tenants of the service are allowed.
public final class ProviderParameters {

    private static final String QUOTA =
            "no limit unless you give your account's quota: it differs by account, model and " + "region, and changes";
    private static final String BOTO =
            "botocore, retries in standard mode: 5 attempts in legacy mode, exponential from 1 s by 2, 20 s at most";
    private static final String NUMBER = "[0-9]{1,12}";
    private static final String TENANT = "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}( share=[0-9]{1,6}(\\.[0-9]{1,6})?)?"
            + "( (rpm|tpm|budget|spent)=" + NUMBER + "| queue| hard)*";

    /// What tenants look like.
    public static final String TENANTS_PATTERN = "none|" + TENANT + "(; ?" + TENANT + ")*";

    public static final Parameter<Integer> REQUESTS_PER_MINUTE = parameter(
            "provider.requestsPerMinute",
            0,
            whole(0, 50_000_000, "requests/min"),
            assumed(QUOTA),
            "Calls a minute that the model provider takes from the whole fleet; 0 for no limit.");

    public static final Parameter<Integer> TOKENS_PER_MINUTE = parameter(
            "provider.tokensPerMinute",
            0,
            whole(0, 50_000_000, "tokens/min"),
            assumed(QUOTA),
            "Input and output tokens together that the provider takes in a minute, as Amazon Bedrock counts; 0 for no "
                    + "limit.");

    public static final Parameter<Integer> INPUT_TOKENS_PER_MINUTE = parameter(
            "provider.inputTokensPerMinute",
            0,
            whole(0, 50_000_000, "tokens/min"),
            assumed(QUOTA),
            "Input tokens that the provider takes in a minute, as Anthropic's API counts; 0 for no limit.");

    public static final Parameter<Integer> OUTPUT_TOKENS_PER_MINUTE = parameter(
            "provider.outputTokensPerMinute",
            0,
            whole(0, 50_000_000, "tokens/min"),
            assumed(QUOTA),
            "Output tokens that the provider writes in a minute, as Anthropic's API counts; 0 for no limit.");

    public static final Parameter<Long> TOKENS_PER_DAY = parameter(
            "provider.tokensPerDay",
            0L,
            whole(0L, 100_000_000_000L, "tokens/day"),
            assumed(QUOTA + "; Amazon Bedrock's default is 1,440 times that of a minute"),
            "Input and output tokens from midnight to midnight UTC; 0 for no limit.");

    public static final Parameter<Integer> BURST_SECONDS = parameter(
            "provider.burstSeconds",
            60,
            whole(1, 60, "s"),
            assumed("limits are per minute; providers may enforce shorter times, such as 10 s"),
            "How much of a limit may be used at once: what it allows in this time. It refills all the time.");

    public static final Parameter<Boolean> RESERVES_MAX_TOKENS = parameter(
            "provider.reservesMaxTokens",
            true,
            flag(),
            documented(
                    "Amazon Bedrock user guide, 'How tokens are counted': input and max_tokens are taken at the start "
                            + "and corrected at the end; OpenAI counts max_tokens ahead too"),
            "Whether a call takes its largest possible answer from the limit until it ends.");

    public static final Parameter<Integer> MAX_TOKENS = parameter(
            "provider.maxTokens",
            1_000,
            whole(0, 2_000_000, "tokens"),
            assumed("what callers often set; where they leave it unset models reserve 64,000 to 128,000"),
            "The largest answer that callers ask for (max_tokens), taken from the limit when a call starts.");

    public static final Parameter<Integer> ATTEMPTS = parameter(
            "provider.retry.attempts",
            5,
            whole(1, 60, "attempts"),
            documented(BOTO),
            "Calls that the service makes for one request, the first included, before it passes the 429 on.");

    public static final Parameter<Double> BASE_SECONDS = parameter(
            "provider.retry.baseSeconds",
            1.0,
            seconds(0, 600),
            documented(BOTO),
            "The longest wait before the second call.");

    public static final Parameter<Double> FACTOR = parameter(
            "provider.retry.factor",
            2.0,
            real(1, 10, ""),
            documented(BOTO),
            "How many times longer each further wait may be.");

    public static final Parameter<Double> MAX_SECONDS = parameter(
            "provider.retry.maxSeconds",
            20.0,
            seconds(0, 86_400),
            documented(BOTO),
            "The longest wait before a call; a provider that asks for more is not asked again.");

    public static final Parameter<Boolean> JITTER = parameter(
            "provider.retry.jitter",
            true,
            flag(),
            documented("Brooker, 'Exponential Backoff And Jitter', AWS Architecture Blog (2015): full jitter"),
            "Whether a wait is drawn between 0 and its longest; without, all wait their longest.");

    public static final Parameter<Boolean> HONOURS_RETRY_AFTER = parameter(
            "provider.retry.honoursRetryAfter",
            true,
            flag(),
            documented("Anthropic API, 'Rate limits': retry-after says how long to wait; earlier retries fail"),
            "Whether the service waits at least as long as retry-after says.");

    public static final Parameter<Boolean> RELEASES_SLOT = parameter(
            "provider.retry.releasesSlot",
            false,
            flag(),
            assumed("gateways mostly sleep within the request"),
            "Whether a request gives its slot away while it waits to call again.");

    public static final Parameter<String> TENANTS = parameter(
            "service.tenants",
            "none",
            text(
                    TENANTS_PATTERN,
                    "none, or tenants like acme share=3 tpm=40000 queue; beta share=1 rpm=60 budget=5000000 spent=0 hard"),
            assumed("one tenant unless the workload or you name them"),
            "Who the requests belong to: each with its share of the traffic, and where it has them its limits of requests "
                    + "and tokens a minute (429, or with 'queue' a wait) and its monthly token budget ('hard' stops, "
                    + "otherwise it only warns). Without shares they are the workload's tenants with the requests that "
                    + "it says are theirs, and tenants that are not named have no limits.");

    public static final Parameter<Double> BUDGET_WARNING_PERCENT = parameter(
            "service.budgetWarningPercent",
            80.0,
            real(1, 100, "%"),
            assumed("a usual first threshold of budget alerts"),
            "How much of a tenant's monthly token budget is used when its warning is given.");

    public static final List<Parameter<?>> ALL = List.of(
            REQUESTS_PER_MINUTE,
            TOKENS_PER_MINUTE,
            INPUT_TOKENS_PER_MINUTE,
            OUTPUT_TOKENS_PER_MINUTE,
            TOKENS_PER_DAY,
            BURST_SECONDS,
            RESERVES_MAX_TOKENS,
            MAX_TOKENS,
            ATTEMPTS,
            BASE_SECONDS,
            FACTOR,
            MAX_SECONDS,
            JITTER,
            HONOURS_RETRY_AFTER,
            RELEASES_SLOT,
            TENANTS,
            BUDGET_WARNING_PERCENT);

    private ProviderParameters() {}
}
