package dev.hostlab.comparison;

import dev.hostlab.cost.CostReport;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scaling.ScalingDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is known about one option after its replications. Integers, decisions and the timeline are those
/// of replication 0; means and intervals are over all.
///
/// @param option            which option
/// @param setup             what it was set to, in words for people: "2–8 × m7g.large, CPU 60 %"
/// @param cost              the bill of the horizon and of a month
/// @param monthlyBill       the monthly bill in USD with its interval
/// @param responseOrNull    response time of served requests; null if none was served
/// @param waitOrNull        waiting time of served requests; null if none was served
/// @param firstTokenOrNull  time from the arrival of a served request to its first token; null where answers are not
///                          streamed
/// @param requests          what became of the requests (replication 0)
/// @param slo               attainment of the objective
/// @param capacity          how much capacity was held
/// @param coldStarts        starts of capacity
/// @param decisions         every change of desired capacity (replication 0)
/// @param effort            hours of work a month
/// @param effortHours       hours a month with their interval
/// @param totalMonthly      bill and people, USD a month, with its interval
/// @param timeline          how the run went
/// @param queueOrNull       the central queue of workers; null where there is none or nothing was simulated
/// @param limitsOrNull      what limits of the model provider and of tenants did; null where there are none
/// @param events            deployments, failures and the like with what they cost (replication 0)
/// @param deliveryOrNull    evaluations and rotations; null where there are none
public record Outcome(
        OptionId option,
        String setup,
        CostReport cost,
        Sampled monthlyBill,
        @Nullable LatencySummary responseOrNull,
        @Nullable LatencySummary waitOrNull,
        @Nullable LatencySummary firstTokenOrNull,
        RequestCounts requests,
        Attainment slo,
        CapacityUse capacity,
        ColdStarts coldStarts,
        List<ScalingDecision> decisions,
        EffortReport effort,
        Sampled effortHours,
        Sampled totalMonthly,
        Timeline timeline,
        @Nullable QueueUse queueOrNull,
        @Nullable LimitSummary limitsOrNull,
        List<EventCost> events,
        @Nullable Delivery deliveryOrNull) {

    /// An option whose calls nobody limits, and to which nothing happened.
    public Outcome(
            OptionId option,
            String setup,
            CostReport cost,
            Sampled monthlyBill,
            @Nullable LatencySummary responseOrNull,
            @Nullable LatencySummary waitOrNull,
            RequestCounts requests,
            Attainment slo,
            CapacityUse capacity,
            ColdStarts coldStarts,
            List<ScalingDecision> decisions,
            EffortReport effort,
            Sampled effortHours,
            Sampled totalMonthly,
            Timeline timeline,
            @Nullable QueueUse queueOrNull) {
        this(
                option,
                setup,
                cost,
                monthlyBill,
                responseOrNull,
                waitOrNull,
                null,
                requests,
                slo,
                capacity,
                coldStarts,
                decisions,
                effort,
                effortHours,
                totalMonthly,
                timeline,
                queueOrNull,
                null,
                List.of(),
                null);
    }

    public Outcome {
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    public Optional<Delivery> delivery() {
        return Optional.ofNullable(deliveryOrNull);
    }

    public Optional<QueueUse> queue() {
        return Optional.ofNullable(queueOrNull);
    }

    public Optional<LatencySummary> response() {
        return Optional.ofNullable(responseOrNull);
    }

    public Optional<LatencySummary> waiting() {
        return Optional.ofNullable(waitOrNull);
    }

    /// Time to the first token, where answers are streamed.
    public Optional<LatencySummary> firstToken() {
        return Optional.ofNullable(firstTokenOrNull);
    }

    public Optional<LimitSummary> limits() {
        return Optional.ofNullable(limitsOrNull);
    }

    /// Tokens a minute; empty where requests have none.
    public Optional<TokenRates> tokenRates() {
        return TokenRates.of(timeline);
    }

    /// Share of arrivals that were rejected, timed out or failed (replication 0), 0 where nothing arrived.
    public double failedShare() {
        var lost = requests.rejected() + requests.timedOut() + requests.failed();
        return requests.arrived() == 0 ? 0 : (double) lost / requests.arrived();
    }

    /// Whether most of what was lost was refused by limits or budgets, of the model provider or of tenants, which
    /// more capacity would not have changed (replication 0).
    public boolean lostToLimits() {
        var lost = requests.rejected() + requests.timedOut() + requests.failed();
        return requests.causes().limited() * 2 > lost;
    }

    /// Capacity in service in tasks, bin by bin of the timeline, so that instances which hold several tasks stand
    /// beside single tasks.
    public double[] tasksInService() {
        return inTasks("inService");
    }

    /// A capacity of the timeline in tasks.
    ///
    /// @param series `inService`, `desired` or `provisioned`
    public double[] inTasks(String series) {
        if (timeline.bins() == 0) {
            return new double[0];
        }
        var units = timeline.values(series);
        var tasksPerUnit = tasksPerUnit();
        if (tasksPerUnit == 1) {
            return units;
        }
        var tasks = new double[units.length];
        for (var bin = 0; bin < units.length; bin++) {
            tasks[bin] = units[bin] * tasksPerUnit;
        }
        return tasks;
    }

    private double tasksPerUnit() {
        var mean = capacity.unit().equals("task") ? 0 : mean(timeline.values("inService"));
        return mean <= 0 ? 1 : Math.max(1, Math.rint(capacity.meanTasks() / mean));
    }

    /// Of the values that are finite, 0 where none is.
    private static double mean(double[] values) {
        var sum = 0.0;
        var count = 0;
        for (var value : values) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
