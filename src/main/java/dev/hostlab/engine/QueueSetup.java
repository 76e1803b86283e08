package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Discipline;
import dev.hostlab.theory.QueueModel.Load;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;

/// A plain queue in the terms of the kernels that host the options: units, slots, upstream waits.
///
/// Time is stretched so that a mean service takes one simulated second: then the resolution of a nanosecond never
/// shows, however fast or slow the queue is.
///
/// @param model the queue
record QueueSetup(QueueModel model) {

    private static final double MS_PER_SECOND = 1_000;
    private static final double WHOLE_CPU = 1e12;

    /// Simulated seconds in one second of the queue's own time.
    double scale() {
        return model.service().perSecond();
    }

    /// Simulated nanoseconds for a time of the queue's own.
    long nanos(double seconds) {
        return ScheduledStream.nanos(seconds, scale());
    }

    boolean isShared() {
        return model.service().discipline() == Discipline.PS;
    }

    /// The seed of this queue's traffic. Queues of the same traffic meet the same requests, whoever serves them and
    /// however fast their clock runs; those of other traffic are independent of them, so that comparing many queues
    /// with what is known of them is not comparing one and the same chance many times.
    long trafficSeed(long seed) {
        var mixed = with(seed, model.service().variation().scv());
        return switch (model.load()) {
            case Load.Open open -> {
                var offered = with(mixed, open.perSecond() / scale());
                yield with(with(offered, open.gaps().scv()), open.batch());
            }
            case Load.Closed closed ->
                with(with(mixed, closed.users()), closed.think().meanSeconds() * scale());
            case Load.Scheduled scheduled -> with(mixed, scheduled.rows().size());
        };
    }

    /// Mixes in a quantity to single precision, so that rounding does not count.
    private static long with(long seed, double quantity) {
        return Draws.bits(seed, Float.floatToIntBits((float) quantity));
    }

    /// Units of capacity: one for each server, or one with all servers as its slots where it has
    /// rules that need that.
    int units() {
        return model.routing() == Routing.CENTRAL && !hasCentralLine()
                ? 1
                : model.servers().count();
    }

    /// Whether the central line of worker services can play it, which has room for all.
    private boolean hasCentralLine() {
        return model.routing() == Routing.CENTRAL && isPlain() && model.limits().capacity() == QueueModel.UNLIMITED;
    }

    KernelPlan kernelPlan() {
        if (hasCentralLine()) {
            return new KernelPlan(Routing.CENTRAL, new UnitShape(1, 1), QueueModel.UNLIMITED);
        }
        var central = model.routing() == Routing.CENTRAL;
        var routing = central ? Routing.ROUND_ROBIN : model.routing();
        var servers = central ? model.servers().count() : 1;
        var capacity = model.limits().capacity();
        if (isPlain()) {
            var slots = Math.min(servers, capacity);
            return new KernelPlan(routing, new UnitShape(slots, 1), capacity - slots);
        }
        var rules = new UnitRules(false, capacity, model.limits().patience(), model.servers(), scale());
        return new KernelPlan(routing, shape(servers), 0, rules);
    }

    private UnitShape shape(int servers) {
        return isShared()
                ? new UnitShape(slots(servers), vcpus(servers))
                : new UnitShape(Math.max(1, slots(servers)), 1);
    }

    /// Slots of a unit of so many servers: no more than fit in.
    int slots(int servers) {
        return Math.min(model.limits().capacity(), isShared() ? QueueModel.UNLIMITED : servers);
    }

    /// What so many servers are as vCPUs that requests share.
    double vcpus(int servers) {
        return servers == QueueModel.UNLIMITED ? WHOLE_CPU : servers;
    }

    /// Whether units as hosting options have them can play it.
    private boolean isPlain() {
        return !isShared()
                && model.load() instanceof Load.Open
                && model.servers().count() != QueueModel.UNLIMITED
                && model.servers().onDemand().isEmpty()
                && model.limits().patience().isEmpty();
    }

    RequestSource requests(RunId run) {
        var service = service();
        return new RequestSource(
                arrivals(run), new RequestSampler(service, RequestSampler.Factors.of(service), false, run));
    }

    private ArrivalStream arrivals(RunId run) {
        return switch (model.load()) {
            case Load.Open open
            when open.gaps() instanceof Variation.Exponential && open.batch() == 1 ->
                new PoissonStream(new PoissonArrivals(open.perSecond() / scale(), Long.MAX_VALUE), run);
            case Load.Open open -> new RenewalStream(open, scale(), run);
            case Load.Closed closed -> new ClosedStream(closed, scale(), run);
            case Load.Scheduled scheduled -> new ScheduledStream(scheduled, scale(), run);
        };
    }

    private ServiceModel service() {
        var fixed = new Variation.Constant();
        var varied = model.service().variation();
        var cpu = new ServiceModel.Cpu(isShared() ? MS_PER_SECOND : 0, 0, 0, isShared() ? varied : fixed);
        var upstream = new ServiceModel.Upstream(
                isShared() ? 0 : MS_PER_SECOND,
                isShared() ? fixed : varied,
                0,
                ServiceModel.Decoding.NONE,
                ServiceModel.Stalls.NONE);
        return new ServiceModel(
                1,
                cpu,
                upstream,
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }
}
