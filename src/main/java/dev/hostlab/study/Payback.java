package dev.hostlab.study;

import dev.hostlab.comparison.Sampled;
import java.util.OptionalDouble;

/// When a move has paid for itself: hours once, against what a month costs less in bill and hours.
///
/// months = hours × rate ÷ (total before − total after). The interval joins the 95 % interval of the paired difference
/// with how far the hours of the move may be off.
///
/// @param chores        whose chores are counted, as `effort.preset` has it
/// @param hours         hours of the move
/// @param spread        how far they may be off, as a share
/// @param hourlyRateUsd dollars an hour
/// @param billUsd       what the bill of a month gets less by, negative where it grows
/// @param hoursSaved    hours of work a month that are saved, negative where they grow
/// @param savedUsd      bill and hours together, USD a month
public record Payback(
        String chores,
        double hours,
        double spread,
        double hourlyRateUsd,
        double billUsd,
        double hoursSaved,
        Sampled savedUsd) {

    /// Months until the move has paid for itself; empty where it never does.
    public OptionalDouble months() {
        return months(1, savedUsd.mean());
    }

    /// The least that the interval allows; empty where it never pays.
    public OptionalDouble leastMonths() {
        return months(1 - spread, savedUsd.mean() + halfWidth());
    }

    /// The most that the interval allows; empty where it may never pay.
    public OptionalDouble mostMonths() {
        return months(1 + spread, savedUsd.mean() - halfWidth());
    }

    /// Hours that the move may take to have paid for itself within a month, 0 where nothing is saved.
    public double hoursPaidInFirstMonth() {
        return Math.max(0, savedUsd.mean() / hourlyRateUsd);
    }

    private OptionalDouble months(double part, double usdPerMonth) {
        return usdPerMonth <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(hours * part * hourlyRateUsd / usdPerMonth);
    }

    private double halfWidth() {
        return savedUsd.hasInterval() ? savedUsd.halfWidth95() : 0;
    }
}
