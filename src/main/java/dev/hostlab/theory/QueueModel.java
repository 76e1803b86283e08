package dev.hostlab.theory;

import static java.util.Objects.requireNonNull;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Variation;
import java.util.List;
import java.util.Optional;

/// A plain queue as data, in the terms of queueing theory.
///
/// @param load    when requests come
/// @param service how long they take, and in what order they are served
/// @param servers who serves them
/// @param limits  how many fit in, and how long they wait
/// @param routing how requests find servers: one queue for all, or one each
public record QueueModel(Load load, Service service, Servers servers, Limits limits, Routing routing) {

    /// So many that nothing waits for them.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// When requests come.
    public sealed interface Load {

        /// From outside at a constant rate.
        ///
        /// @param perSecond requests a second, above 0
        /// @param gaps      how the times between arrivals vary
        /// @param batch     requests that come at once, 1 or more; the gaps are those between batches
        record Open(double perSecond, Variation gaps, int batch) implements Load {}

        /// From a fixed number of users, each of whom thinks between an answer and the next request.
        ///
        /// @param users at least 1
        /// @param think time to think
        record Closed(int users, Span think) implements Load {}

        /// From outside at rates that change, to servers whose number changes.
        ///
        /// @param gaps how the times between arrivals vary, with the rate taken out of them
        /// @param rows at least one, in order of time
        record Scheduled(Variation gaps, List<Row> rows) implements Load {

            public Scheduled {
                rows = List.copyOf(rows);
            }

            /// Seconds to the end of the last row.
            public double seconds() {
                return rows.getLast().endSeconds();
            }
        }

        /// One row of a schedule.
        ///
        /// @param endSeconds when it ends; it begins where the one before ends
        /// @param perSecond  requests a second, 0 or more
        /// @param servers    servers, 0 to [#UNLIMITED]
        record Row(double endSeconds, double perSecond, int servers) {}
    }

    /// How requests are served.
    ///
    /// @param perSecond  requests that one server serves in a second, above 0
    /// @param variation  how service times vary
    /// @param discipline in what order
    public record Service(double perSecond, Variation variation, Discipline discipline) {

        public double meanSeconds() {
            return 1 / perSecond;
        }
    }

    /// In what order requests are served.
    public enum Discipline {
        /// First come, first served.
        FCFS,
        /// All at once, sharing the servers evenly, at most one server a request.
        PS
    }

    /// Who serves.
    ///
    /// @param count    servers, 1 to [#UNLIMITED]
    /// @param onDemand what starts them and switches them off, empty where they are always on
    public record Servers(int count, Optional<OnDemand> onDemand) {

        public static Servers alwaysOn(int count) {
            return new Servers(count, Optional.empty());
        }
    }

    /// Servers that start when a request waits and no start is under way for it, and go off when they idle.
    ///
    /// @param setup    how long a cold start takes
    /// @param delayOff how long a server idles before it goes off; empty for not at all
    /// @param cancels  whether starts that no waiting request needs any more are cancelled, the youngest first
    public record OnDemand(Span setup, Optional<Span> delayOff, boolean cancels) {}

    /// What ends a wait other than service.
    ///
    /// @param capacity most requests inside, waiting or served; in each queue where every server has its own
    /// @param patience how long a request waits before it gives up; empty for ever
    public record Limits(int capacity, Optional<Span> patience) {

        public static final Limits NONE = new Limits(UNLIMITED, Optional.empty());
    }

    /// A random or fixed length of time.
    ///
    /// @param meanSeconds 0 or more
    /// @param variation   how it varies
    public record Span(double meanSeconds, Variation variation) {

        public boolean isExponential() {
            return variation instanceof Variation.Exponential;
        }
    }

    public QueueModel {
        requireNonNull(load, "load");
        requireNonNull(service, "service");
        requireNonNull(servers, "servers");
        requireNonNull(limits, "limits");
        requireNonNull(routing, "routing");
    }

    /// Work that arrives, in servers kept busy: rate × mean service time. Empty where the load
    /// depends on the answers.
    public Optional<Double> offeredLoad() {
        return load instanceof Load.Open open ? Optional.of(open.perSecond() / service.perSecond()) : Optional.empty();
    }

    /// Whether the queue grows without end: at least as much work as servers can do, and nothing that sheds it.
    ///
    /// With fixed gaps and fixed service a load equal to capacity would be stable; it is called unstable here,
    /// since any disturbance stays for ever.
    public boolean isUnstable() {
        var sheds = limits.capacity() != UNLIMITED || limits.patience().isPresent();
        return !sheds
                && servers.count() != UNLIMITED
                && offeredLoad().filter(load -> load >= servers.count()).isPresent();
    }
}
