package dev.hostlab.usage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What one hosting option consumed over a horizon. The engine meters it; what it costs is decided later, by a
/// price book.
///
/// @param horizonSeconds simulated time in seconds, above 0
/// @param compute        instances and tasks, one entry a kind of capacity
/// @param loadBalancer   the load balancer, or [LoadBalancerUsage#NONE]
/// @param traffic        requests and bytes
/// @param fleet          what happened to the fleet
public record Usage(
        double horizonSeconds,
        List<ComputeUsage> compute,
        LoadBalancerUsage loadBalancer,
        Traffic traffic,
        FleetHistory fleet) {

    public Usage {
        if (!(horizonSeconds > 0)) {
            throw new IllegalArgumentException("A horizon is above 0 s: " + horizonSeconds);
        }
        compute = List.copyOf(compute);
        requireNonNull(loadBalancer, "loadBalancer");
        requireNonNull(traffic, "traffic");
        requireNonNull(fleet, "fleet");
    }
}
