package dev.hostlab.hosting;

import static java.util.Objects.requireNonNull;

import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One hosting option as data for the engine, which never asks which option it runs.
///
/// @param unit         one unit of capacity
/// @param range        least and most units
/// @param initialUnits units in service at the start
/// @param routing      how requests find units
/// @param start        a unit's way into service
/// @param drain        a unit's way out of service
/// @param launches     limits on launches, all of which hold
/// @param scaling      what decides on the number of units
/// @param rented       what is paid for
/// @param front        the load balancer, if there is one
/// @param health       what becomes of crashed applications
/// @param creditsOrNull how burstable instances live on CPU credits, null for others
/// @param events       what else happens
public record FleetPlan(
        UnitPlan unit,
        CapacityRange range,
        int initialUnits,
        Routing routing,
        StartUp start,
        DrainPlan drain,
        List<LaunchLimit> launches,
        ScalingPlan scaling,
        Rented rented,
        Front front,
        HealthPlan health,
        @Nullable CreditPlan creditsOrNull,
        EventPlan events) {

    /// A fleet that knows no CPU credits and to which nothing happens.
    public FleetPlan(
            UnitPlan unit,
            CapacityRange range,
            int initialUnits,
            Routing routing,
            StartUp start,
            DrainPlan drain,
            List<LaunchLimit> launches,
            ScalingPlan scaling,
            Rented rented,
            Front front,
            HealthPlan health) {
        this(
                unit,
                range,
                initialUnits,
                routing,
                start,
                drain,
                launches,
                scaling,
                rented,
                front,
                health,
                null,
                EventPlan.NONE);
    }

    /// The same on CPU credits.
    public FleetPlan on(@Nullable CreditPlan credits) {
        return new FleetPlan(
                unit,
                range,
                initialUnits,
                routing,
                start,
                drain,
                launches,
                scaling,
                rented,
                front,
                health,
                credits,
                events);
    }

    /// The same, and this happens to it.
    public FleetPlan meeting(EventPlan other) {
        return new FleetPlan(
                unit,
                range,
                initialUnits,
                routing,
                start,
                drain,
                launches,
                scaling,
                rented,
                front,
                health,
                creditsOrNull,
                other);
    }

    /// How its instances live on CPU credits, empty if they do not.
    public Optional<CreditPlan> credits() {
        return Optional.ofNullable(creditsOrNull);
    }

    /// A fleet in which nothing crashes.
    public FleetPlan(
            UnitPlan unit,
            CapacityRange range,
            int initialUnits,
            Routing routing,
            StartUp start,
            DrainPlan drain,
            List<LaunchLimit> launches,
            ScalingPlan scaling,
            Rented rented,
            Front front) {
        this(unit, range, initialUnits, routing, start, drain, launches, scaling, rented, front, HealthPlan.SOUND);
    }

    /// What stands before the units.
    ///
    /// @param loadBalanced          whether there is a load balancer; otherwise workers pull from a queue
    /// @param requestsPerConnection requests that share a client connection, at least 1
    /// @param chargedRules          rules beyond the 10 free ones, 0 or more
    /// @param slowStartSeconds      over which the share of a new target grows, 0 for not at all
    /// @param keepAlive             how targets close idle connections
    public record Front(
            boolean loadBalanced,
            double requestsPerConnection,
            int chargedRules,
            double slowStartSeconds,
            KeepAlive keepAlive) {

        /// Targets never close a connection before the load balancer does.
        public Front(boolean loadBalanced, double requestsPerConnection, int chargedRules, double slowStartSeconds) {
            this(loadBalanced, requestsPerConnection, chargedRules, slowStartSeconds, KeepAlive.LONG);
        }

        /// New targets get a full share at once.
        public Front(boolean loadBalanced, double requestsPerConnection, int chargedRules) {
            this(loadBalanced, requestsPerConnection, chargedRules, 0);
        }
    }

    public FleetPlan {
        requireNonNull(unit, "unit");
        launches = List.copyOf(launches);
        if (initialUnits < range.minimum() || initialUnits > range.maximum()) {
            throw new IllegalArgumentException("Initial capacity " + initialUnits + " is outside " + range);
        }
    }
}
