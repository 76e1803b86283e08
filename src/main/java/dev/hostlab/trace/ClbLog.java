package dev.hostlab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Access logs of a Classic Load Balancer: the time comes first, and it is that at which the request was received.
///
/// @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html">
/// Access logs for your Classic Load Balancer</a>
final class ClbLog implements FormatReader {

    private static final Pattern START =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z [^ ]+ [^ ]+:[0-9]+ ([^ ]+:[0-9]+|-) [-0-9.]+ .*");

    private static final List<String> COLUMNS =
            List.of("time", "processing_seconds", "elb_status_code", "sent_bytes", "request");

    private static final int LEAST_FIELDS = 11;
    private static final int STATUS = 7;
    private static final int SENT_BYTES = 10;
    private static final int REQUEST = 11;

    @Override
    public boolean recognises(TextSample sample) {
        return START.matcher(sample.firstLine()).matches();
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var rows = new LogRows(input.lines(), input.log(), ClbLog::cells);
        var rules = RowRules.requests(TimeStyle.AUTO);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        return Optional.of(new Table(new Layout(TraceFormat.CLB_LOG, rules, COLUMNS, roles), rows));
    }

    private static List<String> cells(List<String> fields) {
        if (fields.size() < LEAST_FIELDS) {
            return List.of();
        }
        return List.of(
                fields.getFirst(),
                AlbLog.processing(fields.subList(4, 7)),
                fields.get(STATUS),
                fields.get(SENT_BYTES),
                fields.size() > REQUEST ? fields.get(REQUEST) : "-");
    }
}
