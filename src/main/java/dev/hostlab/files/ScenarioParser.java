package dev.hostlab.files;

import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.NearestWord;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Turns the JSON of one scenario file into a scenario, collecting all that is wrong on the way.
final class ScenarioParser {

    private static final String MEND = "Compare with what 'hostlab scenario init' writes.";
    private static final List<String> NAMES = List.of("schema", "workload", "prices", "settings", "assumed");
    private static final List<String> FILE_NAMES = List.of("name", "sha256");

    /// Whole numbers may come as `10.0` or `1e1`; beyond this many digits nobody means a setting.
    private static final int LONGEST_NUMBER = 30;

    private final List<Issue> issues = new ArrayList<>();

    ScenarioReading parse(Json.Document document) {
        issues.addAll(document.issues());
        if (!(document.root() instanceof Json.Fields(var root))) {
            issue("$", "A scenario is an object in braces.", MEND);
            return new ScenarioReading(Scenario.of(Settings.standard()), issues, Map.of());
        }
        if (root.isEmpty() && !issues.isEmpty()) {
            return new ScenarioReading(Scenario.of(Settings.standard()), issues, Map.of());
        }
        known(root, "$", NAMES);
        schema(root.get("schema"));
        var settings = settings(root, "settings");
        var scenario = new Scenario(file(root, "workload"), file(root, "prices"), settings);
        return new ScenarioReading(scenario, issues, settings(root, "assumed").choicesAsText());
    }

    private void known(Map<String, Json> fields, String at, List<String> names) {
        for (var name : fields.keySet()) {
            if (!names.contains(name)) {
                var advice = NearestWord.to(name, names)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Known here: " + String.join(", ", names) + ".");
                issue(Json.path(at, name), "There is no such name here.", advice);
            }
        }
    }

    private void schema(@Nullable Json value) {
        if (value == null) {
            issue("$.schema", "The file does not say what it is.", "Add \"schema\": \"" + ScenarioFile.SCHEMA + "\".");
        } else if (!value.equals(new Json.Scalar("string", ScenarioFile.SCHEMA))) {
            issue("$.schema", "This version cannot be read.", "It must be \"" + ScenarioFile.SCHEMA + "\".");
        }
    }

    private @Nullable FileRef file(Map<String, Json> root, String name) {
        var at = "$." + name;
        var value = root.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Json.Fields(var fields))) {
            issue(at, "This should be an object with 'name' and 'sha256'.", MEND);
            return null;
        }
        known(fields, at, FILE_NAMES);
        var label = string(fields, "name");
        var sha256 = string(fields, "sha256");
        if (label.isBlank()) {
            issue(at + ".name", "The name is missing.", "Give the file's name.");
        }
        if (!FileRef.isSha256(sha256)) {
            issue(
                    at + ".sha256",
                    "This is no SHA-256.",
                    "Give 64 lower-case hexadecimal digits, or leave out " + name + ".");
        }
        return label.isBlank() || !FileRef.isSha256(sha256) ? null : new FileRef(label, sha256);
    }

    private static String string(Map<String, Json> fields, String name) {
        return fields.get(name) instanceof Json.Scalar(var type, var text) && type.equals("string") ? text : "";
    }

    private Settings settings(Map<String, Json> root, String name) {
        var at = "$." + name;
        var value = root.get(name);
        if (value == null) {
            return Settings.standard();
        }
        if (!(value instanceof Json.Fields(var fields))) {
            issue(at, "This should be an object of settings.", MEND);
            return Settings.standard();
        }
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((path, json) -> text(path, json, at, texts));
        var revision = Settings.standard().with(texts);
        revision.issues().forEach(i -> issue(Json.path(at, i.path()), i.problem(), i.advice()));
        return revision.settings();
    }

    private void text(String path, Json json, String at, SequencedMap<String, String> into) {
        var wanted = Settings.jsonType(path);
        switch (json) {
            case Json.Scalar(var type, var text)
            when isA(type, wanted) -> into.put(path, wanted.equals("integer") ? whole(text) : text);
            case Json.Scalar(var type, var _)
            when Catalogue.find(path).isPresent() || path.startsWith("prices.") ->
                issue(
                        Json.path(at, path),
                        "This is a " + type + " and should be a " + wanted + ".",
                        "Change its type.");
            // Of an unknown setting, the name is what matters.
            case Json.Scalar(var _, var text) -> into.put(path, text);
            case Json.Other(var what) ->
                issue(Json.path(at, path), "This is " + what + ", not a value.", "Leave it out.");
            case Json.Fields _ ->
                issue(Json.path(at, path), "Settings do not nest.", "Write the whole path, like \"task.vcpu\".");
        }
    }

    private static boolean isA(String type, String wanted) {
        return type.equals(wanted) || (type.equals("number") && wanted.equals("integer"));
    }

    /// The digits of a number that is whole, however it is written.
    private static String whole(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        var number = new BigDecimal(text);
        var tooLong = Math.abs((long) number.scale()) > LONGEST_NUMBER;
        return tooLong || number.stripTrailingZeros().scale() > 0
                ? text
                : number.toBigInteger().toString();
    }

    private void issue(String path, String problem, String advice) {
        issues.add(new Issue(path, problem, advice));
    }
}
