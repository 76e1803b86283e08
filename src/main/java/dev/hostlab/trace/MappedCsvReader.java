package dev.hostlab.trace;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Any CSV, with or without a header, whose columns the user maps to roles; see [Mapping].
final class MappedCsvReader implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        return false;
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var delimiter = input.delimiter(input.sample().likelyHeader().delimiter());
        var rows = input.csv(delimiter);
        if (!rows.advance()) {
            throw new TraceStop(TraceProblem.EMPTY_FILE, "There is nothing in the file.");
        }
        var hasHeader = input.options().choices().hasHeader().orElseGet(() -> looksLikeHeader(rows.row()));
        input.log().infer("header", hasHeader ? "the first row names the columns" : "none", Choice.HEADER);
        var names = hasHeader
                ? rows.row().cells().stream().map(String::strip).toList()
                : CanonicalReader.numbered(rows.row().width());
        rows.nameColumns(names);
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE);
        var layout = new Layout(TraceFormat.MAPPED, rules, shown(names), rolesByName(names));
        return Optional.of(new Table(layout, hasHeader ? rows : new RowAgain(rows), delimiter));
    }

    /// A header has no cell that is a number or begins with one.
    private static boolean looksLikeHeader(TableRow row) {
        return row.cells().stream().noneMatch(cell -> cell.strip().matches("[-+.]?[0-9].*"));
    }

    /// Names of columns, each once: the second of a name is told apart by its number.
    private static List<String> shown(List<String> names) {
        var seen = new HashMap<String, Integer>();
        return names.stream()
                .map(name -> name.isEmpty() ? "unnamed" : Shown.plain(name))
                .map(name -> seen.merge(name, 1, Integer::sum) == 1 ? name : name + " (" + seen.get(name) + ")")
                .toList();
    }

    /// What our own names say, where the user says nothing.
    private static Map<TraceColumn, int[]> rolesByName(List<String> names) {
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        for (var index = 0; index < names.size(); index++) {
            var column = index;
            TraceColumn.named(TextSample.plain(names.get(index)))
                    .ifPresent(role -> roles.putIfAbsent(role, new int[] {column}));
        }
        return roles;
    }
}
