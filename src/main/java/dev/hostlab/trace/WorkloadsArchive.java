package dev.hostlab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Standard Workload Format of the Parallel Workloads Archive: comments with `;`, 18 columns divided by blanks.
///
/// Jobs come at seconds from the start and last as many seconds as column four says; -1 is unknown.
///
/// @see <a href="https://www.cs.huji.ac.il/labs/parallel/workload/swf.html">The Standard Workload Format</a>
final class WorkloadsArchive implements FormatReader {

    private static final int COLUMNS = 18;

    @Override
    public boolean recognises(TextSample sample) {
        var line = sample.lines().stream()
                .filter(any -> !any.strip().startsWith(";"))
                .findFirst()
                .orElse("");
        return line.strip().matches("([-0-9.]+\\s+){" + (COLUMNS - 1) + "}[-0-9.]+");
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var rows = new LogRows(input.lines(), new LogRows.Skipped(input.log(), ";"), WorkloadsArchive::cells);
        var rules = RowRules.requests(TimeStyle.ELAPSED_SECONDS, RowRules.Quirk.MINUS_ONE_UNKNOWN);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        var names = List.of("submit_time", "run_time", "processors");
        return Optional.of(new Table(new Layout(TraceFormat.SWF, rules, names, roles), rows));
    }

    private static List<String> cells(List<String> fields) {
        return fields.size() < COLUMNS ? List.of() : List.of(fields.get(1), fields.get(3), fields.get(4));
    }
}
