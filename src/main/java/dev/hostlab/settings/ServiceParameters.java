package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The service being hosted: the CPU work of a request, and what it waits for while it holds a slot.
///
/// A request holds one of its task's slots from its first to its last instant: first CPU work, then the wait for
/// whatever is upstream. Waiting holds the slot but no CPU.
public final class ServiceParameters {

    public static final Parameter<String> PRESET = parameter(
            "service.preset",
            "json-api",
            choice(
                    "json-api",
                    "llm-proxy-python",
                    "llm-proxy-compiled",
                    "retrieval-worker",
                    "queue-worker",
                    "llm-proxy-python-buffered",
                    "llm-proxy-compiled-buffered",
                    "gpu-inference"),
            assumed("chosen by the trace's columns: tokens, queue depth or neither"),
            "The kind of service whose usual values are filled in wherever you give none.");

    public static final Parameter<String> KIND = parameter(
            "service.kind",
            "web",
            choice("web", "queue-worker"),
            assumed("a plain JSON API; the service preset may say otherwise"),
            "Whether a load balancer pushes each request to a task at once, or tasks pull from one central "
                    + "queue.");

    public static final Parameter<Integer> CONCURRENCY = parameter(
            "service.concurrency",
            32,
            whole(1, 10_000, "slots"),
            assumed("a plain JSON API; the service preset may say otherwise"),
            "Slots of one task: requests that it works on at the same time.");

    public static final Parameter<Double> CPU_MS_PER_REQUEST = parameter(
            "service.cpuMsPerRequest",
            4.0,
            real(0, 600_000, "ms"),
            assumed("a plain JSON API; the service preset may say otherwise"),
            "Mean CPU time of one request on one vCPU, without what its tokens cost.");

    public static final Parameter<Double> CPU_CV = parameter(
            "service.cpuCv",
            0.5,
            real(0, 10, ""),
            assumed("no public distribution found; 0 makes every request alike"),
            "Spread of the CPU time between requests: standard deviation over mean, lognormal.");

    public static final Parameter<Double> CPU_US_PER_INPUT_TOKEN = parameter(
            "service.cpuUsPerInputToken",
            0.0,
            real(0, 1_000, "µs"),
            assumed("no tokens; Python gateways that count tokens take 0 to 10 µs, fitted to public LiteLLM "
                    + "benchmarks and threads; the llm presets set it"),
            "CPU time for each input token, such as counting it.");

    public static final Parameter<Double> CPU_MS_PER_OUTPUT_TOKEN = parameter(
            "service.cpuMsPerOutputToken",
            0.0,
            real(0, 100, "ms"),
            assumed("no tokens; one user saw up to 1 ms in a Python gateway (litellm issue 13505), fitted to public "
                    + "LiteLLM benchmarks and threads; the llm presets set it"),
            "CPU time for each output token that is passed on.");

    public static final Parameter<Double> UPSTREAM_MS = parameter(
            "service.upstreamMs",
            20.0,
            real(0, 3_600_000, "ms"),
            assumed("one or two database calls; the llm presets set the time to the first token"),
            "Mean fixed wait for what is upstream: a database, or a model's first token.");

    public static final Parameter<Double> UPSTREAM_CV = parameter(
            "service.upstreamCv",
            1.0,
            real(0, 10, ""),
            assumed("waits for databases and models are skewed; 1 is as spread as an exponential"),
            "Spread of that wait: standard deviation over mean, lognormal.");

    public static final Parameter<Double> UPSTREAM_MS_PER_INPUT_TOKEN = parameter(
            "service.upstreamMsPerInputToken",
            0.0,
            real(0, 100, "ms"),
            assumed("no tokens; LLMPerf leaderboard raw data (2023) and small tests of 2026; the llm presets set it"),
            "More wait upstream for each input token: reading the prompt.");

    public static final Parameter<Double> UPSTREAM_TOKENS_PER_SECOND = parameter(
            "service.upstreamTokensPerSecond",
            0.0,
            real(0, 10_000, "tokens/s"),
            assumed("no tokens; hosted models give 20 to 200, LLMPerf leaderboard raw data (2023) and small tests of "
                    + "2026; the llm presets set it"),
            "Speed at which the model writes its answer, from the mean time of a token; 0 when there is none to write.");

    public static final Parameter<Double> UPSTREAM_TOKENS_CV = parameter(
            "service.upstreamTokensCv",
            0.36,
            real(0, 5, ""),
            assumed("a lognormal with sigma 0.35, within the spread of the LLMPerf leaderboard"),
            "Spread of that time between requests: standard deviation over mean, lognormal.");

    public static final Parameter<Double> STALL_PROBABILITY = parameter(
            "service.stallProbability",
            0.0,
            share(),
            assumed("none for a database; the slow tail of hosted models is 20 s and more, LLMPerf leaderboard raw "
                    + "data (2023) and small tests of 2026; the llm presets set it"),
            "Share of requests whose upstream stalls for a while.");

    public static final Parameter<Double> STALL_MIN_SECONDS = parameter(
            "service.stallMinSeconds",
            20.0,
            seconds(0, 3_600),
            assumed("the slow tail of the LLMPerf leaderboard's raw data (2023): 24 s at p95, 64 s at p99"),
            "The shortest stall; stalls are uniform between the two.");

    public static final Parameter<Double> STALL_MAX_SECONDS = parameter(
            "service.stallMaxSeconds",
            60.0,
            seconds(0, 3_600),
            assumed("the slow tail of the LLMPerf leaderboard's raw data (2023): 24 s at p95, 64 s at p99"),
            "The longest stall.");

    public static final Parameter<Double> INPUT_TOKENS = parameter(
            "service.inputTokens",
            0.0,
            real(0, 2_000_000, "tokens"),
            assumed("no tokens; the llm presets take the mean of Azure's conversation trace"),
            "Mean input tokens of a request where the trace has none.");

    public static final Parameter<Double> OUTPUT_TOKENS = parameter(
            "service.outputTokens",
            0.0,
            real(0, 2_000_000, "tokens"),
            assumed("no tokens; the llm presets take the mean of Azure's conversation trace"),
            "Mean output tokens of a request where the trace has none.");

    public static final Parameter<Double> TOKENS_CV = parameter(
            "service.tokensCv",
            0.9,
            real(0, 10, ""),
            measured("Azure LLM inference trace 2023, conversation: about 0.9 by its quantiles"),
            "Spread of tokens between the requests of one bin: standard deviation over mean, lognormal.");

    public static final Parameter<Boolean> STREAMING = parameter(
            "service.streaming",
            false,
            flag(),
            assumed("a plain JSON API; the service preset may say otherwise"),
            "Whether an answer flows out while it is written, which keeps the load balancer's idle timeout "
                    + "from striking.");

    public static final Parameter<Double> IMAGE_MB = parameter(
            "service.imageMb",
            200.0,
            real(1, 20_000, "MB"),
            assumed("a small runtime and its libraries"),
            "Size of the container image, compressed, as it is pulled.");

    public static final Parameter<Double> START_SECONDS = parameter(
            "service.startSeconds",
            8.0,
            seconds(0, 3_600),
            assumed("a small application; measure yours"),
            "Time from the container's start until the application takes requests.");

    public static final Parameter<Double> MEMORY_MB_BASE = parameter(
            "service.memoryMbBase",
            300.0,
            real(0, 500_000, "MB"),
            assumed("a small runtime; LiteLLM needs about as much"),
            "Memory of a task at rest.");

    public static final Parameter<Double> MEMORY_MB_PER_REQUEST = parameter(
            "service.memoryMbPerRequest",
            0.5,
            real(0, 100_000, "MB"),
            assumed("fitted to LiteLLM; small requests need less"),
            "More memory for each request in work.");

    public static final Parameter<Integer> QUEUE_LIMIT = parameter(
            "service.queueLimit",
            1_024,
            whole(0, 10_000_000, "requests"),
            assumed("the usual listen backlog of web servers times a few"),
            "Requests that may wait at one task; the next one is rejected. Not for the central queue of " + "workers.");

    public static final List<Parameter<?>> ALL = List.of(
            PRESET,
            KIND,
            CONCURRENCY,
            CPU_MS_PER_REQUEST,
            CPU_CV,
            CPU_US_PER_INPUT_TOKEN,
            CPU_MS_PER_OUTPUT_TOKEN,
            UPSTREAM_MS,
            UPSTREAM_CV,
            UPSTREAM_MS_PER_INPUT_TOKEN,
            UPSTREAM_TOKENS_PER_SECOND,
            UPSTREAM_TOKENS_CV,
            STALL_PROBABILITY,
            STALL_MIN_SECONDS,
            STALL_MAX_SECONDS,
            INPUT_TOKENS,
            OUTPUT_TOKENS,
            TOKENS_CV,
            STREAMING,
            IMAGE_MB,
            START_SECONDS,
            MEMORY_MB_BASE,
            MEMORY_MB_PER_REQUEST,
            QUEUE_LIMIT);

    private ServiceParameters() {}
}
