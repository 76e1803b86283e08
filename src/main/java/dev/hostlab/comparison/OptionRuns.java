package dev.hostlab.comparison;

import dev.hostlab.cost.CostReport;
import dev.hostlab.cost.Rating;
import dev.hostlab.effort.EffortLedger;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The replications of one option, priced and weighed: what a comparison says about it.
final class OptionRuns {

    private static final double MS_PER_SECOND = 1_000;

    private final HostingOption option;
    private final Settings settings;
    private final List<Replica> replicas;
    private final CostReport cost;
    private final EffortReport effort;
    private final double[] bills;
    private final double[] hours;
    private final double[] totals;

    OptionRuns(HostingOption option, Settings settings, PriceBook prices, List<Replica> replicas) {
        this.option = option;
        this.settings = settings;
        this.replicas = replicas;
        var rate = settings.get(EffortParameters.HOURLY_RATE_USD);
        var ledger = new EffortLedger(option.effort(), settings.get(EffortParameters.DEPLOYMENTS_PER_MONTH), rate);
        var usage =
                option.bought(MeanUsage.of(replicas.stream().map(Replica::usage).toList()));
        var charges = option.charges();
        cost = Rating.rate(usage, charges, prices);
        var reports = replicas.stream()
                .map(replica ->
                        ledger.report(replica.usage().fleet(), replica.usage().horizonSeconds()))
                .toList();
        effort = MeanEffort.of(reports);
        bills = each(replica -> Rating.rate(option.bought(replica.usage()), charges, prices)
                .monthly()
                .total()
                .toDouble());
        hours = reports.stream().mapToDouble(EffortReport::hoursPerMonth).toArray();
        totals = IntStream.range(0, bills.length)
                .mapToDouble(index -> bills[index] + hours[index] * rate)
                .toArray();
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
        var monthly = around(cost.monthly().total().toDouble(), Sampled.of(bills));
        return new Outcome(
                option(),
                option.setup(),
                cost,
                monthly,
                latency(Replica::response).orElse(null),
                latency(Replica::waiting).orElse(null),
                counts(),
                attainment(),
                capacity(),
                new ColdStarts(
                        first.fleet().coldStarts(),
                        first.fleet().meanColdStartSeconds(),
                        first.requests().delayed()),
                first.decisions(),
                effort,
                around(effort.hoursPerMonth(), Sampled.of(hours)),
                around(monthly.mean() + effort.usdPerMonth(), Sampled.of(totals)),
                first.timeline().orElseThrow());
    }

    /// A figure of the mean usage, with the half-width of the figures of each replication.
    private static Sampled around(double mean, Sampled replications) {
        return new Sampled(mean, replications.halfWidth95(), replications.replications());
    }

    private RequestCounts counts() {
        var requests = replicas.getFirst().requests();
        return new RequestCounts(
                requests.arrived(),
                requests.served(),
                requests.rejected(),
                requests.timedOut(),
                requests.failed(),
                requests.inFlight(),
                0);
    }

    private Attainment attainment() {
        var target = settings.get(TaskParameters.P95_MS) / MS_PER_SECOND;
        var shares = each(replica -> replica.requests().arrived() == 0
                ? 1
                : (double) replica.requests().good() / replica.requests().arrived());
        return new Attainment(target, Sampled.of(shares));
    }

    private CapacityUse capacity() {
        var first = replicas.getFirst().fleet();
        return new CapacityUse(
                option.fleetPlan(0).unit().name(),
                mean(replica -> replica.fleet().meanTasks()),
                first.peakTasks(),
                first.minTasks(),
                mean(replica -> replica.fleet().meanInstances()),
                first.peakInstances());
    }

    private Optional<LatencySummary> latency(Function<Replica, Replica.Latencies> which) {
        var served = replicas.stream().filter(Replica::served).map(which).toList();
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

    private static Sampled sampled(List<Replica.Latencies> served, ToDoubleFunction<Replica.Latencies> figure) {
        return Sampled.of(served.stream().mapToDouble(figure).toArray());
    }

    private double mean(ToDoubleFunction<Replica> figure) {
        return Sampled.of(each(figure)).mean();
    }

    private double[] each(ToDoubleFunction<Replica> figure) {
        return replicas.stream().mapToDouble(figure).toArray();
    }
}
