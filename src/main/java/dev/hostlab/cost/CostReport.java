package dev.hostlab.cost;

import dev.hostlab.units.Usd;

/// What an option cost over the horizon, and what it would cost in a month of 730 hours.
///
/// @param period   the bill of the horizon
/// @param monthly  the same lines for a month: metered use scaled by 730 h over the horizon, monthly fees as
///                 they are
/// @param idle     part of the month's compute that nothing used
/// @param stranded part of the month's compute on which nothing more fitted
/// @param draining part of the month's compute paid while units were going out of service
public record CostReport(Bill period, Bill monthly, Usd idle, Usd stranded, Usd draining) {}
