package dev.hostlab.effort;

import java.util.List;

/// The hours a month that people spend on keeping an option alive, with what the assumptions alone allow.
///
/// @param chores         the chores, the hours of which add up to `hoursPerMonth`
/// @param hoursPerMonth  default assumptions
/// @param lowHours       every coefficient at the low end of its range
/// @param highHours      every coefficient at the high end of its range
/// @param hourlyRateUsd  dollars an hour of people
public record EffortReport(
        List<ChoreHours> chores, double hoursPerMonth, double lowHours, double highHours, double hourlyRateUsd) {

    public EffortReport {
        chores = List.copyOf(chores);
    }

    /// Dollars a month.
    public double usdPerMonth() {
        return hoursPerMonth * hourlyRateUsd;
    }
}
