package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The points of several series, each with a name that may tell its role; rows have a column for each series.
///
/// Series whose names say nothing are all taken as requests and added up, if none is named like requests; those whose
/// names say that they count nothing are left out.
final class SeriesTable {

    /// Beyond this many cells the points of further series share a column: memory is bounded.
    private static final long MOST_CELLS = 20_000_000;

    private static final String TIME = "timestamp";
    private static final String SERIES = "series";
    private static final int TOLD = 8;

    private final List<Point> points = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();

    private final Set<String> noCounts = new HashSet<>();

    private record Point(long line, String time, String value, Series series) {}

    /// @param number in order of appearance, from 1
    private record Series(int number, String name) {}

    /// Adds a point.
    ///
    /// @param name tells the role
    void add(long line, String time, String value, String name) throws TraceStop {
        add(line, time, value, name, name);
    }

    /// Adds a point of a series that may share its name with another.
    ///
    /// @param key tells series apart
    void add(long line, String time, String value, String name, String key) throws TraceStop {
        CellTable.requireRoom(points.size(), line);
        var known = series.computeIfAbsent(key, none -> new Series(series.size() + 1, name));
        points.add(new Point(line, time, value, known));
    }

    /// Says that series of this name are no requests.
    void countsNothing(String name) {
        noCounts.add(name);
    }

    List<String> names() {
        return series.values().stream().map(Series::name).toList();
    }

    /// Whether the values of each series fall so seldom, beside how often they rise, as those of a counter do, in
    /// the order as given.
    ///
    /// @param rises how often they rise at least for each fall
    boolean grows(int rises) {
        var before = new LinkedHashMap<Series, Double>();
        var balance = 0L;
        var hasRisen = false;
        for (var point : points) {
            var isNumber = Cells.shape(point.value) == Cells.Shape.NUMBER;
            var value = isNumber ? Cells.value(point.value) : before.getOrDefault(point.series, 0.0);
            var step = value - before.getOrDefault(point.series, value);
            before.put(point.series, value);
            hasRisen |= step > 0;
            balance += step > 0 ? 1 : step < 0 ? -rises : 0;
        }
        return points.size() > 2 && hasRisen && balance >= 0;
    }

    /// The points as rows.
    FormatReader.Table table(TraceFormat format, RowRules rules, IssueLog log) throws TraceStop {
        var roles = SeriesRoles.of(names(), noCounts);
        tell(roles, log);
        var columns = columns();
        var table = new CellTable(columns);
        for (var point : points) {
            table.add(point.line, cells(point, columns.size()));
        }
        var layout = new Layout(
                format,
                rules.with(RowRules.Quirk.HOLES).with(RowRules.Quirk.SPARSE),
                columns,
                indexes(roles, columns.size()));
        return new FormatReader.Table(layout, table.rows());
    }

    /// The time, the series and their number; names that repeat get theirs.
    private List<String> columns() {
        var names = new ArrayList<String>(List.of(TIME));
        for (var known : series.values()) {
            var shown = known.name.isEmpty() ? TraceColumn.REQUESTS.header() : Shown.plain(known.name);
            names.add(names.contains(shown) ? shown + " (" + known.number + ")" : shown);
            if (points.size() * (names.size() + 1L) > MOST_CELLS) {
                break;
            }
        }
        if (names.size() == 1) {
            names.add(TraceColumn.REQUESTS.header());
        }
        names.add(SERIES);
        return names;
    }

    /// The column of a series: the last one is shared where there are too many.
    private static int column(Series series, int width) {
        return Math.min(series.number, width - 2);
    }

    private static List<String> cells(Point point, int width) {
        var cells = new ArrayList<>(Collections.nCopies(width, ""));
        cells.set(0, point.time);
        cells.set(column(point.series, width), point.value.isEmpty() ? "NaN" : point.value);
        cells.set(width - 1, "series " + point.series.number);
        return cells;
    }

    private Map<TraceColumn, int[]> indexes(List<Optional<TraceColumn>> roles, int width) {
        var indexes = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        indexes.put(TraceColumn.TIMESTAMP, new int[] {0});
        for (var known : series.values()) {
            var at = column(known, width);
            roles.get(known.number - 1).ifPresent(role -> indexes.merge(role, new int[] {at}, SeriesTable::with));
        }
        if (series.isEmpty()) {
            indexes.put(TraceColumn.REQUESTS, new int[] {1});
        }
        if (series.size() > 1) {
            indexes.put(TraceColumn.WORKLOAD, new int[] {width - 1});
        }
        return indexes;
    }

    private static int[] with(int[] columns, int[] more) {
        if (columns[columns.length - 1] == more[0]) {
            return columns;
        }
        var all = Arrays.copyOf(columns, columns.length + 1);
        all[columns.length] = more[0];
        return all;
    }

    private void tell(List<Optional<TraceColumn>> roles, IssueLog log) {
        var told = new ArrayList<String>();
        for (var known : series.values()) {
            var role = roles.get(known.number - 1).map(TraceColumn::header);
            told.add(Shown.quoted(known.name) + " is " + role.orElse("not used"));
        }
        log.infer("series", String.join(", ", told.subList(0, Math.min(TOLD, told.size()))), Choice.FORMAT);
    }
}
