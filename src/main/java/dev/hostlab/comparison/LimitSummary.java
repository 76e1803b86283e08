package dev.hostlab.comparison;

import dev.hostlab.engine.RunLimits.Amount;
import dev.hostlab.units.Usd;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What limits of the model provider and of tenants did to one option. Integers are those of replication 0.
///
/// @param tenants          by tenant; a single one without a name where nobody is told apart
/// @param refusedCalls     calls that the provider answered with 429
/// @param providerMinutes  minutes in which the provider refused calls: more capacity would only have asked more
/// @param capacityMinutes  minutes in which it refused none and requests found no free slot
/// @param helplessUsd      dollars a month for capacity in the provider's minutes that did nothing but wait for it
public record LimitSummary(
        List<TenantOutcome> tenants,
        long refusedCalls,
        Sampled providerMinutes,
        Sampled capacityMinutes,
        Usd helplessUsd) {

    public LimitSummary {
        tenants = List.copyOf(tenants);
    }

    /// Empty where nothing is limited.
    static Optional<LimitSummary> of(List<Replica> replicas, Function<double[], Sampled> sampled, Helpless helpless) {
        var figures =
                replicas.stream().map(Replica::limits).flatMap(Optional::stream).toList();
        if (figures.isEmpty() || figures.size() < replicas.size()) {
            return Optional.empty();
        }
        var first = figures.getFirst();
        var share = figures.stream()
                .mapToDouble(figure -> figure.time().helplessShare())
                .average()
                .orElse(0);
        return Optional.of(new LimitSummary(
                first.tenants(),
                first.refusedCalls(),
                sampled.apply(each(figures, figure -> figure.time().providerMinutes())),
                sampled.apply(each(figures, figure -> figure.time().capacityMinutes())),
                helpless.usd(share)));
    }

    /// What a share of the capacity in service costs a month.
    interface Helpless {
        Usd usd(double share);
    }

    private static double[] each(List<LimitFigures> figures, ToDoubleFunction<LimitFigures> value) {
        return figures.stream().mapToDouble(value).toArray();
    }

    /// All tenants together.
    public Amount sum(Function<TenantOutcome, Amount> part) {
        return tenants.stream().map(part).reduce(Amount.NONE, Amount::plus);
    }

    /// Whether tenants are told apart.
    public boolean hasTenants() {
        return tenants.size() > 1 || !tenants.getFirst().name().isEmpty();
    }
}
