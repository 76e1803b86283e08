package dev.hostlab.report;

import dev.hostlab.comparison.Outcome;
import dev.hostlab.units.Usd;

/// The money of one option in whole cents, so that the parts shown add up to the total shown.
public final class Totals {

    private Totals() {}

    /// The bill of a month.
    public static Usd bill(Outcome outcome) {
        return outcome.cost().monthly().total().roundedToCents();
    }

    /// The hours of a month at the hourly rate.
    public static Usd people(Outcome outcome) {
        return Usd.of(outcome.effort().usdPerMonth()).roundedToCents();
    }

    /// Bill and people.
    public static Usd shown(Outcome outcome) {
        return bill(outcome).plus(people(outcome));
    }
}
