package dev.hostlab.engine.reference;

import dev.hostlab.routing.Routing;

/// How the units of one run take requests.
///
/// @param routing         how a request finds a unit
/// @param slots           requests at a time in each unit
/// @param vcpus           virtual CPUs of each unit
/// @param queueLimit      most requests that wait at a unit; the central queue has no limit
/// @param deadlineNanos   a response later than this after arrival has timed out
/// @param dropsTheWaiting whether a request that still waits after its deadline is dropped
public record Rules(
        Routing routing, int slots, double vcpus, int queueLimit, long deadlineNanos, boolean dropsTheWaiting) {}
