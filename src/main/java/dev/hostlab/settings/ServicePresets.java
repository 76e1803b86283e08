package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.measured;

import dev.hostlab.settings.PresetTable.Row;
import java.util.List;
import java.util.stream.Stream;

/// Usual values for eight kinds of service. Columns: a JSON API, an LLM proxy in Python, the same in a compiled
/// language, a worker that answers questions from documents, a worker that pulls jobs from a queue, the two
/// proxies without streaming, and a model server with a GPU of its own.
public final class ServicePresets {

    private static final List<Row<?>> WORK = List.of(
            new Row<>(
                    ServiceParameters.KIND,
                    List.of("web", "web", "web", "queue-worker", "queue-worker", "web", "web", "web"),
                    assumed("what such services mostly are")),
            new Row<>(
                    ServiceParameters.CONCURRENCY,
                    List.of(32, 10, 128, 8, 4, 10, 128, 16),
                    assumed(
                            "threads of a usual web server; workers of a Python gateway; goroutines; jobs held in memory"
                                    + "; a batch of a model server")),
            new Row<>(
                    ServiceParameters.CPU_MS_PER_REQUEST,
                    List.of(20.0, 8.0, 0.8, 60.0, 200.0, 8.0, 0.8, 5.0),
                    assumed(
                            "LiteLLM's benchmarks give 4 to 40 ms for a Python gateway, a compiled one takes a tenth; an interpreted"
                                    + " web framework with an ORM takes 5 to 60; workers are guesses"
                                    + "; a model server mostly waits for its GPU")),
            new Row<>(
                    ServiceParameters.CPU_CV,
                    List.of(0.5, 0.5, 0.5, 0.5, 1.0, 0.5, 0.5, 0.5),
                    assumed("jobs of a queue differ more than requests of an API")),
            new Row<>(
                    ServiceParameters.CPU_US_PER_INPUT_TOKEN,
                    List.of(0.0, 2.0, 0.2, 2.0, 0.0, 2.0, 0.2, 1.0),
                    assumed(
                            "counting tokens takes 0 to 10 µs each in Python, a tenth of that when compiled (litellm issue"
                                    + " 9145)")),
            new Row<>(
                    ServiceParameters.CPU_MS_PER_OUTPUT_TOKEN,
                    List.of(0.0, 0.3, 0.03, 0.05, 0.0, 0.05, 0.005, 0.05),
                    assumed(
                            "0.02 to 1 ms a streamed token in Python, a tenth of that when compiled (litellm issue 13505); less"
                                    + " where the answer comes in one piece")));

    private static final List<Row<?>> UPSTREAM = List.of(
            new Row<>(
                    ServiceParameters.UPSTREAM_MS,
                    List.of(20.0, 784.0, 784.0, 1_000.0, 300.0, 784.0, 784.0, 100.0),
                    assumed(
                            "database; first token with median 0.6 s and p95 2 s, which is 784 ms in the mean; the same after 0.2 s"
                                    + " for embedding and search; a few calls"
                                    + "; a model server waits for its own GPU")),
            new Row<>(
                    ServiceParameters.UPSTREAM_CV,
                    List.of(1.0, 0.84, 0.84, 0.84, 1.0, 0.84, 0.84, 0.5),
                    assumed("first token: lognormal with median 0.6 s and p95 2 s has 0.84; others as an exponential")),
            new Row<>(
                    ServiceParameters.UPSTREAM_MS_PER_INPUT_TOKEN,
                    List.of(0.0, 0.15, 0.15, 0.15, 0.0, 0.15, 0.15, 0.2),
                    assumed("within LLMPerf leaderboard's first-token times (2023)"
                            + "; a GPU of 24 GB reads some 5,000 tokens of an 8B model a second")),
            new Row<>(
                    ServiceParameters.UPSTREAM_TOKENS_PER_SECOND,
                    List.of(0.0, 70.0, 70.0, 70.0, 0.0, 70.0, 70.0, 30.0),
                    assumed("20 to 200 tokens a second in the LLMPerf leaderboard (2023) and small tests of 2026"
                            + "; 30 for each of a batch of 16 of an 8B model on one GPU of 24 GB")),
            new Row<>(
                    ServiceParameters.STALL_PROBABILITY,
                    List.of(0.0, 0.005, 0.005, 0.005, 0.0, 0.005, 0.005, 0.0),
                    assumed("queueing at some hosts in the LLMPerf leaderboard (2023); 20 to 60 s each")),
            new Row<>(
                    ServiceParameters.INPUT_TOKENS,
                    List.of(0.0, 1_155.0, 1_155.0, 2_048.0, 0.0, 1_155.0, 1_155.0, 1_155.0),
                    measured(
                            "Azure LLM inference trace 2023: mean of conversation, and of code for the longer prompts with"
                                    + " documents")),
            new Row<>(
                    ServiceParameters.OUTPUT_TOKENS,
                    List.of(0.0, 211.0, 211.0, 211.0, 0.0, 211.0, 211.0, 211.0),
                    measured("Azure LLM inference trace 2023: mean of conversation")),
            new Row<>(
                    ServiceParameters.STREAMING,
                    List.of(false, true, true, false, false, false, false, true),
                    assumed("people read along with a proxy; a worker stores its answer"
                            + "; buffered gateways wait for the whole answer")));

    private static final List<Row<?>> TRAFFIC = List.of(
            new Row<>(
                    TrafficParameters.REQUEST_BYTES,
                    List.of(2_000.0, 6_000.0, 6_000.0, 1_000.0, 1_000.0, 6_000.0, 6_000.0, 6_000.0),
                    assumed("about 4 bytes a token of the prompt; a message names its documents")),
            new Row<>(
                    TrafficParameters.RESPONSE_BYTES,
                    List.of(10_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0, 1_000.0),
                    assumed("a small JSON document; headers where tokens follow")),
            new Row<>(
                    TrafficParameters.BYTES_PER_OUTPUT_TOKEN,
                    List.of(0.0, 250.0, 250.0, 4.0, 0.0, 4.0, 4.0, 250.0),
                    assumed("framing of server-sent events makes 250 bytes of a token; text has about 4")),
            new Row<>(
                    BillingParameters.UPSTREAM_SENT_BYTES,
                    List.of(0.0, 6_000.0, 6_000.0, 9_000.0, 0.0, 6_000.0, 6_000.0, 0.0),
                    assumed(
                            "a provider of models is called over the internet, with the prompt at 4 bytes a token; set 0 where"
                                    + " yours is in the region, as Amazon Bedrock may be")),
            new Row<>(
                    BillingParameters.UPSTREAM_RECEIVED_BYTES,
                    List.of(0.0, 54_000.0, 54_000.0, 2_000.0, 0.0, 2_000.0, 2_000.0, 0.0),
                    assumed(
                            "its answer of 211 tokens, at 250 bytes each where it is streamed and at 4 in one piece; only NAT"
                                    + " gateways charge it")),
            new Row<>(
                    TrafficParameters.LOG_BYTES_PER_REQUEST,
                    List.of(500.0, 1_000.0, 1_000.0, 1_000.0, 500.0, 1_000.0, 1_000.0, 1_000.0),
                    assumed("a line or two of structured log, without prompts")),
            new Row<>(
                    TrafficParameters.CLIENT_TIMEOUT_SECONDS,
                    List.of(10.0, 60.0, 60.0, 0.0, 0.0, 60.0, 60.0, 60.0),
                    assumed("people wait 10 s for a page and a minute for a model; a queue waits for ever")));

    private static final List<Row<?>> PACKAGE = List.of(
            new Row<>(
                    ServiceParameters.IMAGE_MB,
                    List.of(200.0, 400.0, 30.0, 900.0, 300.0, 400.0, 30.0, 8_000.0),
                    assumed("Python gateways pull about 400 MB, static binaries 30, retrieval libraries 900; compressed"
                            + "; images of model servers with CUDA about 8 GB")),
            new Row<>(
                    ServiceParameters.START_SECONDS,
                    List.of(8.0, 15.0, 2.0, 20.0, 5.0, 15.0, 2.0, 180.0),
                    assumed("imports of Python libraries take longest; measure yours"
                            + "; loading 16 GB of weights takes minutes")),
            new Row<>(
                    ServiceParameters.MEMORY_MB_BASE,
                    List.of(300.0, 300.0, 60.0, 700.0, 300.0, 300.0, 60.0, 8_000.0),
                    assumed("fitted to LiteLLM: 300 MB at rest; retrieval libraries take more"
                            + "; a model server takes gigabytes beside its GPU")),
            new Row<>(
                    ServiceParameters.MEMORY_MB_PER_REQUEST,
                    List.of(0.5, 0.5, 0.2, 20.0, 20.0, 0.5, 0.2, 2.0),
                    assumed("fitted to LiteLLM: 0.5 MB in flight; workers hold documents or jobs")),
            new Row<>(
                    TaskParameters.VCPU,
                    List.of(0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 4.0),
                    assumed("one interpreter or event loop keeps one vCPU busy; a small API scales in smaller steps"
                            + "; the smallest GPU instances have 4 and one GPU")),
            new Row<>(TaskParameters.GPUS, List.of(0, 0, 0, 0, 0, 0, 0, 1), assumed("only a model server needs one")),
            new Row<>(
                    TaskParameters.MEMORY_GIB,
                    List.of(1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 12.0),
                    assumed("the least that Fargate sells with one vCPU; as much for each vCPU with half of one"
                            + "; what a task can have of their 16 GiB")),
            new Row<>(
                    TaskParameters.P95_MS,
                    List.of(250.0, 15_000.0, 15_000.0, 60_000.0, 60_000.0, 15_000.0, 15_000.0, 15_000.0),
                    assumed(
                            "a fast page; a whole answer of 450 tokens takes 9 s without waiting; a job within a minute")));

    public static final PresetTable TABLE = new PresetTable(
            List.of(
                    "json-api",
                    "llm-proxy-python",
                    "llm-proxy-compiled",
                    "retrieval-worker",
                    "queue-worker",
                    "llm-proxy-python-buffered",
                    "llm-proxy-compiled-buffered",
                    "gpu-inference"),
            Stream.of(WORK, UPSTREAM, TRAFFIC, PACKAGE)
                    .<Row<?>>flatMap(List::stream)
                    .toList());

    private ServicePresets() {}
}
