package dev.hostlab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Standard Workload Format of the Parallel Workloads Archive: comments with `;`, 18 columns divided by blanks.
///
/// Jobs come at seconds from the start, or from the `UnixStartTime` of the comments, and last as many seconds as column
/// four says; -1 is unknown.
///
/// @see <a href="https://www.cs.huji.ac.il/labs/parallel/workload/swf.html">The Standard Workload Format</a>
final class WorkloadsArchive implements FormatReader {

    private static final int COLUMNS = 18;
    private static final Pattern START = Pattern.compile("(?m)^\\s*;\\s*UnixStartTime:\\s*([0-9]{1,10})\\s*$");

    @Override
    public boolean recognises(TextSample sample) {
        var line = sample.text()
                .lines()
                .filter(any -> !any.isBlank() && !any.strip().startsWith(";"))
                .findFirst()
                .orElse("");
        return line.strip().matches("([-0-9.]+\\s+){" + (COLUMNS - 1) + "}[-0-9.]+");
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var start = START.matcher(input.sample().text());
        var unixStart = start.find() ? Long.parseLong(start.group(1)) : 0;
        var skipped = new LogRows.Skipped(input.log(), ";");
        var rows = new LogRows(input.lines(), skipped, fields -> cells(fields, unixStart));
        var style = unixStart > 0 ? TimeStyle.EPOCH_SECONDS : TimeStyle.ELAPSED_SECONDS;
        var rules = RowRules.requests(style, RowRules.Quirk.MINUS_ONE_UNKNOWN);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        var names = List.of("submit_time", "run_time", "processors");
        return Optional.of(new Table(new Layout(TraceFormat.SWF, rules, names, roles), rows));
    }

    private static List<String> cells(List<String> fields, long unixStart) {
        if (fields.size() < COLUMNS) {
            return List.of();
        }
        var submitted = fields.get(1);
        var isWhole = unixStart > 0 && submitted.matches("[0-9]{1,12}");
        var at = isWhole ? Long.toString(unixStart + Long.parseLong(submitted)) : submitted;
        return List.of(at, fields.get(3), fields.get(4));
    }
}
