package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// A step policy, the same for services and groups.
public final class StepParameters {

    /// What a list of steps looks like: distances from the target and a change.
    public static final String STEPS_PATTERN =
            "(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?\\.\\.(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?=[+-]?[0-9]{1,6}"
                    + "(; ?(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?\\.\\.(-?[0-9]{1,12}(\\.[0-9]{1,6})?)?=[+-]?[0-9]{1,6})*";

    public final Parameter<String> steps;
    public final Parameter<String> stepAdjustment;
    public final Parameter<Integer> stepMinMagnitude;
    public final Parameter<Integer> stepPoints;
    public final Parameter<Integer> stepPeriods;

    /// @param at    path up to the last point
    /// @param units what scales
    StepParameters(String at, String units) {
        steps = steps(at);
        stepAdjustment = stepAdjustment(at);
        stepMinMagnitude = stepMinMagnitude(at, units);
        stepPoints = stepPoints(at);
        stepPeriods = stepPeriods(at);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(steps, stepAdjustment, stepMinMagnitude, stepPoints, stepPeriods);
    }

    private static Parameter<String> steps(String at) {
        return parameter(
                at + "steps",
                "..-20=-1; -20..0=0; 0..20=+1; 20..=+3",
                text(STEPS_PATTERN, "steps like ..-20=-1; -20..0=0; 0..20=+1; 20..=+3"),
                assumed("a usual shape of the examples in AWS's guides; the numbers are nobody's"),
                "Steps of a step policy: distance of the metric from the target, and how much to change.");
    }

    private static Parameter<String> stepAdjustment(String at) {
        return parameter(
                at + "stepAdjustment",
                "ChangeInCapacity",
                choice("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"),
                documented("Application Auto Scaling API reference, step scaling: AdjustmentType"),
                "What the numbers of the steps mean.");
    }

    private static Parameter<Integer> stepMinMagnitude(String at, String units) {
        return parameter(
                at + "stepMinMagnitude",
                0,
                whole(0, 1_000, units),
                documented("Application Auto Scaling API reference, step scaling: MinAdjustmentMagnitude, none"),
                "Least " + units + " that a step in percent adds or takes away.");
    }

    private static Parameter<Integer> stepPoints(String at) {
        return parameter(
                at + "stepPoints",
                2,
                whole(1, 60, "points"),
                assumed("two periods, as in most of AWS's examples"),
                "Points that must breach before a step policy acts.");
    }

    private static Parameter<Integer> stepPeriods(String at) {
        return parameter(
                at + "stepPeriods",
                2,
                whole(1, 60, "points"),
                assumed("two periods, as in most of AWS's examples"),
                "Newest points among which a step policy's alarms look for breaching ones.");
    }
}
