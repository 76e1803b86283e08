package dev.hostlab.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// CSV that Grafana exports: `"Time","series",…`, or in its versions 4 to 6 `"Series";"Time";"Value"`.
///
/// Made for Excel it is UTF-16 with tabs. Times are the browser's, without zone; empty cells and null are unknown.
/// Values that were formatted with units have lost digits and are refused.
///
/// @see <a href="https://grafana.com/docs/grafana/latest/panels-visualizations/panel-inspector/">Panel inspector</a>
final class GrafanaCsv implements FormatReader {

    private static final KnownCsv LONG = KnownCsv.of(
                    TraceFormat.GRAFANA,
                    RowRules.bins(TimeStyle.AUTO, SameTime.SUM, RowRules.Quirk.HOLES),
                    "Series",
                    "Time",
                    "Value")
            .role(TraceColumn.TIMESTAMP, "Time")
            .role(TraceColumn.REQUESTS, "Value")
            .role(TraceColumn.WORKLOAD, "Series");

    private static final Pattern COUNTER =
            Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*_total(\\{.*)?|\\{.*__name__=\"[^\"]*_total\".*");

    @Override
    public boolean recognises(TextSample sample) {
        return LONG.recognises(sample) || wide(sample).isPresent();
    }

    private static Optional<TextSample.Header> wide(TextSample sample) {
        return sample.header("Time")
                .filter(header -> header.cells().size() > 1)
                .filter(header -> header.cells().getFirst().equals("Time"));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        if (LONG.recognises(input.sample())) {
            input.log().infer("values", "counts in each step", Choice.VALUES);
            return LONG.open(input);
        }
        var found = wide(input.sample()).orElseGet(input.sample()::likelyHeader);
        var delimiter = input.delimiter(found.delimiter());
        var rows = input.csv(delimiter);
        rows.advance();
        var names =
                rows.row().cells().stream().map(String::strip).map(Shown::plain).toList();
        rows.nameColumns(names);
        var roles = SeriesColumns.roles(names, input.log());
        var requests = Arrays.stream(roles.getOrDefault(TraceColumn.REQUESTS, new int[] {}))
                .mapToObj(names::get)
                .toList();
        var counting = counting(requests);
        var words = counting == Counting.CUMULATIVE ? "readings of counters" : "counts in each step";
        input.log().infer("values", words, Choice.VALUES);
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE, RowRules.Quirk.HOLES)
                .counting(counting);
        return Optional.of(new Table(new Layout(TraceFormat.GRAFANA, rules, names, roles), rows, delimiter));
    }

    /// Metrics as they were scraped keep their names; where a function was applied the legend
    /// shows it or labels only.
    private static Counting counting(List<String> requests) {
        var areCounters = !requests.isEmpty()
                && requests.stream().allMatch(name -> COUNTER.matcher(name).matches());
        return areCounters ? Counting.CUMULATIVE : Counting.COUNT;
    }
}
