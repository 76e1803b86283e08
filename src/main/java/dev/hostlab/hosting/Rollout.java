package dev.hostlab.hosting;

import java.util.List;

/// How a change reaches the units of a fleet. What happens when the change is bad differs: see `src/docs/events.md`.
public sealed interface Rollout {

    /// What its option calls it.
    String name();

    /// The same units go on with the new version, a batch at a time, as Elastic Beanstalk's policies All at once,
    /// Rolling and Rolling with additional batch do.
    ///
    /// @param batchShare      part of the units in a batch, above 0 and at most 1
    /// @param deregisters     whether a batch leaves the load balancer meanwhile; else it fails what reaches it
    /// @param additionalBatch whether new units stand in for the batch
    /// @param command         how long an instance takes to change its version
    /// @param registration    what it passes until it takes requests again
    /// @param gateSeconds     that a batch has to be healthy until the next one follows
    /// @param timeoutSeconds  after which a batch that does not get healthy is given up
    record InPlace(
            String name,
            double batchShare,
            boolean deregisters,
            boolean additionalBatch,
            Latency command,
            List<Latency> registration,
            double gateSeconds,
            double timeoutSeconds)
            implements Rollout {}

    /// New units start and old ones leave, within bounds, as the ECS service scheduler does it.
    ///
    /// @param minimumHealthyPercent of the desired number, rounded up
    /// @param maximumPercent        of the desired number, rounded down; above the minimum
    /// @param breaker               when it is given up
    record Rolling(String name, double minimumHealthyPercent, double maximumPercent, Breaker breaker)
            implements Rollout {}

    /// New units start beside the old ones, which leave when all is well: Elastic Beanstalk's Immutable and Traffic
    /// splitting, and blue/green, linear and canary deployments of ECS.
    ///
    /// @param oneFirst    whether a single new unit has to pass the gate before the others start
    /// @param isApart     whether new units take no requests until traffic is shifted to them
    /// @param gateSeconds that new units have to be healthy until it goes on
    /// @param shifts      parts of the traffic that the new units get, one after another, before they get all
    /// @param bakeSeconds that old units stay beside, without requests, after that
    /// @param freezes     whether nothing scales meanwhile
    /// @param isTestable  whether test traffic can reach the new units before anybody else's does
    /// @param hasOwnFront whether new units stand behind a load balancer of their own
    /// @param breaker     when it is given up
    record Parallel(
            String name,
            boolean oneFirst,
            boolean isApart,
            double gateSeconds,
            List<Shift> shifts,
            double bakeSeconds,
            boolean freezes,
            boolean isTestable,
            boolean hasOwnFront,
            Breaker breaker)
            implements Rollout {

        public Parallel {
            shifts = List.copyOf(shifts);
        }
    }

    /// Units end and others start in their place, a batch at a time, as Elastic Beanstalk's rolling updates do.
    ///
    /// @param batch               units of a batch, at least 1
    /// @param minimumInService    units that stay, 0 or more
    /// @param pauseSeconds        between batches; negative to wait until a batch is healthy
    /// @param timeoutSeconds      after which a batch that does not get healthy is given up
    /// @param rollbackFailure     share of rollbacks that fail too
    record Batches(
            String name,
            int batch,
            int minimumInService,
            double pauseSeconds,
            double timeoutSeconds,
            double rollbackFailure)
            implements Rollout {}

    /// One shift of traffic.
    ///
    /// @param share       that the new units get, above 0 and below 1
    /// @param holdSeconds until the next one
    record Shift(double share, double holdSeconds) {}

    /// When a rollout whose new units do not get healthy is given up.
    ///
    /// @param isOn           whether it is, without a person
    /// @param leastFailures  units that have to fail at least
    /// @param mostFailures   and at most
    /// @param timeoutSeconds give up after so long in any case
    record Breaker(boolean isOn, int leastFailures, int mostFailures, double timeoutSeconds) {

        private static final double OF_DESIRED = 0.5;

        /// Failed units after which it is given up: half of the desired number, within bounds. Source: ECS
        /// developer guide, deployment circuit breaker, read 2026-11-23.
        public int threshold(int desired) {
            return Math.clamp((int) Math.ceil(OF_DESIRED * desired), leastFailures, mostFailures);
        }
    }
}
