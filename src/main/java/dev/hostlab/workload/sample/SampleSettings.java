package dev.hostlab.workload.sample;

import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The values of one sample's parameters.
final class SampleSettings {

    private final Map<String, Double> values = new TreeMap<>();

    /// @param overrides values by parameter name, checked by [#issues] before
    SampleSettings(List<SampleParameter> parameters, Map<String, String> overrides) {
        for (var parameter : parameters) {
            var override = overrides.get(parameter.name());
            values.put(parameter.name(), override == null ? parameter.value() : Double.parseDouble(override.strip()));
        }
    }

    double value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The sample has no parameter " + name);
        }
        return value;
    }

    int whole(String name) {
        return (int) value(name);
    }

    long seed() {
        return (long) value("seed");
    }

    /// Everything that is wrong with the values a user gave.
    static List<Issue> issues(List<SampleParameter> parameters, Map<String, String> overrides) {
        var issues = new ArrayList<Issue>();
        overrides.keySet().stream().sorted().forEach(name -> {
            var parameter = parameters.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (parameter.isEmpty()) {
                var known = String.join(
                        ", ", parameters.stream().map(SampleParameter::name).toList());
                issues.add(new Issue(name, "The sample has no such parameter.", "It has " + known + "."));
            } else {
                check(parameter.get(), String.valueOf(overrides.get(name)), issues);
            }
        });
        return issues;
    }

    private static void check(SampleParameter parameter, String text, List<Issue> issues) {
        var advice = "Give a number from " + parameter.range().words() + ".";
        if (!text.strip().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?([eE]-?[0-9]{1,2})?")) {
            issues.add(new Issue(parameter.name(), "This is not a number.", advice));
        } else if (!parameter.range().allows(Double.parseDouble(text.strip()))) {
            issues.add(new Issue(parameter.name(), "The number " + text.strip() + " is out of range.", advice));
        }
    }
}
