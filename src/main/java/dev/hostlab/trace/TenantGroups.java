package dev.hostlab.trace;

import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The tenants of a trace that are told apart: all that send requests, or where there are more than [#MOST] those
/// with most requests and one for the others.
final class TenantGroups {

    /// More could not be read in a report.
    static final int MOST = 20;

    private static final int NOBODY = -1;
    private static final String OTHERS = "others";

    private final int[] groupOf;
    private final List<Workload.TenantShare> shares;

    private TenantGroups(int[] groupOf, List<Workload.TenantShare> shares) {
        this.groupOf = groupOf;
        this.shares = shares;
    }

    /// @param all in order of appearance
    static TenantGroups of(List<Workload.TenantShare> all) {
        var kept = IntStream.range(0, all.size())
                .boxed()
                .filter(one -> all.get(one).requests() > 0)
                .sorted(Comparator.comparingDouble(
                                (Integer one) -> -all.get(one).requests())
                        .thenComparing(one -> one))
                .toList();
        var many = kept.size() > MOST;
        var told =
                kept.subList(0, many ? MOST - 1 : kept.size()).stream().sorted().toList();
        var groupOf = new int[all.size()];
        var shares = new ArrayList<Workload.TenantShare>();
        var rest = 0.0;
        for (var one = 0; one < groupOf.length; one++) {
            if (told.contains(one)) {
                groupOf[one] = shares.size();
                shares.add(all.get(one));
            } else {
                groupOf[one] = many && all.get(one).requests() > 0 ? MOST - 1 : NOBODY;
                rest += all.get(one).requests();
            }
        }
        if (many) {
            shares.add(new Workload.TenantShare(OTHERS, rest));
        }
        return new TenantGroups(groupOf, List.copyOf(shares));
    }

    /// Requests of each group, in order of appearance; the others last.
    List<Workload.TenantShare> shares() {
        return shares;
    }

    /// Whether there are two of them at least.
    boolean areToldApart() {
        return shares.size() > 1;
    }

    /// The group of the tenant with this number of [Labels], below 0 for one without requests.
    int of(int label) {
        return label < 1 || label > groupOf.length ? NOBODY : groupOf[label - 1];
    }

    /// What a reader should know; empty where every tenant is told apart.
    String note() {
        var all = IntStream.of(groupOf).filter(group -> group != NOBODY).count();
        return all <= MOST
                ? ""
                : "The file has " + all + " tenants: the " + (MOST - 1)
                        + " with most requests are told apart, the others together as 'others'.";
    }
}
