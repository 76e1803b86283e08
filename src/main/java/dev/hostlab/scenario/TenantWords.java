package dev.hostlab.scenario;

import dev.hostlab.workload.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A workload's tenants as `service.tenants` writes them: each with its share in per cent of the requests.
final class TenantWords {

    /// More are not told apart by themselves: a report could not show them.
    static final int MOST = 20;

    private static final int LONGEST = 40;
    private static final double LEAST_PERCENT = 0.0001;

    private TenantWords() {}

    /// Empty for fewer than two tenants, and for more than [#MOST].
    static Optional<String> of(List<Workload.TenantShare> tenants) {
        var sending = tenants.stream().filter(tenant -> tenant.requests() > 0).toList();
        if (sending.size() < 2 || sending.size() > MOST) {
            return Optional.empty();
        }
        var all = sending.stream().mapToDouble(Workload.TenantShare::requests).sum();
        var names = new HashSet<String>();
        var words = new ArrayList<String>();
        for (var tenant : sending) {
            var percent = Math.max(LEAST_PERCENT, 100 * tenant.requests() / all);
            words.add(String.format(Locale.ROOT, "%s share=%.4f", name(tenant.name(), names), percent));
        }
        return Optional.of(String.join("; ", words));
    }

    /// A name with what a setting allows: letters, digits, dots, lines. It stays different from the others.
    private static String name(String written, Set<String> taken) {
        var plain = written.replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        var name = plain.isEmpty() ? "tenant" : plain.substring(0, Math.min(LONGEST - 3, plain.length()));
        var unique = name;
        for (var number = 2; !taken.add(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }
}
