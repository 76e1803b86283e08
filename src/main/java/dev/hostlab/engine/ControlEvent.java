package dev.hostlab.engine;

import dev.hostlab.scaling.Timetable;

/// What happens to a fleet apart from requests. Few a minute, so they may be objects.
sealed interface ControlEvent {

    /// A metering tick ends.
    record TickClosed() implements ControlEvent {}

    /// The alarms of the scaling policy are evaluated.
    record AlarmsEvaluated() implements ControlEvent {}

    /// A scheduled action runs.
    record ScheduledActionDue(Timetable.Action action) implements ControlEvent {}

    /// The forecast of the next hour takes effect.
    record HourForeseen() implements ControlEvent {}

    /// A decided change of desired capacity takes effect.
    record CapacityChanged(int desired, DecisionDraft decision) implements ControlEvent {}

    /// Cluster auto scaling looks at its reservation metric.
    record ReservationEvaluated() implements ControlEvent {}

    /// A unit takes its first traffic.
    record UnitReady(FleetUnit unit) implements ControlEvent {}

    /// The time for a unit to finish what it has is over.
    record UnitDrained(FleetUnit unit) implements ControlEvent {}

    /// A unit is gone.
    record UnitGone(FleetUnit unit) implements ControlEvent {}

    /// The application of a unit in service crashes.
    record UnitCrashed(FleetUnit unit) implements ControlEvent {}

    /// Health checks, or the agent, have found it out.
    record CrashNoticed(FleetUnit unit) implements ControlEvent {}

    /// Somebody has restarted the application.
    record CrashRepaired(FleetUnit unit) implements ControlEvent {}

    /// A task has waited long enough for an instance.
    record ProvisioningTimedOut(FleetUnit unit) implements ControlEvent {}

    /// A task that could not be provisioned is tried again.
    record TaskAskedAnew(FleetUnit unit) implements ControlEvent {}

    /// An instance waits in its warm pool.
    record PoolFilled(WarmStarts pool) implements ControlEvent {}

    /// An instance has joined its cluster.
    record InstanceReady(ClusterInstance instance) implements ControlEvent {}

    /// An instance is gone.
    record InstanceGone(ClusterInstance instance) implements ControlEvent {}

    /// The scaling activity that simple scaling waits for has completed.
    record ActivityEnded() implements ControlEvent {}

    /// What belongs to deployments, failures and the like.
    sealed interface Happening extends ControlEvent {}

    /// A unit of a bad version has failed its health checks.
    record UnitFoundBad(FleetUnit unit) implements Happening {}

    /// Something happens to the fleet.
    record EventDue(EventTimes.Occurrence what) implements Happening {}

    /// Dead units are noticed, or replaced.
    record OutageNoticed(Outage outage, FleetUnit unit) implements Happening {}

    /// The Auto Scaling group has found a dead instance.
    record InstanceMissed() implements Happening {}

    /// A failed zone is there again.
    record ZoneBack(int zone) implements Happening {}

    /// The market takes one unit back.
    record SpotTaken(FleetUnit unit) implements Happening {}

    /// Whoever waits for this moment looks what to do.
    record WakeUp() implements Happening {}
}
