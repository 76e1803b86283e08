package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The points of several series, each with a name that may tell its role.
///
/// Series whose names say nothing are all taken as requests and added up, if none is named like requests.
final class SeriesTable {

    private static final String TIME = "timestamp";
    private static final String SERIES = "series";

    private final List<Point> points = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private record Point(long line, String time, String value, String series) {}

    /// Adds a point of a series.
    void add(long line, String time, String value, String series) {
        numbers.putIfAbsent(series, numbers.size() + 1);
        points.add(new Point(line, time, value, series));
    }

    List<String> series() {
        return List.copyOf(numbers.keySet());
    }

    /// Whether the values of each series hardly ever get smaller, once they are in order of time as given.
    boolean onlyGrows() {
        var before = new LinkedHashMap<String, Double>();
        var falls = 0;
        for (var point : points) {
            var value = Cells.shape(point.value) == Cells.Shape.NUMBER ? Cells.value(point.value) : 0;
            var last = before.put(point.series, value);
            falls += last != null && value < last ? 1 : 0;
        }
        return points.size() > 2 && falls * 5 < points.size();
    }

    /// The points as rows with a column for each role.
    FormatReader.Table table(TraceFormat format, RowRules rules, IssueLog log) throws TraceStop {
        var roles = roles(log);
        var columns =
                roles.values().stream().flatMap(Optional::stream).distinct().toList();
        var names = new ArrayList<String>(List.of(TIME));
        columns.forEach(column -> names.add(column.header()));
        names.add(SERIES);
        var table = new CellTable(names);
        for (var point : points) {
            var role = roles.getOrDefault(point.series, Optional.empty());
            if (role.isPresent()) {
                table.add(point.line, cells(point, columns, role.get()));
            }
        }
        var indexes = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        indexes.put(TraceColumn.TIMESTAMP, new int[] {0});
        for (var i = 0; i < columns.size(); i++) {
            indexes.put(columns.get(i), new int[] {i + 1});
        }
        if (numbers.size() > 1) {
            indexes.put(TraceColumn.WORKLOAD, new int[] {names.size() - 1});
        }
        var layout = new Layout(format, rules.with(RowRules.Quirk.HOLES), names, indexes);
        return new FormatReader.Table(layout, table.rows());
    }

    private List<String> cells(Point point, List<TraceColumn> columns, TraceColumn role) {
        var cells = new ArrayList<String>(List.of(point.time));
        columns.forEach(column -> cells.add(column == role ? value(point) : ""));
        cells.add("series " + numbers.get(point.series));
        return cells;
    }

    /// A value that is missing is not known; it must not be taken for a column that its series does not have.
    private static String value(Point point) {
        return point.value.isEmpty() ? "NaN" : point.value;
    }

    private Map<String, Optional<TraceColumn>> roles(IssueLog log) {
        var roles = new LinkedHashMap<String, Optional<TraceColumn>>();
        numbers.keySet().forEach(name -> roles.put(name, RoleNames.role(name).filter(TraceColumn::isNumber)));
        if (!roles.containsValue(Optional.of(TraceColumn.REQUESTS))) {
            roles.replaceAll((name, role) -> role.isPresent() ? role : Optional.of(TraceColumn.REQUESTS));
        }
        if (roles.isEmpty()) {
            roles.put("", Optional.of(TraceColumn.REQUESTS));
        }
        var told = new ArrayList<String>();
        roles.forEach((name, role) -> told.add(
                Shown.quoted(name) + " is " + role.map(TraceColumn::header).orElse("not used")));
        log.infer("series", String.join(", ", told.subList(0, Math.min(5, told.size()))), Choice.FORMAT);
        return roles;
    }
}
