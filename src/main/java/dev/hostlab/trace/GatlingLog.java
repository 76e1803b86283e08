package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gatling's `simulation.log` up to 3.10: records divided by tabs, of which those named REQUEST are the requests.
///
/// The start stands in another place in each major version: it is the first of the two numbers of 13 digits. From 3.11
/// on the log is binary and only Gatling reads it.
///
/// @see <a href="https://docs.gatling.io/reference/stats/reports/oss/">Gatling: reports</a>
final class GatlingLog implements FormatReader {

    private static final List<String> COLUMNS = List.of("start", "milliseconds", "name");
    private static final String MILLISECONDS = "[0-9]{13}";

    @Override
    public boolean recognises(TextSample sample) {
        return sample.lines().stream().anyMatch(line -> line.startsWith("RUN\t") || line.contains("\tRUN\t"));
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var rules = RowRules.requests(TimeStyle.EPOCH_MILLISECONDS, RowRules.Quirk.DURATION_MILLISECONDS);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        var layout = new Layout(TraceFormat.GATLING, rules, COLUMNS, roles);
        return Optional.of(new Table(layout, new Requests(input)));
    }

    private static final class Requests implements RowSource {

        private final BufferedReader text;
        private final IssueLog log;
        private final TableRow row = new TableRow();
        private long line;

        Requests(TextInput input) {
            this.text = new BufferedReader(input.lines());
            this.log = input.log();
        }

        @Override
        public boolean advance() throws IOException {
            for (var next = text.readLine(); next != null; next = text.readLine()) {
                line++;
                var fields = List.of(next.split("\t", -1));
                if (fields.indexOf("REQUEST") >= 0 && fields.indexOf("REQUEST") <= 2) {
                    if (take(fields)) {
                        return true;
                    }
                    log.add(TraceProblem.RAGGED_ROW, line, "", "The record has no start and end in milliseconds.");
                }
            }
            return false;
        }

        private boolean take(List<String> fields) {
            for (var at = 1; at + 1 < fields.size(); at++) {
                if (fields.get(at).matches(MILLISECONDS) && fields.get(at + 1).matches(MILLISECONDS)) {
                    var start = Long.parseLong(fields.get(at));
                    row.begin(line);
                    row.add(fields.get(at));
                    row.add(Long.toString(Math.max(0, Long.parseLong(fields.get(lastTime(fields, at))) - start)));
                    row.add(fields.get(at - 1));
                    return true;
                }
            }
            return false;
        }

        /// Old versions write four times: request sent, response received and two between.
        private static int lastTime(List<String> fields, int first) {
            var last = first;
            while (last + 1 < fields.size() && fields.get(last + 1).matches(MILLISECONDS)) {
                last++;
            }
            return last;
        }

        @Override
        public TableRow row() {
            return row;
        }
    }
}
