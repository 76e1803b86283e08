package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What several series of numbers stand for, told by their names.
final class SeriesRoles {

    private SeriesRoles() {}

    /// Roles in the order of the names. Where none names requests, all that say nothing are requests, added up; a
    /// name that surely counts nothing, such as a latency, has no role.
    static List<Optional<TraceColumn>> of(List<String> names) {
        return of(names, Set.of());
    }

    /// @param noCounts names that are no requests in this format
    static List<Optional<TraceColumn>> of(List<String> names, Set<String> noCounts) {
        var roles = new ArrayList<Optional<TraceColumn>>();
        names.forEach(name -> roles.add(RoleNames.ofSeries(name)));
        if (!roles.contains(Optional.of(TraceColumn.REQUESTS))) {
            for (var i = 0; i < roles.size(); i++) {
                if (roles.get(i).isEmpty()
                        && !noCounts.contains(names.get(i))
                        && !RoleNames.countsNothing(names.get(i))) {
                    roles.set(i, Optional.of(TraceColumn.REQUESTS));
                }
            }
        }
        return roles;
    }
}
