package dev.hostlab.engine;

import dev.hostlab.workload.Access;

/// The limits of a run and where in its day it starts.
///
/// @param secondsOfDay from midnight UTC
record LimitRules(Access access, double secondsOfDay) {

    static final LimitRules OPEN = new LimitRules(Access.OPEN, 0);
}
