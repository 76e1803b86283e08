package dev.hostlab.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
            var counts = counts(names, roles, noCounts);
            for (var i = 0; i < roles.size(); i++) {
                if (counts.contains(names.get(i)) && roles.get(i).isEmpty()) {
                    roles.set(i, Optional.of(TraceColumn.REQUESTS));
                }
            }
        }
        return roles;
    }

    /// Names that may stand for requests: none where all tell of failures, only the total where there is one.
    private static Set<String> counts(List<String> names, List<Optional<TraceColumn>> roles, Set<String> noCounts) {
        var counts = new LinkedHashSet<String>();
        for (var i = 0; i < names.size(); i++) {
            if (roles.get(i).isEmpty() && !noCounts.contains(names.get(i)) && !RoleNames.countsNothing(names.get(i))) {
                counts.add(names.get(i));
            }
        }
        if (counts.stream().allMatch(RoleNames::countsFailures)) {
            return Set.of();
        }
        var total = counts.stream().filter(RoleNames::countsAll).findFirst();
        return total.isPresent() ? Set.of(total.get()) : counts;
    }
}
