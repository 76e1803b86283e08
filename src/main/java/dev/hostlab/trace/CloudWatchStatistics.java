package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Answers of `aws cloudwatch get-metric-statistics`: `{Label, Datapoints[{Timestamp, Sum, Unit}]}`, in no order.
///
/// `Sum` counts requests, or `SampleCount` where there is no sum. Averages and maxima count nothing: only a user can
/// say that they are meant.
///
/// @see <a href="https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/get-metric-statistics.html">
/// get-metric-statistics</a>
final class CloudWatchStatistics implements FormatReader {

    private static final List<String> COLUMNS =
            List.of("Timestamp", "Sum", "SampleCount", "Average", "Minimum", "Maximum");

    @Override
    public boolean recognises(TextSample sample) {
        return sample.firstChar() == '{' && sample.text().contains("\"Datapoints\"");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var table = new CellTable(COLUMNS);
        try (var json = new JsonCursor(input.document())) {
            json.documents(() -> json.visit(name -> {
                if (name.equals("Datapoints")) {
                    json.visit(none -> point(json, table));
                } else {
                    json.skip();
                }
            }));
        }
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.put(TraceColumn.TIMESTAMP, new int[] {0});
        var counting = has(table, 1) ? 1 : has(table, 2) ? 2 : 0;
        if (counting > 0) {
            roles.put(TraceColumn.REQUESTS, new int[] {counting});
            input.log().infer("values", COLUMNS.get(counting) + " counts requests in each period", Choice.VALUES);
        }
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE);
        var layout = new Layout(TraceFormat.CLOUDWATCH_STATISTICS, rules, COLUMNS, roles);
        return Optional.of(new Table(layout, table.rows()));
    }

    private static boolean has(CellTable table, int column) {
        return table.size() == 0
                || IntStream.range(0, table.size())
                        .anyMatch(row -> !table.cell(row, column).isEmpty());
    }

    private static void point(JsonCursor json, CellTable table) throws IOException {
        var cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        var line = json.line();
        json.visit(name -> {
            if (COLUMNS.contains(name)) {
                cells.set(COLUMNS.indexOf(name), json.text());
            } else {
                json.skip();
            }
        });
        table.add(line, cells);
    }
}
