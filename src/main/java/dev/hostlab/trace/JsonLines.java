package dev.hostlab.trace;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Optional;

/// Any JSON Lines: one object a line, whose fields are columns; names say what they mean, or the user does.
final class JsonLines implements FormatReader {

    @Override
    public boolean recognises(TextSample sample) {
        return JsonLineRows.looksLike(sample);
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonLineRows(input);
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        for (var index = 0; index < rows.names().size(); index++) {
            var column = index;
            var name = rows.names().get(index);
            TraceColumn.named(TextSample.plain(name))
                    .or(() -> RoleNames.role(name))
                    .filter(role -> roles.putIfAbsent(role, new int[] {column}) == null)
                    .ifPresent(role -> input.log().infer(role.header(), "field " + name, Choice.FORMAT));
        }
        var isPerRequest =
                CanonicalReader.isPerRequest(rows.names().size(), roles) || !roles.containsKey(TraceColumn.REQUESTS);
        var rules = isPerRequest ? RowRules.requests(TimeStyle.AUTO) : RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE);
        if (isPerRequest) {
            input.log().infer("rows", "one a request", Choice.ROWS);
        }
        return Optional.of(new Table(new Layout(TraceFormat.JSON_LINES, rules, rows.names(), roles), rows));
    }
}
