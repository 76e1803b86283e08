package dev.hostlab.estimate;

import org.jspecify.annotations.Nullable;

/// What the requests of each step need in the mean, and which [DemandKind] they are of.
final class Demands {

    private static final double LEAST_SECONDS = 1e-9;
    private static final double MS = 1e-3;
    private final ServiceSample sample;
    private final DemandKinds kinds;
    private final LoadCurve load;
    private double inputTokens;
    private double outputTokens;
    private double lineInputTokens;
    private double lineOutputTokens;
    private double cpuSeconds;
    private double upstreamSeconds;
    private @Nullable DemandKind kind;

    /// @param kinds those found so far, shared by all passes
    Demands(ServiceSample sample, DemandKinds kinds, LoadCurve load) {
        this.sample = sample;
        this.kinds = kinds;
        this.load = load;
    }

    /// Turns to the requests of a step; the accessors then tell of them.
    DemandKind look(int step) {
        if (kind != null && !load.hasTokens()) {
            return kind;
        }
        var requests = load.requests(step);
        if (kind != null && requests == 0) {
            return kind;
        }
        inputTokens = requests == 0 ? 0 : sample.inputTokens(requests, load.inputTokens(step));
        outputTokens = requests == 0 ? 0 : sample.outputTokens(requests, load.outputTokens(step));
        return turn();
    }

    /// Turns to the mean of the requests of this step and of those that wait from before, whose turn comes first.
    DemandKind mixWithLine(double waiting, double arriving) {
        if (load.hasTokens()) {
            var part = waiting + arriving <= 0 ? 0 : waiting / (waiting + arriving);
            inputTokens += part * (lineInputTokens - inputTokens);
            outputTokens += part * (lineOutputTokens - outputTokens);
            lineInputTokens = inputTokens;
            lineOutputTokens = outputTokens;
            turn();
        }
        return newest();
    }

    private DemandKind turn() {
        cpuSeconds = Math.max(LEAST_SECONDS, sample.model().cpu().meanMs(inputTokens, outputTokens) * MS);
        upstreamSeconds = sample.model().upstream().meanMs(inputTokens, outputTokens) * MS;
        var found = kinds.find(cpuSeconds + upstreamSeconds, inputTokens, outputTokens);
        kind = found;
        return found;
    }

    /// The kind looked at last; of an empty step if none was.
    DemandKind newest() {
        return kind == null ? look(0) : kind;
    }

    /// Requests a second that a unit with full slots works through.
    double mostPerSecond() {
        var like = newest();
        return like.steady().unit().mostPerSecond() * like.holdingSeconds(1) / (cpuSeconds + upstreamSeconds);
    }

    /// Mean input and output tokens of a request.
    double tokens() {
        return inputTokens + outputTokens;
    }

    double outputTokens() {
        return outputTokens;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    double upstreamSeconds() {
        return upstreamSeconds;
    }
}
