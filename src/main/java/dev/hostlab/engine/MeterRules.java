package dev.hostlab.engine;

/// What the meter holds requests against.
///
/// @param deadlineNanos    a response later than this after arrival has timed out; [Long#MAX_VALUE] for never
/// @param cancelsAbandoned whether waiting work of a client that has gone is dropped
/// @param sloNanos         a response not later than this is good
record MeterRules(long deadlineNanos, boolean cancelsAbandoned, long sloNanos) {}
