package dev.hostlab.report;

import dev.hostlab.comparison.Sampled;
import dev.hostlab.units.Figures;

/// A figure as it is shown.
///
/// @param value    rounded to what its interval earns: "$1,778"
/// @param interval "± $58", or the word for having none
/// @param sampled  whether there is an interval
public record Shown(String value, String interval, boolean sampled) {

    /// For what does not apply.
    static final Shown NOTHING = new Shown(Figures.NONE, "", false);

    private interface Style {
        String write(double mean, double halfWidth);
    }

    public static Shown usd(Sampled figure) {
        return of(figure, Figures::usd, Figures::usdHalfWidth);
    }

    public static Shown signedUsd(Sampled figure) {
        return of(figure, Figures::signedUsd, Figures::usdHalfWidth);
    }

    public static Shown hours(Sampled figure) {
        return of(figure, Figures::hours, Figures::hoursHalfWidth);
    }

    public static Shown seconds(Sampled figure) {
        return of(figure, Figures::seconds, Figures::secondsHalfWidth);
    }

    public static Shown share(Sampled figure) {
        return of(figure, Figures::share, Figures::shareHalfWidth);
    }

    private static Shown of(Sampled figure, Style value, Style halfWidth) {
        var half = figure.hasInterval() ? figure.halfWidth95() : 0;
        var interval = figure.hasInterval() ? halfWidth.write(figure.mean(), half) : figure.withoutInterval();
        return new Shown(value.write(figure.mean(), half), interval, figure.hasInterval());
    }

    /// Value and interval in one; just the value where there is no interval.
    public String compact() {
        return sampled ? value + " " + interval : value;
    }

    /// The interval; empty where there is none.
    public String intervalOnly() {
        return sampled ? interval : "";
    }
}
