package dev.hostlab.files;

import dev.hostlab.settings.NearestWord;
import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One object of a JSON file while it is read: its fields by name and type; what does not fit goes into one list of
/// issues, each with file, line and field.
///
/// @param file   the file's name
/// @param path   the object's place in it, empty for the outermost
/// @param tree   its fields
/// @param issues where problems go
record JsonObject(String file, String path, JsonTree.Fields tree, List<Issue> issues) {

    /// Whether the field is there and not null.
    boolean has(String name) {
        return tree.fields().get(name) != null && !(tree.fields().get(name) instanceof JsonTree.Nothing);
    }

    /// Tells every field that is not one of these.
    void known(List<String> names) {
        tree.fields().forEach((name, value) -> {
            if (!names.contains(name)) {
                var advice = NearestWord.to(name, names)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Known here: " + String.join(", ", names) + ".");
                refuse(name, "There is no such name here.", advice);
            }
        });
    }

    Optional<Double> number(String name) {
        return scalar(name, "number").flatMap(text -> finite(name, text));
    }

    /// A whole number within bounds.
    Optional<Integer> whole(String name, int min, int max) {
        return number(name).flatMap(value -> {
            if (value != Math.rint(value) || value < min || value > max) {
                refuse(name, plain(value) + " is not a whole number from " + min + " to " + max + ".", "Change it.");
                return Optional.empty();
            }
            return Optional.of((int) (double) value);
        });
    }

    Optional<String> word(String name) {
        return scalar(name, "string");
    }

    Optional<Boolean> flag(String name) {
        return scalar(name, "boolean").map(text -> text.equals("true"));
    }

    Optional<JsonObject> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (tree.fields().get(name) instanceof JsonTree.Fields fields) {
            return Optional.of(new JsonObject(file, under(name), fields, issues));
        }
        refuse(name, "This should be an object in braces.", "Compare with AWS's API reference.");
        return Optional.empty();
    }

    /// The objects of a list; what else is in it is told.
    List<JsonObject> objects(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!(tree.fields().get(name) instanceof JsonTree.Items list)) {
            refuse(name, "This should be a list in brackets.", "Compare with AWS's API reference.");
            return List.of();
        }
        var found = new java.util.ArrayList<JsonObject>();
        for (var index = 0; index < list.items().size(); index++) {
            var item = list.items().get(index);
            var at = under(name) + "[" + index + "]";
            if (item instanceof JsonTree.Fields fields) {
                found.add(new JsonObject(file, at, fields, issues));
            } else {
                issues.add(new Issue(place(item.line(), at), "This should be an object in braces.", "Change it."));
            }
        }
        return found;
    }

    /// A problem with one field, or with the whole object where the field is not there.
    void refuse(String name, String problem, String advice) {
        var value = tree.fields().get(name);
        var line = value == null ? tree.line() : value.line();
        issues.add(new Issue(place(line, under(name)), problem, advice));
    }

    /// A problem with the whole object.
    void refuse(String problem, String advice) {
        issues.add(new Issue(place(tree.line(), path), problem, advice));
    }

    private Optional<String> scalar(String name, String type) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (tree.fields().get(name) instanceof JsonTree.Scalar value
                && value.type().equals(type)) {
            return Optional.of(value.text());
        }
        refuse(name, "This should be a " + type + ".", "Change its type.");
        return Optional.empty();
    }

    private Optional<Double> finite(String name, String text) {
        var value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            refuse(name, text + " is too large.", "Give a smaller number.");
            return Optional.empty();
        }
        return Optional.of(value + 0.0);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private String under(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String place(int line, String field) {
        return file + ": line " + line + (field.isEmpty() ? "" : ": " + field);
    }
}
