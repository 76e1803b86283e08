package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Roles of the columns of a wide table: a time, then one column for each series.
final class SeriesColumns {

    private SeriesColumns() {}

    /// Names tell roles; where none names requests, all that say nothing are added up as requests.
    ///
    /// @param names of all columns, the time first
    static Map<TraceColumn, int[]> roles(List<String> names, IssueLog log) {
        var columns = new EnumMap<TraceColumn, List<Integer>>(TraceColumn.class);
        var silent = new ArrayList<Integer>();
        for (var index = 1; index < names.size(); index++) {
            var role = RoleNames.role(names.get(index)).filter(TraceColumn::isNumber);
            if (role.isPresent()) {
                columns.computeIfAbsent(role.get(), none -> new ArrayList<>()).add(index);
            } else {
                silent.add(index);
            }
        }
        if (!columns.containsKey(TraceColumn.REQUESTS) && !silent.isEmpty()) {
            columns.put(TraceColumn.REQUESTS, silent);
            log.infer(
                    "requests",
                    silent.size() == 1 ? "the one series" : silent.size() + " series added up",
                    Choice.ROWS);
        }
        var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        roles.put(TraceColumn.TIMESTAMP, new int[] {0});
        columns.forEach((role, indexes) ->
                roles.put(role, indexes.stream().mapToInt(Integer::intValue).toArray()));
        return roles;
    }
}
