package dev.hostlab.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Access logs of an Application Load Balancer: one line a request, more fields from year to year.
///
/// A request arrives at its `request_creation_time`. Older logs lack it: there the line's time, that of the answer,
/// less the three processing times is taken (-1 where a request failed).
///
/// @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html">
/// Access logs for your Application Load Balancer</a>
final class AlbLog implements FormatReader {

    private static final Pattern START =
            Pattern.compile("(http|https|h2|grpcs|ws|wss) [0-9]{4}-[0-9]{2}-[0-9]{2}T[^ ]* .*");

    private static final List<String> COLUMNS =
            List.of("time", "processing_seconds", "elb_status_code", "sent_bytes", "request");

    private static final int LEAST_FIELDS = 12;
    private static final int STATUS = 8;
    private static final int SENT_BYTES = 11;
    private static final int REQUEST = 12;
    private static final int CREATION_TIME = 21;

    @Override
    public boolean recognises(TextSample sample) {
        return START.matcher(sample.firstLine()).matches();
    }

    @Override
    public Optional<Table> open(TextInput input) {
        var rows = new LogRows(input.lines(), input.log(), AlbLog::cells);
        var rules = RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.END_TIMES);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        return Optional.of(new Table(new Layout(TraceFormat.ALB_LOG, rules, COLUMNS, roles), rows));
    }

    private static List<String> cells(List<String> fields) {
        if (fields.size() < LEAST_FIELDS) {
            return List.of();
        }
        var created = fields.size() > CREATION_TIME ? fields.get(CREATION_TIME) : "-";
        var isKnown = created.length() > 1 && Character.isDigit(created.charAt(0));
        return List.of(
                isKnown ? created : fields.get(1),
                isKnown ? "0" : processing(fields.subList(5, 8)),
                fields.get(STATUS),
                fields.get(SENT_BYTES),
                fields.size() > REQUEST ? fields.get(REQUEST) : "-");
    }

    /// The sum of times that are known; text that is no number comes through to be told.
    static String processing(List<String> times) {
        var sum = 0.0;
        for (var time : times) {
            if (Cells.shape(time) != Cells.Shape.NUMBER) {
                return time;
            }
            sum += Math.max(0, Cells.value(time));
        }
        return Double.toString(sum);
    }
}
