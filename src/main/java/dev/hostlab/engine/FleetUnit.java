package dev.hostlab.engine;

import org.jspecify.annotations.Nullable;

/// One unit of capacity over its life, as the control side sees it.
final class FleetUnit {

    enum State {
        STARTING,
        IN_SERVICE,
        /// In its group and out of service: the application has crashed.
        UNHEALTHY,
        /// In its group and out of service: its version is being changed.
        UPDATING,
        /// Healthy beside those that take requests.
        STANDBY,
        DRAINING,
        GONE
    }

    final int index;
    final long askedAt;
    final @Nullable DecisionDraft cause;

    State state = State.STARTING;
    boolean begun;
    boolean admitted;
    boolean crashed;
    /// Beside what is desired.
    boolean isExtra;
    /// Takes no requests until traffic is shifted to it.
    boolean isApart;
    boolean isSpot;
    Version version = Version.FIRST;
    /// Where its host stands; -1 until somebody asks.
    int zone = -1;
    /// When its change of version is over.
    long updatedAt;
    long servingSince;
    long allowedAt;
    long pacedAt;
    String pacedBy = "";
    long requestedAt;
    long billedFrom;
    long drainingFrom;
    double cpuNanos;

    StartUpDraws.@Nullable Timing timing;

    @Nullable
    DecisionDraft leftBy;

    @Nullable
    ClusterInstance instance;

    FleetUnit(int index, long askedAt, @Nullable DecisionDraft cause) {
        this.index = index;
        this.askedAt = askedAt;
        this.allowedAt = askedAt;
        this.pacedAt = askedAt;
        this.requestedAt = askedAt;
        this.cause = cause;
    }

    /// Its work has used CPU, in vCPU-nanoseconds; where it shares an instance, that instance has.
    void used(double nanos) {
        if (instance == null) {
            cpuNanos += nanos;
        } else {
            instance.cpuNanos += nanos;
        }
    }
}
