package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.Forecasting;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.workload.Access;
import java.util.ArrayList;
import java.util.Optional;

/// What an exact run plays and an estimate does not, so that nobody takes one for the other.
public final class Omissions {

    private Omissions() {}

    /// In words what the estimate of a fleet leaves out; empty where it leaves nothing out.
    public static Optional<String> of(FleetPlan fleet, Access access) {
        var plan = fleet.scaling();
        var left = new ArrayList<String>();
        if (fleet.events().any()) {
            left.add("deployments, failures and interruptions");
        }
        if (fleet.credits().isPresent()) {
            left.add("CPU credits");
        }
        if (fleet.routing() == Routing.CENTRAL) {
            left.add("messages that are delivered again");
        }
        if (!access.provider().isUnlimited()) {
            left.add("the model provider's limits");
        }
        if (!access.tenants().isEmpty()) {
            left.add("tenants with their limits and budgets");
        }
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
