package dev.hostlab.trace;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The first list of objects in a JSON text as rows, read as a stream; a list of the same name that follows, as on
/// further pages, goes on with them.
///
/// The fields of the first objects are the columns, those of inner objects with a point between; lists within an
/// object are left out.
final class JsonRecords implements RowSource {

    /// Objects whose fields become columns.
    private static final int NAMING = 40;

    private static final Set<String> MORE = Set.of("has_more", "next_page", "next_cursor", "NextToken", "nextToken");

    private final JsonCursor json;
    private final IssueLog log;
    private final TableRow row = new TableRow();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private String list = "";
    private final String[] cells;
    private boolean within;
    private long nextPage;
    private int lists;
    private int pages;
    private long pagesLine;

    JsonRecords(TextInput input) throws IOException {
        this.log = input.log();
        nameColumns(input.sample(), input.options().limits().columns());
        this.cells = new String[names.size()];
        this.json = new JsonCursor(input.document());
        if (names.isEmpty()) {
            throw new TraceStop(TraceProblem.NO_DATA_ROWS, "There is no list of JSON objects in the file.");
        }
    }

    /// Whether a text is JSON that has a list of objects.
    static boolean looksLike(TextSample sample) {
        return sample.startsAsJson() && sample.text().matches("(?s).*\\[\\s*\\{.*");
    }

    List<String> names() {
        return names;
    }

    /// Finds the columns in the beginning of the text, which may end anywhere.
    private void nameColumns(TextSample sample, int mostColumns) throws IOException {
        try (var start = new JsonCursor(new StringReader(sample.text()))) {
            var more = enter(start, name -> true);
            for (var left = NAMING; more && left > 0; left--) {
                start.flat("", (path, text) -> {
                    if (names.size() < mostColumns && columns.putIfAbsent(path, names.size()) == null) {
                        names.add(Shown.plain(path));
                    }
                });
                more = start.next() && start.isObject();
            }
        } catch (TraceStop cut) {
            nextPage = 0;
        }
        pages = 0;
    }

    /// Goes to the first object of the next list of objects of such a name.
    private boolean enter(JsonCursor cursor, Predicate<String> wanted) throws IOException {
        while (cursor.next()) {
            var name = cursor.name();
            if (cursor.isList() && wanted.test(name)) {
                if (cursor.next() && cursor.isObject()) {
                    list = name;
                    nextPage = 0;
                    return true;
                }
            } else if (name.equals("total_pages") && cursor.isPlain()) {
                tellPages(cursor.text(), cursor.line());
            } else if (MORE.contains(name) && cursor.isPlain()) {
                nextPage = Set.of("", "false").contains(cursor.text()) ? nextPage : cursor.line();
            }
        }
        return false;
    }

    @Override
    public boolean advance() throws IOException {
        if (within) {
            within = json.next() && json.isObject();
        }
        if (!within) {
            within = enter(json, list::equals);
            lists += within ? 1 : 0;
        }
        if (!within) {
            tellMore();
            return false;
        }
        row.begin(json.line());
        Arrays.fill(cells, "");
        json.flat("", (path, text) -> {
            var column = columns.get(path);
            if (column != null) {
                cells[column] = text;
            }
        });
        for (var cell : cells) {
            row.add(cell);
        }
        return true;
    }

    private void tellPages(String total, long line) {
        if (total.matches("[0-9]{1,9}")) {
            pages = Integer.parseInt(total);
            pagesLine = line;
        }
    }

    private void tellMore() {
        nextPage = nextPage == 0 && lists < pages ? pagesLine : nextPage;
        if (nextPage > 0) {
            log.add(TraceProblem.GAP, nextPage, "", "This is one page of several; the others are missing.");
            nextPage = 0;
        }
    }

    @Override
    public TableRow row() {
        return row;
    }
}
