package dev.hostlab.estimate;

/// What the requests of each step need in the mean; worked out once for all options and passes. Where the trace has no
/// tokens, all steps are alike and only the first is kept; a step without requests needs what the one before needs.
final class DemandCurve {

    private static final double LEAST_SECONDS = 1e-9;
    private static final double MS = 1e-3;

    private final boolean allAlike;
    private final double[] inputTokens;
    private final double[] outputTokens;
    private final double[] cpuSeconds;
    private final double[] upstreamSeconds;

    DemandCurve(ServiceSample sample, LoadCurve load) {
        allAlike = !load.hasTokens();
        var steps = allAlike ? 1 : load.steps();
        inputTokens = new double[steps];
        outputTokens = new double[steps];
        cpuSeconds = new double[steps];
        upstreamSeconds = new double[steps];
        for (var step = 0; step < steps; step++) {
            var requests = load.requests(step);
            if (requests > 0 || allAlike) {
                inputTokens[step] = sample.inputTokens(requests, load.inputTokens(step));
                outputTokens[step] = sample.outputTokens(requests, load.outputTokens(step));
            } else if (step > 0) {
                inputTokens[step] = inputTokens[step - 1];
                outputTokens[step] = outputTokens[step - 1];
            }
            cpuSeconds[step] = cpuSeconds(sample, inputTokens[step], outputTokens[step]);
            upstreamSeconds[step] = upstreamSeconds(sample, inputTokens[step], outputTokens[step]);
        }
    }

    /// Mean CPU work of requests with these tokens, above 0.
    static double cpuSeconds(ServiceSample sample, double input, double output) {
        return Math.max(LEAST_SECONDS, sample.model().cpu().meanMs(input, output) * MS);
    }

    static double upstreamSeconds(ServiceSample sample, double input, double output) {
        return sample.model().upstream().meanMs(input, output) * MS;
    }

    /// Where the figures of a step stand.
    int place(int step) {
        return allAlike ? 0 : step;
    }

    double inputTokens(int place) {
        return inputTokens[place];
    }

    double outputTokens(int place) {
        return outputTokens[place];
    }

    double cpuSeconds(int place) {
        return cpuSeconds[place];
    }

    double upstreamSeconds(int place) {
        return upstreamSeconds[place];
    }
}
