package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Roles of the columns of a wide table: a time, then one column for each series.
final class SeriesColumns {

    private SeriesColumns() {}

    /// Names tell roles, see [SeriesRoles].
    ///
    /// @param names of all columns, the time first
    static Map<TraceColumn, int[]> roles(List<String> names, IssueLog log) {
        return roles(names, Set.of(), log);
    }

    /// @param noCounts names that are no requests
    static Map<TraceColumn, int[]> roles(List<String> names, Set<String> noCounts, IssueLog log) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var series = SeriesRoles.of(names.subList(1, names.size()), noCounts);
        var columns = new EnumMap<TraceColumn, List<Integer>>(TraceColumn.class);
        var told = new ArrayList<String>();
        for (var i = 0; i < series.size(); i++) {
            var column = i + 1;
            var role = series.get(i);
            role.ifPresent(known ->
                    columns.computeIfAbsent(known, none -> new ArrayList<>()).add(column));
            told.add(Shown.quoted(names.get(column)) + " is "
                    + role.map(TraceColumn::header).orElse("not used"));
        }
        log.infer("series", String.join(", ", told.subList(0, Math.min(8, told.size()))), Choice.ROWS);
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.put(TraceColumn.TIMESTAMP, new int[] {0});
        columns.forEach((role, indexes) ->
                roles.put(role, indexes.stream().mapToInt(Integer::intValue).toArray()));
        return roles;
    }
}
