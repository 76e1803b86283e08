package dev.hostlab.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What a parameter measures: the values that it may take, and their unit.
///
/// @param domain the values
/// @param unit   their unit, empty where a value has none
public record Measure<T>(Domain<T> domain, String unit) {

    public Measure {
        requireNonNull(domain, "domain");
        requireNonNull(unit, "unit");
    }

    public static Measure<Double> real(double min, double max, String unit) {
        return new Measure<>(new Domain.Real(min, max), unit);
    }

    public static Measure<Integer> whole(int min, int max, String unit) {
        return new Measure<>(new Domain.Whole(min, max), unit);
    }

    public static Measure<Long> whole(long min, long max, String unit) {
        return new Measure<>(new Domain.WideWhole(min, max), unit);
    }

    /// A part of a whole, 0 to 1.
    public static Measure<Double> share() {
        return real(0, 1, "share");
    }

    public static Measure<Double> seconds(double min, double max) {
        return real(min, max, "s");
    }

    public static Measure<String> choice(String... words) {
        return new Measure<>(new Domain.Choice(List.of(words)), "");
    }

    public static Measure<Boolean> flag() {
        return new Measure<>(new Domain.Flag(), "");
    }

    public static Measure<String> text(String pattern, String what) {
        return new Measure<>(new Domain.Text(pattern, what), "");
    }
}
