package dev.hostlab.scenario;

import dev.hostlab.workload.Access;
import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A workload's tenants and what settings say of them.
public final class TraceTenants {

    private static final int LONGEST = 40;

    private TraceTenants() {}

    /// The tenants as `service.tenants` writes them: names without shares, so that each request is its own
    /// tenant's. Empty for fewer than two.
    static Optional<String> words(List<Workload.TenantShare> tenants) {
        return tenants.size() < 2 ? Optional.empty() : Optional.of(String.join("; ", names(tenants)));
    }

    /// Names as a setting allows them, in order: letters, digits, dots, lines. They stay different
    /// from one another.
    static List<String> names(List<Workload.TenantShare> tenants) {
        var taken = new HashSet<String>();
        return tenants.stream().map(tenant -> name(tenant.name(), taken)).toList();
    }

    private static String name(String written, Set<String> taken) {
        var plain = written.replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        var name = plain.isEmpty() ? "tenant" : plain.substring(0, Math.min(LONGEST - 3, plain.length()));
        var unique = name;
        for (var number = 2; !taken.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }

    /// Whether tenants are given without shares, which the workload has to know.
    static boolean leavesShares(Access access) {
        return !access.tenants().isEmpty() && access.tenants().stream().allMatch(tenant -> tenant.share() == 0);
    }

    /// Where tenants are given without shares: all tenants of the workload, each with what the settings allow it,
    /// and whose requests are whose as the workload tells. Otherwise nothing changes.
    public static Access complete(Access access, Workload workload) {
        if (!leavesShares(access)) {
            return access;
        }
        var names = names(workload.tenants());
        var tenants = new ArrayList<Access.Tenant>();
        for (var number = 0; number < names.size(); number++) {
            tenants.add(tenant(names.get(number), workload.tenants().get(number).requests(), access));
        }
        return new Access(access.provider(), access.retries(), tenants, true);
    }

    private static Access.Tenant tenant(String name, double requests, Access access) {
        return access.tenants().stream()
                .filter(given -> given.name().equals(name))
                .findFirst()
                .map(given -> new Access.Tenant(
                        name,
                        requests,
                        given.requestsPerMinute(),
                        given.tokensPerMinute(),
                        given.queues(),
                        given.budget()))
                .orElse(new Access.Tenant(name, requests, 0, 0, false, Access.Budget.NONE));
    }
}
