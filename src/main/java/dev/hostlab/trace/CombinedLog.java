package dev.hostlab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Access logs of Apache and NGINX, common or combined: `host - user [17/May/2015:10:05:03 +0000] "GET …" 200 …`.
///
/// Stamps are whole seconds. Apache's is the time of arrival, NGINX' that of the answer.
///
/// @see <a href="https://httpd.apache.org/docs/2.4/logs.html">Apache HTTP server: log files</a>
final class CombinedLog implements FormatReader {

    private static final Pattern START = Pattern.compile(
            "[^ ]+ [^ ]+ .*\\[[0-9]{2}/[A-Za-z]{3}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)? [+-][0-9]{4}\\] \".*");

    private static final List<String> COLUMNS = List.of("time", "status", "bytes", "request");

    @Override
    public boolean recognises(TextSample sample) {
        return START.matcher(sample.firstLine()).matches();
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var rows = new LogRows(input.lines(), input.log(), CombinedLog::cells);
        var rules = RowRules.requests(TimeStyle.AUTO);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0});
        return Optional.of(new Table(new Layout(TraceFormat.COMBINED_LOG, rules, COLUMNS, roles), rows));
    }

    /// A user's name may have blanks, so the time is looked for.
    private static List<String> cells(List<String> fields) {
        for (var at = 3; at + 3 < fields.size(); at++) {
            var field = fields.get(at);
            if (field.length() > 20 && field.charAt(2) == '/' && field.charAt(6) == '/') {
                return List.of(field, fields.get(at + 2), fields.get(at + 3), fields.get(at + 1));
            }
        }
        return fields.size() < 7 ? List.of() : List.of(fields.get(3), fields.get(5), fields.get(6), fields.get(4));
    }
}
