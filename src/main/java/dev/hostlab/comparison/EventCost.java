package dev.hostlab.comparison;

import dev.hostlab.usage.FleetEvent;

/// One event of a run (replication 0) and what it cost.
///
/// @param event what happened
/// @param usd   dollars for capacity held beyond what was desired
/// @param hours of people, by the minutes of the chores that it makes
/// @param evaluationUsd dollars for the tokens of its evaluation, beside the bill; 0 where nobody has given a price
public record EventCost(FleetEvent event, double usd, double hours, double evaluationUsd) {}
