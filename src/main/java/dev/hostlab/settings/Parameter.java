package dev.hostlab.settings;

import static java.util.Objects.requireNonNull;

import dev.hostlab.validation.Issue;

/// One number, word or switch that a run depends on, with everything a person needs to judge it.
///
/// @param path      its name in files, in `--set` and in the ledger, such as `task.memoryGiB`
/// @param domain    what it may be
/// @param standard  what it is unless a preset, the workload or the user says otherwise
/// @param unit      its unit, empty where it has none
/// @param certainty how well the standard value is known
/// @param source    where the standard value comes from, in words
/// @param meaning   what it does, in a sentence or two
public record Parameter<T>(
        String path, Domain<T> domain, T standard, String unit, Certainty certainty, String source, String meaning) {

    public Parameter {
        requireNonNull(certainty, "certainty");
        requireNonNull(unit, "unit");
        if (path.isBlank() || source.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("A parameter needs a path, a source and a meaning: " + path);
        }
        if (!domain.holds(standard)) {
            throw new IllegalArgumentException(path + " cannot be " + standard + ": " + domain.range());
        }
    }

    /// A parameter as catalogues write it: name, standard value, what it measures, how that is
    /// known, what it means.
    public static <T> Parameter<T> parameter(
            String path, T standard, Measure<T> measure, Evidence evidence, String meaning) {
        return new Parameter<>(
                path, measure.domain(), standard, measure.unit(), evidence.certainty(), evidence.source(), meaning);
    }

    /// Where the standard value comes from.
    public Evidence evidence() {
        return new Evidence(certainty, source);
    }

    /// What is allowed, with the unit.
    public String rangeWithUnit() {
        return unit.isEmpty() ? domain.range() : domain.range() + " " + unit;
    }

    /// An issue about this parameter, with its range as the advice.
    Issue refuse(String problem) {
        var printed = domain.print(standard);
        var usual = printed.isEmpty() ? "nothing" : printed;
        return new Issue(path, problem, "Give " + rangeWithUnit() + "; the default is " + usual + ".");
    }
}
