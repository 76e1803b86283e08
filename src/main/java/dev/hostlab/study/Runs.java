package dev.hostlab.study;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;

/// The runs that a study rests on.
///
/// @param post     Beanstalk and Fargate tuned, the chores of the report of 2023
/// @param today    the same runs, the chores of today
/// @param asMade   Beanstalk as it comes out of the box
/// @param settings resolved settings of `post`
/// @param current  resolved settings of `today`
/// @param prices   prices of the region
record Runs(
        Comparison post, Comparison today, Comparison asMade, Settings settings, Settings current, PriceBook prices) {

    static final String POST = "tuned, chores of the report of 2023";
    static final String TODAY = "tuned, chores of 2026";
    static final String AS_MADE = "Beanstalk out of the box";

    <T> T value(Parameter<T> parameter) {
        return settings.get(parameter);
    }

    static Outcome outcome(Comparison comparison, OptionId option) {
        return comparison.outcomes().stream()
                .filter(outcome -> outcome.option() == option)
                .findFirst()
                .orElseThrow();
    }

    /// Hours a month on these chores.
    static double hours(Comparison comparison, OptionId option, String... chores) {
        var sum = 0.0;
        for (var chore : chores) {
            sum += chore(comparison, option, chore).hours();
        }
        return sum;
    }

    /// By how many hours a month these chores take longer on Beanstalk than on Fargate.
    static double moreOnBeanstalk(Comparison comparison, String... chores) {
        return hours(comparison, OptionId.BEANSTALK, chores) - hours(comparison, OptionId.FARGATE, chores);
    }

    /// One chore, with no hours where nobody has it.
    static ChoreHours chore(Comparison comparison, OptionId option, String chore) {
        return outcome(comparison, option).effort().chores().stream()
                .filter(candidate -> candidate.chore().equals(chore))
                .findFirst()
                .orElseGet(() -> new ChoreHours(chore, 0, 0, 0, ""));
    }

    /// How much less Fargate's month costs than Beanstalk's, bill and hours, by paired differences.
    static Sampled saved(Comparison comparison) {
        for (var difference : comparison.differences()) {
            if (difference.a() == OptionId.BEANSTALK && difference.b() == OptionId.FARGATE) {
                return difference.totalMonthly();
            }
            if (difference.b() == OptionId.BEANSTALK && difference.a() == OptionId.FARGATE) {
                return difference.totalMonthly().negated();
            }
        }
        throw new IllegalArgumentException("Beanstalk and Fargate were not compared");
    }
}
