package dev.hostlab.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Any JSON Lines: one object a line, whose fields are columns; names say what they mean, or the user does.
final class JsonLines implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        return JsonLineRows.looksLike(sample)
                && (sample.lines().size() > 1 || tellsLoad(JsonLineRows.names(sample.firstLine())));
    }

    /// Whether one object alone is a record rather than an answer or a message.
    private static boolean tellsLoad(List<String> names) {
        var roles = FieldRoles.roles(names).keySet();
        return roles.contains(TraceColumn.TIMESTAMP) && roles.stream().anyMatch(TraceColumn::isNumber);
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonLineRows(input);
        var layout = FieldRoles.layout(TraceFormat.JSON_LINES, rows.names(), input.log());
        return Optional.of(new Table(layout, withoutChunks(rows, layout, input.log())));
    }

    /// The pieces of an answer that was streamed are one request, which the piece with the tokens stands for.
    private static RowSource withoutChunks(JsonLineRows rows, Layout layout, IssueLog log) {
        var object = layout.names().indexOf("object");
        var tokens = IntStream.concat(
                        Arrays.stream(layout.indexes(TraceColumn.INPUT_TOKENS)),
                        Arrays.stream(layout.indexes(TraceColumn.OUTPUT_TOKENS)))
                .toArray();
        if (object < 0 || tokens.length == 0) {
            return rows;
        }
        return new FilteredRows(rows, row -> {
            var isPiece = row.cell(object).endsWith(".chunk")
                    && Arrays.stream(tokens).allMatch(column -> row.start(column) == row.end(column));
            if (isPiece) {
                log.infer("chunks", "pieces of streamed answers without usage are left out", Choice.FORMAT);
            }
            return !isPiece;
        });
    }
}
