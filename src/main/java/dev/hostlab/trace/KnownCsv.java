package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A CSV whose layout is known by the names in its header.
///
/// @param format   which one it is
/// @param rules    how its rows are taken
/// @param required names by which it is recognised
/// @param roles    names of the columns of each role; those that a file lacks are passed over
/// @param filters  what the cells of named columns must be for a row to count
/// @param preamble how many lines may stand before the header
record KnownCsv(
        TraceFormat format,
        RowRules rules,
        List<String> required,
        Map<TraceColumn, List<String>> roles,
        Map<String, Predicate<String>> filters,
        int preamble)
        implements FormatReader {

    static KnownCsv of(TraceFormat format, RowRules rules, String... required) {
        return new KnownCsv(format, rules, List.of(required), Map.of(), Map.of(), 0);
    }

    /// The columns of a role; numbers of several are added up.
    KnownCsv role(TraceColumn role, String... names) {
        var more = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        more.putAll(roles);
        more.put(role, List.of(names));
        return new KnownCsv(format, rules, required, more, filters, preamble);
    }

    /// Only rows count that have such a cell in a column.
    KnownCsv where(String column, Predicate<String> cell) {
        var more = new HashMap<String, Predicate<String>>(filters);
        more.put(TextSample.plain(column), cell);
        return new KnownCsv(format, rules, required, roles, more, preamble);
    }

    KnownCsv afterPreamble(int lines) {
        return new KnownCsv(format, rules, required, roles, filters, lines);
    }

    KnownCsv with(RowRules newRules) {
        return new KnownCsv(format, newRules, required, roles, filters, preamble);
    }

    @Override
    public boolean recognises(TextSample sample) {
        return header(sample).isPresent();
    }

    private Optional<TextSample.Header> header(TextSample sample) {
        return sample.header(sample.separatorLines() + preamble + 1, required.toArray(String[]::new));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var found = header(input.sample()).orElseGet(input.sample()::likelyHeader);
        var delimiter = input.delimiter(found.delimiter());
        var rows = input.csv(delimiter);
        var names = readHeader(rows, input.log());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        rows.nameColumns(names);
        var layout = new Layout(format, rules, shown(names), indexes(names));
        return Optional.of(new Table(layout, filtered(rows, names), delimiter));
    }

    /// The names in the header, or none after telling what is missing.
    private List<String> readHeader(CsvRows rows, IssueLog log) throws IOException {
        var wanted = required.stream().map(TextSample::plain).collect(Collectors.toSet());
        for (var line = 0; line <= preamble && rows.advance(); line++) {
            var cells = rows.row().cells().stream().map(String::strip).toList();
            if (TextSample.hasAll(cells, wanted)) {
                return cells;
            }
        }
        tellMissing(rows.row(), wanted, log);
        return List.of();
    }

    private void tellMissing(TableRow row, Set<String> wanted, IssueLog log) {
        var present = row.cells().stream().map(TextSample::plain).collect(Collectors.toSet());
        for (var name : required) {
            if (wanted.contains(TextSample.plain(name)) && !present.contains(TextSample.plain(name))) {
                var problem = "The header has no column " + name + ", which " + format.label() + " has.";
                log.add(TraceProblem.MISSING_COLUMN, Math.max(1, row.line()), name, problem);
            }
        }
    }

    private static List<String> shown(List<String> names) {
        return names.stream().map(Shown::plain).toList();
    }

    private Map<TraceColumn, int[]> indexes(List<String> names) {
        var plain = names.stream().map(TextSample::plain).toList();
        var indexes = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.forEach((role, wanted) -> {
            var found = new ArrayList<Integer>();
            wanted.forEach(name -> found.add(plain.indexOf(TextSample.plain(name))));
            found.removeIf(index -> index < 0);
            if (!found.isEmpty()) {
                indexes.put(role, found.stream().mapToInt(Integer::intValue).toArray());
            }
        });
        return indexes;
    }

    private RowSource filtered(CsvRows rows, List<String> names) {
        var plain = names.stream().map(TextSample::plain).toList();
        var columns = filters.keySet().stream().filter(plain::contains).toList();
        var indexes = columns.stream().mapToInt(plain::indexOf).toArray();
        return indexes.length == 0
                ? rows
                : new FilteredRows(
                        rows,
                        row -> Arrays.stream(indexes)
                                .allMatch(index -> row.width() <= index
                                        || filters.getOrDefault(plain.get(index), cell -> true)
                                                .test(row.cell(index).strip())));
    }
}
