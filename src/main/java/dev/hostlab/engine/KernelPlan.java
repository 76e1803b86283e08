package dev.hostlab.engine;

import dev.hostlab.routing.Routing;

/// What a kernel is to play requests through: units of one shape behind one kind of routing.
///
/// @param routing    how requests find units
/// @param shape      slots and vCPUs of each unit
/// @param queueLimit most requests that wait in one unit's own line, at least 0; not looked at with a central one
/// @param rules      what units do beyond that
/// @param crashes    whether applications may crash
/// @param slowStartNanos how long the share of a new unit grows in round robin, 0 for not at all
/// @param limits     what may hold requests back besides capacity
/// @param returns    when a message is delivered again
record KernelPlan(
        Routing routing,
        UnitShape shape,
        int queueLimit,
        UnitRules rules,
        boolean crashes,
        long slowStartNanos,
        LimitRules limits,
        MessageReturns returns) {

    /// Units that never crash.
    KernelPlan(Routing routing, UnitShape shape, int queueLimit, UnitRules rules) {
        this(routing, shape, queueLimit, rules, false, 0, LimitRules.OPEN, MessageReturns.NONE);
    }

    /// Units as hosting options have them, which never crash.
    KernelPlan(Routing routing, UnitShape shape, int queueLimit) {
        this(routing, shape, queueLimit, UnitRules.PLAIN);
    }

    /// Whether units go their whole life in one way, so that a kernel need not look again.
    boolean isSteady() {
        return !crashes && slowStartNanos == 0;
    }
}
