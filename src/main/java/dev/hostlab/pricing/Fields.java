package dev.hostlab.pricing;

import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object, read with a note of everything that is wrong with them. What is wrong is read as a
/// harmless stand-in, so that reading can go on and find the rest.
final class Fields {

    private static final int MOST_DIGITS = 30;

    private final JsonNode node;
    private final String path;
    private final List<Issue> issues;

    /// @param path   where the object stands, empty at the top
    /// @param issues receives what is wrong
    Fields(JsonNode node, String path, List<Issue> issues) {
        this.node = node;
        this.path = path;
        this.issues = issues;
    }

    /// Refuses an object that lacks a field or has one more.
    boolean hasExactly(Set<String> names) {
        if (!node.isObject()) {
            problem("", "An object is wanted here, not " + brief(node) + ".", "Write it in braces.");
            return false;
        }
        names.stream()
                .filter(name -> !node.has(name))
                .sorted()
                .forEach(name -> problem(name, "The field is missing.", "Write null where a figure is not known."));
        node.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problem(
                        name, "There is no such field.", "Take it out; fields here are " + sorted(names) + "."));
        return true;
    }

    boolean isNull(String name) {
        return value(name).isNull();
    }

    String text(String name) {
        var value = value(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            wanted(name, "a text");
            return "";
        }
        return value.stringValue();
    }

    /// A number of 0 or more, exact, or null where the file says null.
    @Nullable
    BigDecimal amountOrNull(String name) {
        return isNull(name) ? null : amount(name);
    }

    /// A number of 0 or more, exact.
    BigDecimal amount(String name) {
        var value = value(name);
        if (!value.isNumber() || value.decimalValue().signum() < 0 || !isOrdinary(value.decimalValue())) {
            wanted(name, "a number of 0 or more");
            return BigDecimal.ZERO;
        }
        return value.decimalValue();
    }

    /// A whole number from `least` on.
    int whole(String name, int least) {
        var value = value(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            wanted(name, "a whole number of " + least + " or more");
            return least;
        }
        return value.intValue();
    }

    boolean yesOrNo(String name) {
        var value = value(name);
        if (!value.isBoolean()) {
            wanted(name, "true or false");
            return false;
        }
        return value.booleanValue();
    }

    /// The objects of a list.
    List<Fields> list(String name) {
        var value = value(name);
        if (!value.isArray()) {
            wanted(name, "a list");
            return List.of();
        }
        var items = new ArrayList<Fields>();
        for (var i = 0; i < value.size(); i++) {
            items.add(new Fields(value.required(i), at(name) + "[" + i + "]", issues));
        }
        return items;
    }

    void problem(String name, String problem, String advice) {
        issues.add(new Issue(at(name), problem, advice));
    }

    private void wanted(String name, String what) {
        if (node.has(name)) {
            problem(name, "Not " + what + ": " + brief(value(name)) + ".", "Write " + what + ".");
        }
    }

    /// Keeps out figures such as 1e999999999, which would fill the memory when written out.
    private static boolean isOrdinary(BigDecimal value) {
        return Math.abs(value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    private JsonNode value(String name) {
        return node.path(name);
    }

    private String at(String name) {
        if (path.isEmpty() || name.isEmpty()) {
            return path + name;
        }
        return path + "." + name;
    }

    private static String brief(JsonNode node) {
        var text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
