package dev.hostlab.trace;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Mooncake's request traces: JSON Lines with `timestamp`, `input_length`, `output_length`, milliseconds from the
/// start. Alibaba's traces of Qwen have the same names, a `chat_id`, and seconds.
///
/// @see <a href="https://github.com/kvcache-ai/Mooncake">kvcache-ai/Mooncake</a>
final class Mooncake implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        var line = sample.firstLine();
        return JsonLineRows.looksLike(sample)
                && line.contains("\"timestamp\"")
                && line.contains("\"input_length\"")
                && line.contains("\"output_length\"");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonLineRows(input);
        var roles = rows.roles(Map.of(
                TraceColumn.TIMESTAMP, "timestamp",
                TraceColumn.INPUT_TOKENS, "input_length",
                TraceColumn.OUTPUT_TOKENS, "output_length"));
        var isInSeconds = rows.names().contains("chat_id");
        var rules = RowRules.requests(isInSeconds ? TimeStyle.ELAPSED_SECONDS : TimeStyle.ELAPSED_MILLISECONDS);
        if (isInSeconds) {
            input.log().infer("timestamp", "seconds from the start, as in Alibaba's traces with chat_id", Choice.TIME);
        }
        return Optional.of(new Table(new Layout(TraceFormat.MOONCAKE, rules, rows.names(), roles), rows));
    }
}
