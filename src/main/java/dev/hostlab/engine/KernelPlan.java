package dev.hostlab.engine;

import dev.hostlab.routing.Routing;

/// What a kernel is to play requests through: units of one shape behind one kind of routing.
///
/// @param routing    how requests find units
/// @param shape      slots and vCPUs of each unit
/// @param queueLimit most requests that wait in one unit's own line, at least 0; not looked at with a central one
/// @param crashes    whether applications may crash
record KernelPlan(Routing routing, UnitShape shape, int queueLimit, boolean crashes) {

    /// Units that never crash.
    KernelPlan(Routing routing, UnitShape shape, int queueLimit) {
        this(routing, shape, queueLimit, false);
    }
}
