package dev.hostlab.engine;

import dev.hostlab.workload.Access;
import dev.hostlab.workload.ServiceModel;

/// Draws what each request needs: CPU time, upstream wait, tokens. Compiled once from a service model; the tables
/// are shared by all runs, the drawn values belong to one.
final class RequestSampler {

    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServiceModel service;
    private final Factors factors;
    private final boolean traceHasTokens;
    private final boolean hasTokens;
    private final boolean plainWait;
    private final long cpuKey;
    private final long upstreamKey;
    private final long decodingKey;
    private final long stallKey;
    private final long inputKey;
    private final long outputKey;

    private long cpuNanos;
    private long upstreamNanos;
    private long decodingNanos;
    private double inputTokens;
    private double outputTokens;

    /// The factor tables of one service model, immutable and shared.
    record Factors(Factor cpu, Factor upstream, Factor decoding, Factor tokens) {

        static Factors of(ServiceModel service) {
            return new Factors(
                    Factor.of(service.cpu().variation()),
                    Factor.of(service.upstream().variation()),
                    Factor.of(service.upstream().decoding().variation()),
                    Factor.of(service.tokens().variation()));
        }
    }

    RequestSampler(ServiceModel service, Factors factors, boolean traceHasTokens, RunId run) {
        this.service = service;
        this.factors = factors;
        this.traceHasTokens = traceHasTokens;
        this.hasTokens = traceHasTokens
                || service.tokens().meanInput() > 0
                || service.tokens().meanOutput() > 0;
        this.plainWait = isPlainWait();
        cpuKey = run.key(Stream.CPU);
        upstreamKey = run.key(Stream.UPSTREAM);
        decodingKey = run.key(Stream.DECODING);
        stallKey = run.key(Stream.STALL);
        inputKey = run.key(Stream.INPUT_TOKENS);
        outputKey = run.key(Stream.OUTPUT_TOKENS);
    }

    /// Draws for request `index`; the tokens are the trace's, and not looked at where it has none.
    void draw(long index, double traceInputTokens, double traceOutputTokens) {
        if (traceHasTokens) {
            inputTokens = traceInputTokens;
            outputTokens = traceOutputTokens;
        } else if (service.tokens().meanInput() > 0 || service.tokens().meanOutput() > 0) {
            inputTokens = service.tokens().meanInput() * factors.tokens.at(Draws.bits(inputKey, index));
            outputTokens = service.tokens().meanOutput() * factors.tokens.at(Draws.bits(outputKey, index));
        }
        drawCpu(index);
        drawUpstream(index);
    }

    /// Draws times for one more attempt at a request whose tokens are known.
    ///
    /// @param index of the attempt, unlike that of any request
    void drawAgain(long index, double input, double output) {
        inputTokens = input;
        outputTokens = output;
        drawCpu(index);
        drawUpstream(index);
    }

    /// Draws for a batch of requests from number `first` on whose arrivals and tokens are there.
    void fill(RequestBatch batch, long first) {
        if (plainWait) {
            factors.upstream.fill(batch.factors, upstreamKey, first);
            for (var index = 0; index < RequestBatch.SIZE; index++) {
                batch.hold[index] = (long) (service.upstream().ms() * batch.factors[index] * NANOS_PER_MS);
            }
            return;
        }
        for (var index = 0; index < RequestBatch.SIZE; index++) {
            draw(first + index, batch.inputTokens[index], batch.outputTokens[index]);
            batch.inputTokens[index] = inputTokens;
            batch.outputTokens[index] = outputTokens;
            batch.cpu[index] = cpuNanos;
            batch.decoding[index] = decodingNanos;
            batch.hold[index] = cpuNanos + upstreamNanos;
        }
    }

    /// Whether requests have tokens, from the trace or drawn.
    boolean hasTokens() {
        return hasTokens;
    }

    /// Whether requests need CPU time at all.
    boolean needsCpu() {
        var cpu = service.cpu();
        return cpu.msPerRequest() > 0 || cpu.msPerOutputToken() > 0 || cpu.usPerInputToken() > 0;
    }

    /// The longest time that a request can need of a slot where CPU time is not shared, in milliseconds; infinite
    /// where there is no bound.
    double longestMs() {
        var upstream = service.upstream();
        if (hasTokens) {
            return Double.POSITIVE_INFINITY;
        }
        return service.cpu().msPerRequest() * factors.cpu.most()
                + upstream.ms() * factors.upstream.most()
                + (upstream.stalls().probability() > 0 ? upstream.stalls().maxSeconds() * 1_000 : 0);
    }

    private boolean isPlainWait() {
        var upstream = service.upstream();
        return !needsCpu()
                && !hasTokens
                && upstream.decoding().tokensPerSecond() == 0
                && upstream.stalls().probability() == 0;
    }

    private void drawCpu(long index) {
        var ms = service.cpu().meanMs(inputTokens, outputTokens);
        if (!factors.cpu.isConstant()) {
            ms *= factors.cpu.at(Draws.bits(cpuKey, index));
        }
        cpuNanos = (long) (ms * NANOS_PER_MS);
    }

    private void drawUpstream(long index) {
        var upstream = service.upstream();
        var ms = upstream.ms();
        if (!factors.upstream.isConstant()) {
            ms *= factors.upstream.at(Draws.bits(upstreamKey, index));
        }
        ms += upstream.msPerInputToken() * inputTokens;
        var speed = upstream.decoding().tokensPerSecond();
        if (speed > 0) {
            var decodingMs = outputTokens / speed * 1_000 * factors.decoding.at(Draws.bits(decodingKey, index));
            decodingNanos = (long) (decodingMs * NANOS_PER_MS);
            ms += decodingMs;
        }
        upstreamNanos = (long) (ms * NANOS_PER_MS) + stall(index);
    }

    private long stall(long index) {
        var stalls = service.upstream().stalls();
        if (stalls.probability() == 0) {
            return 0;
        }
        var u = Draws.unit(Draws.bits(stallKey, index));
        if (u >= stalls.probability()) {
            return 0;
        }
        var within = u / stalls.probability();
        return (long) ((stalls.minSeconds() + within * (stalls.maxSeconds() - stalls.minSeconds())) * NANOS_PER_SECOND);
    }

    long cpuNanos() {
        return cpuNanos;
    }

    long upstreamNanos() {
        return upstreamNanos;
    }

    /// The part of the upstream wait after the first token.
    long decodingNanos() {
        return decodingNanos;
    }

    /// What it draws for.
    ServiceModel service() {
        return service;
    }

    /// What may hold requests back besides capacity.
    Access access() {
        return service.access();
    }

    double inputTokens() {
        return inputTokens;
    }

    double outputTokens() {
        return outputTokens;
    }
}
