package dev.hostlab.trace;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON list of objects that is known by the names of its fields.
///
/// @param format   which one it is
/// @param rules    how its rows are taken
/// @param required names by which it is recognised
/// @param roles    paths of the fields of each role; those that a file lacks are passed over
record KnownJson(TraceFormat format, RowRules rules, List<String> required, Map<TraceColumn, List<String>> roles)
        implements FormatReader {

    static KnownJson of(TraceFormat format, RowRules rules, String... required) {
        return new KnownJson(format, rules, List.of(required), Map.of());
    }

    /// The fields of a role; numbers of several are added up.
    KnownJson role(TraceColumn role, String... paths) {
        var more = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        more.putAll(roles);
        more.put(role, List.of(paths));
        return new KnownJson(format, rules, required, more);
    }

    @Override
    public boolean recognises(TextSample sample) {
        return JsonRecords.looksLike(sample)
                && required.stream().allMatch(name -> sample.text().contains('"' + name + '"'));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var rows = new JsonRecords(input);
        var indexes = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.forEach((role, paths) -> {
            var known = paths.stream()
                    .mapToInt(rows.names()::indexOf)
                    .filter(index -> index >= 0)
                    .toArray();
            if (known.length > 0) {
                indexes.put(role, known);
            }
        });
        return Optional.of(new Table(new Layout(format, rules, rows.names(), indexes), rows));
    }
}
