package dev.hostlab.trace;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `vegeta encode --to csv` writes: no header, nanoseconds since 1970 first, the body in Base64.
///
/// @see <a href="https://github.com/tsenart/vegeta">tsenart/vegeta</a>
final class VegetaCsv implements FormatReader {

    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "code",
            "latency",
            "bytes_out",
            "bytes_in",
            "error",
            "body",
            "attack",
            "seq",
            "method",
            "url",
            "headers");

    private static final int LEAST_COLUMNS = 8;

    @Override
    public boolean recognises(TextSample sample) {
        var cells = TextSample.cells(sample.firstLine(), ',');
        return cells.size() >= LEAST_COLUMNS
                && cells.get(0).matches("[0-9]{19}")
                && cells.get(1).matches("[0-9]{1,3}")
                && cells.get(2).matches("[0-9]+");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rules = RowRules.requests(
                TimeStyle.EPOCH_NANOSECONDS, RowRules.Quirk.DURATION_NANOSECONDS, RowRules.Quirk.ANY_WIDTH);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {2});
        var rows = input.csv(',');
        return Optional.of(new Table(new Layout(TraceFormat.VEGETA, rules, COLUMNS, roles), rows));
    }
}
