package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON Lines as rows: the fields of the first objects are the columns, those of inner objects with a point between.
///
/// A field that a later object lacks is an empty cell; lists are left out.
final class JsonLineRows implements RowSource {

    private final JsonFactory factory = new JsonFactory();
    private final BufferedReader text;
    private final IssueLog log;
    private final int mostColumns;
    private final TableRow row = new TableRow();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private String[] cells = {};
    private Optional<String> first = Optional.empty();
    private long line;

    JsonLineRows(TextInput input) throws IOException {
        this.text = new BufferedReader(input.lines());
        this.log = input.log();
        this.mostColumns = input.options().limits().columns();
        for (var known : input.sample().lines()) {
            names(known).forEach(this::addColumn);
        }
        while (names.isEmpty()) {
            var next = nextLine();
            if (next.isEmpty()) {
                throw new TraceStop(TraceProblem.NO_DATA_ROWS, "There is no JSON object in the file.");
            }
            first = next;
            parse(next.get(), true);
        }
        cells = new String[names.size()];
    }

    /// Whether a text is JSON with one object a line; one object alone is not.
    static boolean looksLike(TextSample sample) {
        return sample.firstChar() == '{'
                && sample.firstLine().strip().startsWith("{")
                && sample.firstLine().strip().endsWith("}");
    }

    /// Paths of the fields in a line; none if it is no JSON.
    static List<String> names(String line) {
        var names = new ArrayList<String>();
        try (var json = new JsonCursor(new StringReader(line))) {
            json.documents(() -> json.flat("", (path, text) -> names.add(path)));
        } catch (IOException noJson) {
            return names;
        }
        return names;
    }

    /// Names of the columns.
    List<String> names() {
        return names;
    }

    /// The columns of these names, as far as there are such.
    Map<TraceColumn, int[]> roles(Map<TraceColumn, String> wanted) {
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        wanted.forEach((role, name) -> {
            var column = columns.get(name);
            if (column != null) {
                roles.put(role, new int[] {column});
            }
        });
        return roles;
    }

    @Override
    public boolean advance() throws IOException {
        for (var next = takeFirst(); next.isPresent(); next = nextLine()) {
            Arrays.fill(cells, "");
            if (parse(next.get(), false)) {
                row.begin(line);
                for (var cell : cells) {
                    row.add(cell);
                }
                return true;
            }
        }
        return false;
    }

    @Override
    public TableRow row() {
        return row;
    }

    private Optional<String> takeFirst() throws IOException {
        var taken = first;
        first = Optional.empty();
        return taken.isPresent() ? taken : nextLine();
    }

    private Optional<String> nextLine() throws IOException {
        for (var next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            if (!next.isBlank()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /// @param naming whether fields become columns; otherwise their values become cells
    private boolean parse(String json, boolean naming) {
        try (var parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refuse("The line is no JSON object.");
            }
            fields(parser, "", naming);
            return parser.nextToken() == null || refuse("Something follows the object in the line.");
        } catch (JacksonException noJson) {
            return refuse("The line is not well-formed JSON.");
        }
    }

    private boolean refuse(String problem) {
        log.add(TraceProblem.NOT_CSV, line, "", problem);
        return false;
    }

    private void fields(JsonParser parser, String prefix, boolean naming) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = prefix + parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                fields(parser, name + ".", naming);
            } else if (value == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (naming) {
                addColumn(name);
            } else if (value != JsonToken.VALUE_NULL) {
                put(name, parser.getString());
            }
        }
    }

    private void addColumn(String name) {
        if (columns.size() < mostColumns && columns.putIfAbsent(name, names.size()) == null) {
            names.add(Shown.plain(name));
        }
    }

    private void put(String name, String value) {
        var column = columns.get(name);
        if (column != null) {
            cells[column] = value;
        } else if (RoleNames.inner(name).isPresent()) {
            var problem = "Field " + Shown.quoted(name) + " is in none of the first lines; it is ignored.";
            log.add(TraceProblem.UNKNOWN_COLUMN, line, Shown.plain(name), problem);
        }
    }
}
