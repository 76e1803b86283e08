package dev.hostlab.estimate;

/// What the requests of each step need in the mean, and which [DemandKind] they are of.
final class Demands {

    private final DemandKinds kinds;
    private final DemandCurve curve;
    private final boolean hasTokens;
    private double inputTokens;
    private double outputTokens;
    private double lineInputTokens;
    private double lineOutputTokens;
    private double cpuSeconds;
    private double upstreamSeconds;
    private double mostPerSecond;
    private int place = -1;
    private DemandKind kind;

    /// @param kinds those found so far, shared by all passes
    Demands(DemandKinds kinds, LoadCurve load) {
        this.kinds = kinds;
        curve = kinds.site().sample().curve();
        hasTokens = load.hasTokens();
        kind = turnTo(0);
    }

    /// Turns to the requests of a step; the accessors then tell of them.
    DemandKind look(int step) {
        var there = curve.place(step);
        return there == place ? kind : turnTo(there);
    }

    private DemandKind turnTo(int there) {
        place = there;
        inputTokens = curve.inputTokens(there);
        outputTokens = curve.outputTokens(there);
        cpuSeconds = curve.cpuSeconds(there);
        upstreamSeconds = curve.upstreamSeconds(there);
        return turn();
    }

    /// Turns to the mean of the requests of this step and of those that wait from before, whose turn comes first.
    DemandKind mixWithLine(double waiting, double arriving) {
        if (hasTokens) {
            var part = waiting + arriving <= 0 ? 0 : waiting / (waiting + arriving);
            inputTokens += part * (lineInputTokens - inputTokens);
            outputTokens += part * (lineOutputTokens - outputTokens);
            lineInputTokens = inputTokens;
            lineOutputTokens = outputTokens;
            var sample = kinds.site().sample();
            cpuSeconds = DemandCurve.cpuSeconds(sample, inputTokens, outputTokens);
            upstreamSeconds = DemandCurve.upstreamSeconds(sample, inputTokens, outputTokens);
            place = -1;
            turn();
        }
        return kind;
    }

    private DemandKind turn() {
        var holding = cpuSeconds + upstreamSeconds;
        var found = kinds.find(holding, inputTokens, outputTokens);
        mostPerSecond = found.workPerSecond() / holding;
        kind = found;
        return found;
    }

    /// The kind looked at last.
    DemandKind newest() {
        return kind;
    }

    /// Requests a second that a unit with full slots works through.
    double mostPerSecond() {
        return mostPerSecond;
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
