package dev.hostlab.estimate;

import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.Timetable;
import java.util.ArrayList;
import java.util.Optional;

/// What an exact run plays and an estimate does not, so that nobody takes one for the other.
public final class Omissions {

    private Omissions() {}

    /// In words what the estimate of a fleet leaves out; empty where it follows all that scales it.
    public static Optional<String> of(ScalingPlan plan) {
        var left = new ArrayList<String>();
        if (!plan.timetable().equals(Timetable.NONE)) {
            left.add("scheduled actions");
        }
        if (plan.forecasting().mode() != Forecasting.Mode.OFF) {
            left.add("predictive scaling");
        }
        if (plan.policies().size() > 1) {
            left.add("all scaling policies but the first");
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", left));
    }
}
