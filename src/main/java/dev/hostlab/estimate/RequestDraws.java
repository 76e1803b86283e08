package dev.hostlab.estimate;

/// What one request of a known workload needs, at a place in the distributions that its number and the pass decide.
final class RequestDraws {

    private static final int PLACE_BITS = 8;
    private static final double STALL_PLACES = 1 << 24;

    private final ServiceSample sample;
    private final Variant variant;
    private double inputTokens;
    private double outputTokens;
    private double cpuSeconds;
    private double upstreamSeconds;

    RequestDraws(ServiceSample sample, Variant variant) {
        this.sample = sample;
        this.variant = variant;
    }

    /// Turns to a request; the accessors then tell of it.
    ///
    /// @param tracedInput  its input tokens, if the trace tells
    /// @param tracedOutput its output tokens, if the trace tells
    void draw(int request, double tracedInput, double tracedOutput) {
        var places = Normals.mixed(variant.number(), Long.MIN_VALUE + request);
        inputTokens = sample.inputTokens(1, tracedInput) * sample.inputFactor(place(places, 0));
        outputTokens = sample.outputTokens(1, tracedOutput) * sample.outputFactor(place(places, 1));
        cpuSeconds = sample.cpuSeconds(place(places, 2), inputTokens, outputTokens);
        var stall = (places >>> (5 * PLACE_BITS)) / STALL_PLACES;
        upstreamSeconds = sample.upstreamSeconds(place(places, 3), place(places, 4), inputTokens, outputTokens)
                + (stall < sample.stallShare() ? sample.stallSeconds(stall / sample.stallShare()) : 0);
    }

    private static int place(long places, int dimension) {
        return (int) (places >>> (dimension * PLACE_BITS)) & (ServiceSample.SIZE - 1);
    }

    double inputTokens() {
        return inputTokens;
    }

    double outputTokens() {
        return outputTokens;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    /// Time in a slot that takes no CPU.
    double upstreamSeconds() {
        return upstreamSeconds;
    }
}
