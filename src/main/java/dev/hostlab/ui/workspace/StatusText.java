package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.report.Headline;
import dev.hostlab.units.Age;
import dev.hostlab.units.Figures;
import java.time.LocalDate;

/// The words of the status bar.
final class StatusText {

    private StatusText() {}

    /// "us-east-1, prices of 2024-07-01, 2 years old".
    static String prices(Comparison comparison, LocalDate today) {
        var age = Age.between(LocalDate.parse(comparison.prices().asOf()), today);
        return Headline.prices(comparison) + ", " + age;
    }

    static String replications(Comparison comparison) {
        return Headline.replications(comparison);
    }

    /// How far what is seen can be trusted: "exact" for a finished simulation of what the form says.
    static String kind(ResultViewModel result, boolean running) {
        if (result.comparison().isEmpty()) {
            return "";
        }
        if (result.isEstimate()) {
            return "estimate";
        }
        if (running || !result.isWhole()) {
            return "incomplete";
        }
        return result.outOfDateProperty().get() ? "out of date" : "exact";
    }

    /// The mark over figures that are not those of a simulation of the form.
    static String mark(ResultViewModel result, boolean mended) {
        if (result.isEstimate()) {
            return "Estimate, not simulated";
        }
        return mended ? "Out of date: run again" : "Out of date: mend what is marked";
    }

    /// "simulated 2.4 million requests in 1.4 s".
    static String speed(Comparison comparison) {
        var engine = comparison.engine();
        var requests = engine.requestsPerSecond() * engine.wallSeconds();
        return requests < 1
                ? ""
                : "simulated " + requests(requests) + " requests in " + Figures.seconds(engine.wallSeconds());
    }

    private static String requests(double requests) {
        return requests >= 1e6 ? Figures.number(requests / 1e6) + " million" : Figures.count(Math.round(requests));
    }
}
