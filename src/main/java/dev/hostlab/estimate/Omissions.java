package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.workload.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an exact run plays and an estimate does not, so that nobody takes one for the other.
public final class Omissions {

    private Omissions() {}

    /// In words what the estimate of a fleet leaves out; empty where it leaves nothing out.
    public static Optional<String> of(FleetPlan fleet, ServiceModel service) {
        var left = new ArrayList<String>();
        if (fleet.events().any()) {
            left.add("deployments, failures and interruptions");
        }
        if (service.clients().retries().any()) {
            left.add("clients that ask again");
        }
        if (fleet.routing() == Routing.CENTRAL) {
            left.add("messages that are delivered again");
        }
        if (!service.access().provider().isUnlimited()) {
            left.add("the model provider's limits");
        }
        if (!service.access().tenants().isEmpty()) {
            left.add("tenants with their limits and budgets");
        }
        addScaling(fleet.scaling(), left);
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", left));
    }

    private static void addScaling(ScalingPlan plan, List<String> left) {
        if (!plan.timetable().equals(Timetable.NONE)) {
            left.add("scheduled actions");
        }
        if (plan.forecasting().mode() != Forecasting.Mode.OFF) {
            left.add("predictive scaling");
        }
        if (plan.policies().size() > 1) {
            left.add("all scaling policies but the first");
        }
    }
}
