package dev.hostlab.comparison;

import dev.hostlab.cost.CostReport;
import dev.hostlab.cost.Rating;
import dev.hostlab.effort.EffortLedger;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.effort.EvaluationGate;
import dev.hostlab.engine.RunResult;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.Usage;
import dev.hostlab.workload.ServiceModels;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The replications of one option, priced and weighed: what a comparison says about it.
final class OptionRuns {

    private static final double MS_PER_SECOND = 1_000;

    private final HostingOption option;
    private final Method method;
    private final Settings settings;
    private final List<Replica> replicas;
    private final QueueFindings queue;
    private final double offeredLoad;
    private final PriceBook prices;
    private final Usage bought;
    private final CostReport cost;
    private final EffortReport effort;
    private final double[] bills;
    private final double[] hours;
    private final double[] totals;

    /// @param method how the replicas were made
    OptionRuns(HostingOption option, ComparisonRequest request, List<Replica> replicas, Method method) {
        this.option = option;
        this.method = method;
        this.settings = request.settings();
        this.replicas = replicas;
        this.queue = new QueueFindings(settings, request.playedWorkload());
        this.offeredLoad = OfferedLoad.atMaximum(
                request.playedWorkload().arrivals(), ServiceModels.of(settings), option.fleetPlan(0));
        var ledger = ledger();
        prices = request.prices();
        bought = option.bought(MeanUsage.of(whole().stream().map(Replica::usage).toList()));
        var charges = option.charges();
        cost = Rating.rate(bought, charges, prices);
        var reports = replicas.stream()
                .map(replica ->
                        ledger.report(replica.usage().fleet(), replica.usage().horizonSeconds()))
                .toList();
        effort = MeanEffort.of(reports.subList(0, whole().size()));
        bills = each(replica -> Rating.rate(option.bought(replica.usage()), charges, prices)
                .monthly()
                .total()
                .toDouble());
        hours = method.values(
                reports.stream().mapToDouble(EffortReport::hoursPerMonth).toArray());
        totals = IntStream.range(0, bills.length)
                .mapToDouble(index -> bills[index] + hours[index] * ledger.hourlyRateUsd())
                .toArray();
    }

    /// The replicas whose mean counts.
    private List<Replica> whole() {
        return method == Method.WINDOWS ? replicas.subList(0, 1) : replicas;
    }

    private EffortLedger ledger() {
        return new EffortLedger(
                option.effort(),
                settings.get(EffortParameters.DEPLOYMENTS_PER_MONTH),
                settings.get(EffortParameters.HOURLY_RATE_USD),
                settings.get(EffortParameters.STRANDED_REVIEW_SHARE),
                EvaluationGate.of(settings));
    }

    OptionId option() {
        return option.id();
    }

    /// Hands over the figures that options are judged by, one value a replication.
    void judgeBy(Samples samples) {
        samples.with(option(), Criterion.BILL, bills)
                .with(option(), Criterion.HOURS, hours)
                .with(option(), Criterion.TOTAL, totals);
        if (replicas.stream().allMatch(replica -> replica.requests().arrived() > 0)) {
            samples.with(
                    option(),
                    Criterion.UNSERVED,
                    each(replica -> 1
                            - (double) replica.requests().served()
                                    / replica.requests().arrived()));
        }
        if (replicas.stream().allMatch(Replica::served)) {
            samples.with(
                    option(), Criterion.P95, each(replica -> replica.response().p95()));
        }
    }

    Outcome outcome() {
        var first = replicas.getFirst();
        var monthly = around(cost.monthly().total().toDouble(), sampled(bills));
        return new Outcome(
                option(),
                option.setup(),
                cost,
                monthly,
                latency(replica -> Optional.of(replica.response())).orElse(null),
                latency(replica -> Optional.of(replica.waiting())).orElse(null),
                latency(Replica::firstToken).orElse(null),
                counts(),
                attainment(),
                capacity(),
                new ColdStarts(
                        first.fleet().coldStarts(),
                        first.fleet().meanColdStartSeconds(),
                        first.requests().delayed()),
                first.decisions(),
                effort,
                around(effort.hoursPerMonth(), sampled(hours)),
                around(monthly.mean() + effort.usdPerMonth(), sampled(totals)),
                timeline(),
                queue.of(replicas, timeline(), this::sampled).orElse(null),
                LimitSummary.of(replicas, this::sampled, this::costOf).orElse(null),
                new EventCosts(option, prices, EvaluationGate.of(settings)).of(first),
                new DeliveryFindings(option, settings).of(effort).orElse(null));
    }

    /// What a share of the capacity in service costs a month.
    private Usd costOf(double share) {
        var compute = bought.compute().stream()
                .map(used -> new ComputeUsage(
                        used.capacity(),
                        used.billedSeconds(),
                        used.runs(),
                        share * Math.max(0, used.billedSeconds() - used.drainingSeconds()),
                        0,
                        0))
                .toList();
        var idle = new Usage(bought.horizonSeconds(), compute, bought.loadBalancer(), bought.traffic(), bought.fleet());
        return Rating.rate(idle, option.charges(), prices).idle();
    }

    private Sampled sampled(double... values) {
        var figure = Sampled.of(values);
        return method == Method.ESTIMATE ? Sampled.ofEstimate(figure.mean()) : figure;
    }

    /// A figure of the mean usage, with the half-width of the figures of each replication.
    private static Sampled around(double mean, Sampled replications) {
        return new Sampled(mean, replications.halfWidth95(), replications.replications());
    }

    private RequestCounts counts() {
        var requests = replicas.getFirst().requests();
        var limits = replicas.getFirst().limits();
        var limited = limits.map(LimitFigures::rejected).orElse(0L);
        var deliveries = replicas.getFirst().deliveries();
        var deadLettered = deliveries.map(RunResult.Deliveries::deadLettered).orElse(0L);
        var expired = deliveries.map(RunResult.Deliveries::expired).orElse(0L);
        return new RequestCounts(
                requests.arrived(),
                requests.served(),
                requests.rejected(),
                requests.timedOut(),
                requests.failed(),
                requests.inFlight(),
                limits.map(LimitFigures::retries).orElse(0L)
                        + deliveries.map(RunResult.Deliveries::redeliveries).orElse(0L)
                        + requests.repeats().retries(),
                new ErrorCauses(
                        requests.rejected() - requests.noTarget() - limited,
                        requests.noTarget(),
                        requests.timedOut() - requests.idleTimeout(),
                        requests.idleTimeout(),
                        requests.failed() - requests.crashed() - requests.keepAlive() - deadLettered - expired,
                        requests.crashed(),
                        requests.keepAlive(),
                        deadLettered,
                        expired,
                        limited),
                requests.repeats());
    }

    private Attainment attainment() {
        var target = settings.get(TaskParameters.P95_MS) / MS_PER_SECOND;
        var shares = replicas.stream()
                .mapToDouble(replica -> replica.requests().arrived() == 0
                        ? 1
                        : (double) replica.requests().good()
                                / replica.requests().arrived())
                .toArray();
        return new Attainment(target, method.figure(shares));
    }

    private CapacityUse capacity() {
        var first = replicas.getFirst().fleet();
        return new CapacityUse(
                option.fleetPlan(0).unit().name(),
                mean(replica -> replica.fleet().meanTasks()),
                first.peakTasks(),
                first.minTasks(),
                mean(replica -> replica.fleet().meanInstances()),
                first.peakInstances(),
                offeredLoad,
                first.crashes(),
                first.launchesHeld(),
                mean(replica -> replica.fleet().meanTasksHeld()));
    }

    private Optional<LatencySummary> latency(Function<Replica, Optional<Replica.Latencies>> which) {
        var served = replicas.stream()
                .filter(Replica::served)
                .map(which)
                .flatMap(Optional::stream)
                .toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LatencySummary(
                sampled(served, Replica.Latencies::mean),
                sampled(served, Replica.Latencies::p50),
                sampled(served, Replica.Latencies::p90),
                sampled(served, Replica.Latencies::p95),
                sampled(served, Replica.Latencies::p99),
                sampled(served, Replica.Latencies::max)));
    }

    private Sampled sampled(List<Replica.Latencies> served, ToDoubleFunction<Replica.Latencies> figure) {
        return method.figure(served.stream().mapToDouble(figure).toArray());
    }

    private Timeline timeline() {
        return queue.withObserved(replicas.getFirst().timeline().orElseThrow());
    }

    private double mean(ToDoubleFunction<Replica> figure) {
        return Sampled.of(each(figure)).mean();
    }

    private double[] each(ToDoubleFunction<Replica> figure) {
        return method.values(replicas.stream().mapToDouble(figure).toArray());
    }
}
