package dev.hostlab.workload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// A workload to be played through every option: a name, a place in time, and arrivals.
///
/// @param name     what people call it, mostly the file's name
/// @param sha256   of the trace file's bytes, hexadecimal
/// @param rows     data rows read
/// @param from     start of the horizon
/// @param arrivals when requests come
/// @param tenants  who sends them, in order of appearance; empty where that is not known
public record Workload(
        String name, String sha256, long rows, Instant from, Arrivals arrivals, List<TenantShare> tenants) {

    private static final double NANOS_PER_HOUR = 3_600e9;

    /// A part of the requests.
    ///
    /// @param name     its sender, as the trace writes it
    /// @param requests how many
    public record TenantShare(String name, double requests) {}

    /// A workload of which nobody knows who sends it.
    public Workload(String name, String sha256, long rows, Instant from, Arrivals arrivals) {
        this(name, sha256, rows, from, arrivals, List.of());
    }

    public Workload {
        tenants = List.copyOf(tenants);
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
        requireNonNull(from, "from");
        requireNonNull(arrivals, "arrivals");
    }

    /// The first `hours` of this workload, above 0; all of it where it is not longer.
    public Workload first(double hours) {
        var nanos = (long) (hours * NANOS_PER_HOUR);
        if (nanos >= arrivals.horizonNanos()) {
            return this;
        }
        var cut = switch (arrivals) {
            case BinnedArrivals bins -> bins.first(nanos);
            case RequestArrivals requests -> requests.first(nanos);
            case PoissonArrivals poisson -> new PoissonArrivals(poisson.perSecond(), nanos);
        };
        return new Workload(name, sha256, rows, from, cut, tenants);
    }

    /// End of the horizon.
    public Instant to() {
        return from.plusNanos(arrivals.horizonNanos());
    }
}
