package dev.hostlab.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
        return Optional.of(new Table(FieldRoles.layout(TraceFormat.JSON_LINES, rows.names(), input.log()), rows));
    }
}
