package dev.hostlab.comparison;

import java.util.Optional;

/// Tokens a minute of the requests that arrived, and requests in flight (replication 0): mean over the run, and the
/// most in a bin of the timeline.
///
/// @param input    input tokens a minute
/// @param output   output tokens a minute
/// @param inFlight requests inside at the ends of bins
public record TokenRates(Rate input, Rate output, Rate inFlight) {

    private static final double SECONDS_PER_MINUTE = 60;

    /// How much a minute, or at a time.
    ///
    /// @param mean over all bins
    /// @param peak in the busiest
    public record Rate(double mean, double peak) {

        private static Rate of(double[] values, double factor) {
            var sum = 0.0;
            var peak = 0.0;
            for (var value : values) {
                sum += value * factor;
                peak = Math.max(peak, value * factor);
            }
            return new Rate(sum / Math.max(1, values.length), peak);
        }
    }

    /// Empty where requests have no tokens.
    static Optional<TokenRates> of(Timeline timeline) {
        if (timeline.series().stream().noneMatch(series -> series.name().equals("inputTokens"))) {
            return Optional.empty();
        }
        var perMinute = SECONDS_PER_MINUTE / timeline.binSeconds();
        var input = Rate.of(timeline.values("inputTokens"), perMinute);
        var output = Rate.of(timeline.values("outputTokens"), perMinute);
        return input.peak() + output.peak() == 0
                ? Optional.empty()
                : Optional.of(new TokenRates(input, output, Rate.of(timeline.values("inFlight"), 1)));
    }
}
