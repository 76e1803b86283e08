package dev.hostlab.cost;

import dev.hostlab.units.Usd;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;

/// Parts of a month's compute that did no work, each the compute's dollars × its share of the billed seconds.
///
/// @param idle     in service, but not used
/// @param stranded paid for, but nothing more fits
/// @param draining going out of service
record Waste(Usd idle, Usd stranded, Usd draining) {

    private static final Waste NONE = new Waste(Usd.ZERO, Usd.ZERO, Usd.ZERO);

    /// @param monthlyUsd dollars a month of one kind of capacity
    static Waste of(Usage usage, Function<ComputeUsage, Usd> monthlyUsd) {
        return usage.compute().stream()
                .filter(used -> used.billedSeconds() > 0)
                .map(used -> of(used, monthlyUsd.apply(used)))
                .reduce(NONE, Waste::plus);
    }

    private static Waste of(ComputeUsage used, Usd usd) {
        var billed = used.billedSeconds();
        return new Waste(
                share(usd, used.idleSeconds(), billed),
                share(usd, used.strandedSeconds(), billed),
                share(usd, used.drainingSeconds(), billed));
    }

    private static Usd share(Usd usd, double part, double whole) {
        return usd.times(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128));
    }

    private Waste plus(Waste other) {
        return new Waste(idle.plus(other.idle), stranded.plus(other.stranded), draining.plus(other.draining));
    }
}
