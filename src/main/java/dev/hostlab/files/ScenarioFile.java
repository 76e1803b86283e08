package dev.hostlab.files;

import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Scenario files: JSON, the same bytes for the same scenario.
///
/// `settings` holds what the user chose and is what counts. `assumed` records every other value as it was when the
/// file was written; reading compares and never uses it, so that a changed choice still changes what follows from
/// it.
public final class ScenarioFile {

    /// The value of `schema`, which tells the version of the form.
    public static final String SCHEMA = "hostlab/scenario/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ScenarioFile() {}

    public static ScenarioReading read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /// Reads a file's content, and tells everything that is wrong with it at once.
    public static ScenarioReading parse(byte[] bytes) {
        return new ScenarioParser().parse(Json.read(bytes));
    }

    public static void write(Scenario scenario, Path file) throws IOException {
        Files.writeString(file, text(scenario), StandardCharsets.UTF_8);
    }

    /// The one text of a scenario, ending in a line feed.
    public static String text(Scenario scenario) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        scenario.workload().ifPresent(file -> root.set("workload", file(file)));
        scenario.prices().ifPresent(file -> root.set("prices", file(file)));
        var settings = scenario.settings();
        var chosen = settings.choicesAsText();
        var rest = new LinkedHashMap<>(settings.toMap());
        rest.keySet().removeAll(chosen.keySet());
        root.set("settings", values(chosen));
        root.set("assumed", values(rest));
        return pretty(root);
    }

    static String pretty(ObjectNode root) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
        var printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static ObjectNode file(FileRef file) {
        return JsonNodeFactory.instance.objectNode().put("name", file.name()).put("sha256", file.sha256());
    }

    private static ObjectNode values(Map<String, String> texts) {
        var node = JsonNodeFactory.instance.objectNode();
        texts.forEach((path, text) -> {
            switch (Settings.jsonType(path)) {
                case "string" -> node.put(path, text);
                case "boolean" -> node.put(path, Boolean.parseBoolean(text));
                default -> node.put(path, new BigDecimal(text));
            }
        });
        return node;
    }
}
