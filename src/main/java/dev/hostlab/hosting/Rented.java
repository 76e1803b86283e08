package dev.hostlab.hosting;

import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.InstanceScaling;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is paid for: each unit by itself, or instances on which units are placed.
public sealed interface Rented {

    /// How often a cluster of fixed size is looked at, in seconds.
    double MINUTE = 60;

    /// What is rented.
    Capacity capacity();

    /// How its running time becomes billed time.
    BillingClock clock();

    /// Instances that wait until they are needed.
    Optional<WarmPool> warmPool();

    /// Every unit is rented by itself, from its first billed stage until it is gone.
    ///
    /// @param quota units that the account may run at a time, at least 0
    /// @param warmPoolOrNull instances that wait beforehand, null for none
    record PerUnit(
            Capacity capacity,
            BillingClock clock,
            int quota,
            @Nullable WarmPool warmPoolOrNull) implements Rented {

        /// Up to a quota, each started when it is needed.
        public PerUnit(Capacity capacity, BillingClock clock, int quota) {
            this(capacity, clock, quota, null);
        }

        @Override
        public Optional<WarmPool> warmPool() {
            return Optional.ofNullable(warmPoolOrNull);
        }

        /// As many as anybody wants.
        public PerUnit(Capacity capacity, BillingClock clock) {
            this(capacity, clock, Integer.MAX_VALUE);
        }
    }

    /// Units are tasks on EC2 instances of a cluster.
    ///
    /// @param tasksPerInstance tasks that fit on one instance, at least 1
    /// @param placement        where a task goes
    /// @param start            from request of an instance to its registration in the cluster
    /// @param cachedTaskStart  start-up of a task on an instance that has its image already
    /// @param terminateSeconds from the decision to end an empty instance to its closed bill
    /// @param reservationPublishSeconds end of a minute → cluster auto scaling acts on its reservation metric
    /// @param range            least and most instances
    /// @param scalingOrNull    what decides on the number of instances; null for a fixed one
    /// @param rules            what it allows and how it lets go
    /// @param warmPoolOrNull   instances that wait beforehand, null for none
    record OnInstances(
            Capacity capacity,
            BillingClock clock,
            int tasksPerInstance,
            Placement placement,
            StartUp start,
            StartUp cachedTaskStart,
            double terminateSeconds,
            double reservationPublishSeconds,
            CapacityRange range,
            @Nullable InstanceScaling scalingOrNull,
            ClusterRules rules,
            @Nullable WarmPool warmPoolOrNull)
            implements Rented {

        /// A cluster whose instances are started when they are needed.
        public OnInstances(
                Capacity capacity,
                BillingClock clock,
                int tasksPerInstance,
                Placement placement,
                StartUp start,
                StartUp cachedTaskStart,
                double terminateSeconds,
                double reservationPublishSeconds,
                CapacityRange range,
                @Nullable InstanceScaling scalingOrNull,
                ClusterRules rules) {
            this(
                    capacity,
                    clock,
                    tasksPerInstance,
                    placement,
                    start,
                    cachedTaskStart,
                    terminateSeconds,
                    reservationPublishSeconds,
                    range,
                    scalingOrNull,
                    rules,
                    null);
        }

        /// A cluster of one zone in which tasks wait for ever.
        public OnInstances(
                Capacity capacity,
                BillingClock clock,
                int tasksPerInstance,
                Placement placement,
                StartUp start,
                StartUp cachedTaskStart,
                double terminateSeconds,
                double reservationPublishSeconds,
                CapacityRange range,
                @Nullable InstanceScaling scalingOrNull) {
            this(
                    capacity,
                    clock,
                    tasksPerInstance,
                    placement,
                    start,
                    cachedTaskStart,
                    terminateSeconds,
                    reservationPublishSeconds,
                    range,
                    scalingOrNull,
                    ClusterRules.PATIENT);
        }

        /// Instances wanted in a settled cluster of which `needed` hold tasks.
        public int wanted(int needed) {
            return scaling()
                    .map(scaling -> scaling.wanted(Math.max(1, needed), needed))
                    .orElse(range.clamp(needed));
        }

        public OnInstances {
            if (tasksPerInstance < 1) {
                throw new IllegalArgumentException("No task fits on an instance");
            }
        }

        @Override
        public Optional<WarmPool> warmPool() {
            return Optional.ofNullable(warmPoolOrNull);
        }

        /// Seconds from one look at the cluster's need to the next.
        public double periodSeconds() {
            return scaling().map(InstanceScaling::periodSeconds).orElse(MINUTE);
        }

        public Optional<InstanceScaling> scaling() {
            return Optional.ofNullable(scalingOrNull);
        }
    }

    /// Where a task goes among instances with room for it.
    enum Placement {
        /// The fullest instance with room: fewest instances in use.
        BINPACK,
        /// The emptiest instance: evenly spread.
        SPREAD,
        /// The zone with the fewest tasks, there the emptiest instance: a service's own default.
        ZONES,
        /// The zone with the fewest tasks, there the fullest instance with room.
        ZONES_BINPACK,
        /// Any with room.
        RANDOM;

        /// The strategy of that name.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Placement of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
