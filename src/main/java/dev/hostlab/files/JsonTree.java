package dev.hostlab.files;

import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON of any shape, every value with the line it stands on, so that problems can name it.
sealed interface JsonTree {

    /// The line on which the value starts, from 1.
    int line();

    /// Named values in the file's order; of a name that comes twice, the first.
    record Fields(int line, Map<String, JsonTree> fields) implements JsonTree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /// A list.
    record Items(int line, List<JsonTree> items) implements JsonTree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Text, a number, true or false.
    ///
    /// @param type `string`, `number` or `boolean`
    /// @param text as written in the file
    record Scalar(int line, String type, String text) implements JsonTree {}

    /// null.
    record Nothing(int line) implements JsonTree {}

    /// A file's content, and what is wrong with its form.
    record Document(JsonTree root, List<Issue> issues) {}

    /// Reads a document with all that is wrong with its form.
    ///
    /// @param name the file's name, for problems
    static Document read(byte[] bytes, String name) {
        var issues = new ArrayList<Issue>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                issues.add(new Issue(name, "The file is empty.", "Write the policy's JSON into it."));
                return new Document(new Nothing(1), issues);
            }
            var root = value(parser, name, issues);
            if (parser.nextToken() != null) {
                var line = parser.currentTokenLocation().getLineNr();
                issues.add(new Issue(name + ": line " + line, "Something follows the end.", "Remove it."));
            }
            return new Document(root, issues);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? name : name + ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            issues.add(new Issue(place, JsonProblem.words(e), "Mend it."));
            return new Document(new Nothing(1), issues);
        }
    }

    private static JsonTree value(JsonParser parser, String name, List<Issue> issues) {
        var line = parser.currentTokenLocation().getLineNr();
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, name, issues);
            case START_ARRAY -> items(parser, name, issues);
            case VALUE_STRING -> new Scalar(line, "string", parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(line, "number", parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(line, "boolean", parser.getString());
            case null, default -> new Nothing(line);
        };
    }

    private static JsonTree fields(JsonParser parser, String name, List<Issue> issues) {
        var line = parser.currentTokenLocation().getLineNr();
        var fields = new LinkedHashMap<String, JsonTree>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = parser.currentName();
            var at = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (fields.putIfAbsent(field, value(parser, name, issues)) != null) {
                issues.add(new Issue(
                        name + ": line " + at + ": " + field, "This name comes twice.", "Keep one of the two."));
            }
        }
        return new Fields(line, fields);
    }

    private static JsonTree items(JsonParser parser, String name, List<Issue> issues) {
        var line = parser.currentTokenLocation().getLineNr();
        var items = new ArrayList<JsonTree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, name, issues));
        }
        return new Items(line, items);
    }
}
