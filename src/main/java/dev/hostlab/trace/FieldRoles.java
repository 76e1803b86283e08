package dev.hostlab.trace;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the fields of JSON objects of unknown origin mean, told by their names.
final class FieldRoles {

    private FieldRoles() {}

    /// Our own names count first, then those of others; of inner objects only tokens.
    ///
    /// @param names of the fields, those of inner objects with a point between
    static Layout layout(TraceFormat format, List<String> names, IssueLog log) {
        var roles = roles(names);
        roles.forEach((role, columns) -> log.infer(role.header(), "field " + names.get(columns[0]), Choice.FORMAT));
        if (CanonicalReader.isPerRequest(names.size(), roles) || !roles.containsKey(TraceColumn.REQUESTS)) {
            log.infer("rows", "one a request", Choice.ROWS);
            return new Layout(format, RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES), names, roles);
        }
        return new Layout(format, RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE), names, roles);
    }

    /// The roles that names tell.
    static Map<TraceColumn, int[]> roles(List<String> names) {
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        for (var index = 0; index < names.size(); index++) {
            var column = index;
            var name = names.get(index);
            TraceColumn.named(TextSample.plain(name))
                    .or(() -> RoleNames.role(name))
                    .ifPresent(role -> roles.putIfAbsent(role, new int[] {column}));
        }
        for (var index = 0; index < names.size(); index++) {
            var column = index;
            RoleNames.inner(names.get(index)).ifPresent(role -> roles.putIfAbsent(role, new int[] {column}));
        }
        return roles;
    }
}
