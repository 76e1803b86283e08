package dev.hostlab.trace;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Answers of NGINX Plus' status page, one a line: `timestamp` in milliseconds, `requests.total` only grows.
///
/// @see <a href="https://nginx.org/en/docs/http/ngx_http_status_module.html">ngx_http_status_module</a>
final class NginxPlusStatus implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        var line = sample.firstLine().replace(" ", "");
        return JsonLineRows.looksLike(sample)
                && line.contains("\"timestamp\":")
                && line.contains("\"requests\":{\"total\":");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonLineRows(input);
        var roles = rows.roles(Map.of(
                TraceColumn.TIMESTAMP, "timestamp",
                TraceColumn.REQUESTS, "requests.total"));
        var rules = RowRules.bins(TimeStyle.EPOCH_MILLISECONDS, SameTime.REFUSE).counting(Counting.CUMULATIVE);
        return Optional.of(new Table(new Layout(TraceFormat.NGINX_PLUS, rules, rows.names(), roles), rows));
    }
}
