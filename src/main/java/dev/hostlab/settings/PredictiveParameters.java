package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

/// Predictive scaling, the same for services and groups.
public final class PredictiveParameters {

    public final Parameter<String> mode;
    public final Parameter<Integer> historyDays;
    public final Parameter<Integer> aheadSeconds;

    /// @param at path up to the last point
    PredictiveParameters(String at) {
        mode = mode(at);
        historyDays = historyDays(at);
        aheadSeconds = aheadSeconds(at);
    }

    private static Parameter<String> mode(String at) {
        return parameter(
                at + "predictive.mode",
                "off",
                choice("off", "forecast-only", "forecast-and-scale"),
                documented("predictive scaling is off unless a policy turns it on"),
                "Whether the demand of past days is forecast each hour, and whether the forecast raises the least"
                        + " capacity of the hour.");
    }

    private static Parameter<Integer> historyDays(String at) {
        return parameter(
                at + "predictive.historyDays",
                14,
                whole(1, 14, "days"),
                documented("EC2 Auto Scaling user guide, predictive scaling: 14 days of history, 24 hours at least"),
                "Days that a forecast looks back. The forecast itself, the mean of the same hour, stands in for AWS's.");
    }

    private static Parameter<Integer> aheadSeconds(String at) {
        return parameter(
                at + "predictive.aheadSeconds",
                300,
                whole(0, 3_600, "s"),
                documented("EC2 Auto Scaling API reference, predictive scaling: SchedulingBufferTime 300 s"),
                "How long before the hour a forecast takes effect.");
    }
}
