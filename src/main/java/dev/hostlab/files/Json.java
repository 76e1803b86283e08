package dev.hostlab.files;

import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as it stands in a file: numbers keep their digits, names that come twice are told.
sealed interface Json {

    /// Named values.
    ///
    /// @param fields in the file's order; of a name that comes twice, the first
    record Fields(Map<String, Json> fields) implements Json {}

    /// Text, a number, true or false.
    ///
    /// @param type the type's name in JSON Schema; `number` for every number
    /// @param text as written in the file
    record Scalar(String type, String text) implements Json {}

    /// Something that settings never are: null, or a list.
    ///
    /// @param what its name for people
    record Other(String what) implements Json {}

    /// A file's content, and what is wrong with its form.
    ///
    /// @param root   the outermost value; empty fields where the file is no JSON
    /// @param issues names that come twice, or the one place where it stops being JSON
    record Document(Json root, List<Issue> issues) {}

    static Document read(byte[] bytes) {
        var issues = new ArrayList<Issue>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            var root = value(parser, "$", issues);
            if (parser.nextToken() != null) {
                issues.add(malformed(parser, "Something follows the end."));
            }
            return new Document(root, issues);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var path = at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            issues.add(new Issue(path, JsonProblem.words(e), "Mend it, or write a new one."));
            return new Document(new Fields(Map.of()), issues);
        }
    }

    /// The path of a field, as JSON Path writes it.
    static String path(String parent, String name) {
        return name.matches("[A-Za-z][A-Za-z0-9]*") ? parent + "." + name : parent + "['" + name + "']";
    }

    private static Json value(JsonParser parser, String path, List<Issue> issues) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser, path, issues);
            case START_ARRAY -> {
                parser.skipChildren();
                yield new Other("a list");
            }
            case VALUE_STRING -> new Scalar("string", parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar("number", parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar("boolean", parser.getString());
            case null, default -> new Other("null");
        };
    }

    private static Json fields(JsonParser parser, String path, List<Issue> issues) {
        var fields = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var at = path(path, name);
            parser.nextToken();
            var value = value(parser, at, issues);
            if (fields.putIfAbsent(name, value) != null) {
                issues.add(new Issue(at, "This name comes twice.", "Keep one of the two."));
            }
        }
        return new Fields(fields);
    }

    private static Issue malformed(JsonParser parser, String problem) {
        var at = parser.currentTokenLocation();
        return new Issue("line " + at.getLineNr() + ", column " + at.getColumnNr(), problem, "Remove it.");
    }
}
