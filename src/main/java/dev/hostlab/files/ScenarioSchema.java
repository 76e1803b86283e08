package dev.hostlab.files;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Domain;
import dev.hostlab.settings.Parameter;
import java.math.BigDecimal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema of scenario files, made from the catalogue.
public final class ScenarioSchema {

    private ScenarioSchema() {}

    /// The schema's text (draft 2020-12), ending in a line feed.
    public static String text() {
        var root = object();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Hostlab scenario");
        root.put("description", "Everything that a run of Hostlab depends on.");
        root.put("type", "object");
        root.put("additionalProperties", false);
        root.putArray("required").add("schema");
        var properties = root.putObject("properties");
        properties.putObject("schema").put("const", ScenarioFile.SCHEMA);
        properties.set("workload", file("The workload's file."));
        properties.set("prices", file("The price snapshot's file."));
        properties.set("settings", values("What the user chose."));
        properties.set("assumed", values("Every other value when the file was written; compared, never used."));
        root.putObject("$defs").set("values", catalogue());
        return ScenarioFile.pretty(root);
    }

    private static ObjectNode values(String description) {
        return object().put("description", description).put("$ref", "#/$defs/values");
    }

    private static ObjectNode file(String description) {
        var node =
                object().put("description", description).put("type", "object").put("additionalProperties", false);
        node.putArray("required").add("name").add("sha256");
        var properties = node.putObject("properties");
        properties.putObject("name").put("type", "string").put("pattern", "\\S");
        properties.putObject("sha256").put("type", "string").put("pattern", "^[0-9a-f]{64}$");
        return node;
    }

    private static ObjectNode catalogue() {
        var node = object().put("type", "object").put("additionalProperties", false);
        var properties = node.putObject("properties");
        Catalogue.ALL.forEach(parameter -> properties.set(parameter.path(), property(parameter)));
        node.putObject("patternProperties")
                .putObject("^prices\\.[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")
                .put("description", "A stand-in for a price that the snapshot lacks, in US dollars.")
                .put("type", "number")
                .put("minimum", 0);
        return node;
    }

    private static <T> ObjectNode property(Parameter<T> parameter) {
        var node = object();
        var unit = parameter.unit().isEmpty() ? "" : " Unit: " + parameter.unit() + ".";
        node.put("description", parameter.meaning() + unit);
        node.put("type", parameter.domain().jsonType());
        bounds(node, parameter.domain());
        var standard = parameter.domain().print(parameter.standard());
        switch (parameter.domain().jsonType()) {
            case "string" -> node.put("default", standard);
            case "boolean" -> node.put("default", Boolean.parseBoolean(standard));
            default -> node.put("default", new BigDecimal(standard));
        }
        return node;
    }

    private static void bounds(ObjectNode node, Domain<?> domain) {
        switch (domain) {
            case Domain.Real(var min, var max) ->
                node.put("minimum", exact(min)).put("maximum", exact(max));
            case Domain.Whole(var min, var max) -> node.put("minimum", min).put("maximum", max);
            case Domain.WideWhole(var min, var max) -> node.put("minimum", min).put("maximum", max);
            case Domain.Choice(var words) -> words.forEach(node.withArray("enum")::add);
            case Domain.Text(var pattern, var _) -> node.put("pattern", "^(?:" + pattern + ")$");
            case Domain.Flag() -> {}
        }
    }

    /// A bound as the catalogue prints it, without a trailing `.0`.
    private static BigDecimal exact(double bound) {
        return new BigDecimal(BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
