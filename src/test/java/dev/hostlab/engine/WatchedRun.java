package dev.hostlab.engine;

import dev.hostlab.engine.reference.Change;
import dev.hostlab.engine.reference.Demand;
import dev.hostlab.engine.reference.Fate;
import dev.hostlab.engine.reference.Fate.Outcome;
import dev.hostlab.engine.reference.ReferenceSimulator.Snapshot;
import dev.hostlab.engine.reference.Rules;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.ServiceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The kernel that hosts the options on requests and changes of capacity that a test gives, watched request by
/// request.
///
/// @param rules   how units take requests
/// @param load    when requests arrive
/// @param service what they need
/// @param run     seed of arrivals, demands and routing
record WatchedRun(Rules rules, Arrivals load, ServiceModel service, RunId run) {

    /// Everything that was drawn for this run, for the reference.
    List<Demand> demands() {
        var source = source();
        var routing = run.key(Stream.ROUTING);
        var demands = new ArrayList<Demand>();
        for (var at = source.arrivals().next();
                at != Unit.NEVER;
                at = source.arrivals().next()) {
            source.demands()
                    .draw(
                            demands.size(),
                            source.arrivals().inputTokens(),
                            source.arrivals().outputTokens());
            var first = Draws.bits(routing, demands.size() + 1);
            demands.add(new Demand(
                    at, source.demands().cpuNanos(), source.demands().upstreamNanos(), first, Draws.bits(first, 1)));
        }
        return demands;
    }

    /// What became of the requests, by time of arrival; requests that arrive at the same moment in no order.
    Map<Long, List<Fate>> fates(List<Change> changes) {
        var meter = watching();
        var units = new Units(meter);
        changes.forEach(units::apply);
        units.serveUntil(load.horizonNanos());
        units.kernel.countInFlight(load.horizonNanos());
        return meter.fates;
    }

    /// How many requests each unit holds at moments a little after those of the reference's history.
    List<Snapshot> outstandingAt(List<Long> moments, List<Change> changes) {
        var units = new Units(watching());
        var left = new ArrayList<>(changes);
        var seen = new ArrayList<Snapshot>();
        for (var moment : moments) {
            while (!left.isEmpty() && left.getFirst().at() < moment) {
                units.apply(left.removeFirst());
            }
            units.serveUntil(moment);
            seen.add(new Snapshot(
                    moment,
                    units.present.values().stream().map(Unit::outstanding).toList()));
        }
        return seen;
    }

    /// CPU time that the units used, in vCPU-nanoseconds.
    double cpuUsedNanos(List<Change> changes) {
        var units = new Units(watching());
        changes.forEach(units::apply);
        units.serveUntil(load.horizonNanos());
        return units.cpuOfTheGone
                + units.present.values().stream()
                        .mapToDouble(unit -> unit.harvestCpuNanos(load.horizonNanos()))
                        .sum();
    }

    /// Time spent, once as areas under the numbers of requests and once as a sum over requests.
    ///
    /// @param insideArea area under the number of requests inside, in request-nanoseconds
    /// @param stays      sum of the times from arrival to leaving, or to the end of the run
    /// @param busyArea   area under the number of slots held
    /// @param holds      sum of the times for which slots were held by requests that were answered
    /// @param counts     requests by outcome
    record TimeSpent(double insideArea, double stays, double busyArea, double holds, Tally counts) {}

    /// Plays with a metric period between any two changes of capacity.
    TimeSpent timeSpent(List<Change> changes) {
        var meter = watching();
        var units = new Units(meter);
        var from = 0L;
        var inside = 0.0;
        var busy = 0.0;
        for (var index = 0; index <= changes.size(); index++) {
            var last = index == changes.size();
            var to = last ? load.horizonNanos() : changes.get(index).at();
            meter.closePeriod(from, to);
            units.serveUntil(to);
            var load = meter.closePeriod(from, to);
            inside += load.meanInside() * (to - from);
            busy += load.meanBusySlots() * (to - from);
            from = to;
            if (!last) {
                units.apply(changes.get(index));
            }
        }
        units.kernel.countInFlight(from);
        return new TimeSpent(inside, meter.stays, busy, meter.holds, meter.total());
    }

    private Watching watching() {
        return new Watching(rules, demands(), load.horizonNanos());
    }

    /// How long the answered requests waited and took altogether, as the kernel has it that production chooses
    /// for this plan: it may compute departures in batches instead of playing events.
    List<Answer> answers(List<Change> changes) {
        var meter = watching();
        var kernel = Kernels.of(plan(), this::source, meter, run);
        for (var change : changes) {
            kernel.serveUntil(change.at());
            switch (change.kind()) {
                case ADMIT -> kernel.admit(change.unit(), change.at());
                case WITHDRAW -> kernel.withdraw(change.unit(), change.at());
                case END -> kernel.end(change.unit(), change.at());
            }
        }
        kernel.serveUntil(load.horizonNanos());
        return meter.answers.stream().sorted(Answer.IN_ORDER).toList();
    }

    /// A request that was answered, in time or not.
    record Answer(long waited, long response) {

        static final Comparator<Answer> IN_ORDER =
                Comparator.comparingLong(Answer::response).thenComparingLong(Answer::waited);
    }

    private KernelPlan plan() {
        return new KernelPlan(rules.routing(), new UnitShape(rules.slots(), rules.vcpus()), rules.queueLimit());
    }

    private RequestSource source() {
        return new RequestSource(
                ArrivalStream.of(load, run),
                new RequestSampler(service, RequestSampler.Factors.of(service), load.hasTokens(), run));
    }

    /// The kernel and its units by number.
    private final class Units {
        private final RequestKernel kernel;
        private final TreeMap<Integer, Unit> present = new TreeMap<>();
        private double cpuOfTheGone;

        private Units(Meter meter) {
            kernel = new RequestKernel(plan(), WatchedRun.this::source, meter, run);
        }

        private void apply(Change change) {
            kernel.serveUntil(change.at());
            switch (change.kind()) {
                case ADMIT -> {
                    kernel.admit(change.unit(), change.at());
                    present.put(change.unit(), kernel.unit(change.unit()));
                }
                case WITHDRAW -> kernel.withdraw(change.unit(), change.at());
                case END -> {
                    var unit = Objects.requireNonNull(present.remove(change.unit()));
                    kernel.end(change.unit(), change.at());
                    cpuOfTheGone += unit.harvestCpuNanos(change.at());
                }
            }
        }

        private void serveUntil(long time) {
            kernel.serveUntil(time);
        }
    }

    /// A meter that also notes what becomes of each request. Production has no second kind of meter, so that the
    /// compiler calls the one it has directly.
    private static final class Watching extends Meter {
        private final TreeMap<Long, List<Fate>> fates = new TreeMap<>();
        private final List<Answer> answers = new ArrayList<>();
        private final List<Demand> demands;
        private final long deadline;
        private int arrivals;
        private double stays;
        private double holds;

        private Watching(Rules rules, List<Demand> demands, long horizon) {
            super(new MeterRules(rules.deadlineNanos(), rules.dropsTheWaiting(), Long.MAX_VALUE), 0, false);
            closePeriod(0, horizon);
            this.demands = demands;
            deadline = rules.deadlineNanos();
        }

        @Override
        void arrived(double inputTokens, double outputTokens) {
            super.arrived(inputTokens, outputTokens);
            arrivals++;
        }

        @Override
        void rejected() {
            super.rejected();
            if (arrivals == 0) {
                return; // arrivals come in batches, and which one this is cannot be told
            }
            note(demands.get(arrivals - 1).arrivesAt(), Fate.without(Outcome.REJECTED));
        }

        @Override
        void foundNoTarget() {
            super.foundNoTarget();
            note(demands.get(arrivals - 1).arrivesAt(), Fate.without(Outcome.REJECTED));
        }

        @Override
        void left(long arrived, long started, long now, long decoding) {
            super.left(arrived, started, now, decoding);
            stays += now - arrived;
            holds += now - started;
            answers.add(new Answer(started - arrived, now - arrived));
            note(arrived, new Fate(now - arrived > deadline ? Outcome.TIMED_OUT : Outcome.SERVED, started, now));
        }

        @Override
        void passed(long[] response, long[] wait, int many, boolean recorded) {
            super.passed(response, wait, many, recorded);
            for (var index = 0; index < many; index++) {
                answers.add(new Answer(wait[index], response[index]));
            }
        }

        @Override
        void abandoned(long arrived, long now) {
            super.abandoned(arrived, now);
            stays += now - arrived;
            note(arrived, Fate.without(Outcome.TIMED_OUT));
        }

        @Override
        void lostWaiting(long arrived, long now) {
            super.lostWaiting(arrived, now);
            stays += now - arrived;
            note(arrived, Fate.without(now - arrived > deadline ? Outcome.TIMED_OUT : Outcome.FAILED));
        }

        @Override
        void stillInside(long arrived, long now) {
            super.stillInside(arrived, now);
            stays += now - arrived;
            note(arrived, Fate.without(now - arrived > deadline ? Outcome.TIMED_OUT : Outcome.IN_FLIGHT));
        }

        private void note(long arrived, Fate fate) {
            fates.computeIfAbsent(arrived, at -> new ArrayList<>()).add(fate);
        }
    }
}
