package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Answers of `aws cloudwatch get-metric-statistics`: `{Label, Datapoints[{Timestamp, Sum, Unit}]}`, in no order.
///
/// `Sum` counts what the label names, requests unless it is tokens, or `SampleCount` where there is no sum; a sum of
/// what is no count, such as `CPUUtilization`, is nothing. Averages and maxima count nothing: only a user can say that
/// they are meant.
///
/// @see <a href="https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/get-metric-statistics.html">
/// get-metric-statistics</a>
final class CloudWatchStatistics implements FormatReader {

    private static final List<String> COLUMNS =
            List.of("Timestamp", "Sum", "SampleCount", "Average", "Minimum", "Maximum");

    /// Units of what is counted; a sum of percents, bytes or seconds is no number of requests.
    private static final Set<String> COUNTS = Set.of("", "Count", "None");

    @Override
    public boolean recognises(TextSample sample) {
        return sample.startsAsJson() && sample.text().contains("\"Datapoints\"");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var table = new CellTable(COLUMNS);
        var label = new String[] {""};
        var units = new HashSet<String>();
        try (var json = new JsonCursor(input.document())) {
            json.documents(() -> json.visit(name -> {
                switch (name) {
                    case "Datapoints" -> json.visit(none -> units.add(point(json, table)));
                    case "Label" -> label[0] = json.text();
                    default -> json.skip();
                }
            }));
        }
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.put(TraceColumn.TIMESTAMP, new int[] {0});
        var counting = has(table, 1) ? 1 : has(table, 2) ? 2 : 0;
        if (counting > 0 && COUNTS.containsAll(units) && !RoleNames.countsNothing(label[0])) {
            var role = RoleNames.ofSeries(label[0]).orElse(TraceColumn.REQUESTS);
            roles.put(role, new int[] {counting});
            var words = COLUMNS.get(counting) + " counts " + role.header() + " in each period";
            input.log().infer("values", words, Choice.VALUES);
        }
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE, RowRules.Quirk.HOLES);
        var layout = new Layout(TraceFormat.CLOUDWATCH_STATISTICS, rules, COLUMNS, roles);
        return Optional.of(new Table(layout, table.rows()));
    }

    private static boolean has(CellTable table, int column) {
        return table.size() == 0
                || IntStream.range(0, table.size())
                        .anyMatch(row -> !table.cell(row, column).isEmpty());
    }

    /// Takes a point and gives its unit.
    private static String point(JsonCursor json, CellTable table) throws IOException {
        var cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        var unit = new String[] {""};
        var line = json.line();
        json.visit(name -> {
            if (name.equals("Unit")) {
                unit[0] = json.text();
            } else if (COLUMNS.contains(name)) {
                cells.set(COLUMNS.indexOf(name), json.text());
            } else {
                json.skip();
            }
        });
        table.add(line, cells);
        return unit[0];
    }
}
