package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.LatencySummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.Sampled;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.units.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// What is said about one option in words and figures, alike in every report for people.
public final class OptionFacts {

    private static final double LOSS_WORTH_SAYING = 0.01;
    private static final double HALF_A_CENT = 0.005;

    private final Comparison comparison;
    private final Outcome outcome;
    private final Outcome lowest;

    /// A short praise or warning.
    public record Badge(String text, boolean warning) {}

    private OptionFacts(Comparison comparison, Outcome outcome, Outcome lowest) {
        this.comparison = comparison;
        this.outcome = outcome;
        this.lowest = lowest;
    }

    /// The facts of every option, in the comparison's order.
    public static List<OptionFacts> of(Comparison comparison) {
        var byTotal = Comparator.comparingDouble((Outcome o) -> o.totalMonthly().mean());
        return comparison.outcomes().stream().min(byTotal).stream()
                .flatMap(lowest -> comparison.outcomes().stream().map(o -> new OptionFacts(comparison, o, lowest)))
                .toList();
    }

    public Outcome outcome() {
        return outcome;
    }

    public OptionId option() {
        return outcome.option();
    }

    /// The bill of a month, and whether a price is missing in it.
    public String bill() {
        return atLeast(Shown.usd(outcome.monthlyBill()).value());
    }

    private String atLeast(String usd) {
        return outcome.cost().monthly().incomplete() ? "over " + usd : usd;
    }

    public String people() {
        var hours = outcome.effortHours();
        return Figures.usd(
                outcome.effort().usdPerMonth(),
                hours.halfWidth95() * outcome.effort().hourlyRateUsd());
    }

    public Shown hours() {
        return Shown.hours(outcome.effortHours());
    }

    /// What the assumptions alone allow: "7.0–22 h".
    public String hoursRange() {
        var low = Figures.hours(outcome.effort().lowHours());
        return low.substring(0, low.length() - 2) + "–"
                + Figures.hours(outcome.effort().highHours());
    }

    /// Bill and people of a month.
    public String total() {
        return atLeast(Shown.usd(outcome.totalMonthly()).value());
    }

    /// The interval of the total, or the word for having none.
    public String totalInterval() {
        return Shown.usd(outcome.totalMonthly()).interval();
    }

    /// How far the total is above the lowest: "+$412 ± $40".
    public String aboveLowest() {
        if (comparison.outcomes().size() == 1) {
            return Figures.NONE;
        }
        if (option() == lowest.option()) {
            return "lowest";
        }
        var difference = difference();
        return Math.abs(difference.mean()) < HALF_A_CENT && !difference.hasInterval()
                ? "equal"
                : Shown.signedUsd(difference).compact();
    }

    private Sampled difference() {
        for (var difference : comparison.differences()) {
            if (difference.a() == option() && difference.b() == lowest.option()) {
                return difference.totalMonthly();
            }
            if (difference.b() == option() && difference.a() == lowest.option()) {
                return difference.totalMonthly().negated();
            }
        }
        var mean = outcome.totalMonthly().mean() - lowest.totalMonthly().mean();
        return new Sampled(mean, 0, comparison.replications());
    }

    /// A statistic of the response time; the word `unstable` where it would grow with the length of the workload.
    public Shown response(Function<LatencySummary, Sampled> statistic) {
        if (outcome.capacity().isUnstable()) {
            return new Shown("unstable", "", false);
        }
        return outcome.response().map(statistic).map(Shown::seconds).orElse(Shown.NOTHING);
    }

    /// A statistic of the time to the first token; nothing where answers are not streamed.
    public Shown firstToken(Function<LatencySummary, Sampled> statistic) {
        if (outcome.firstToken().isPresent() && outcome.capacity().isUnstable()) {
            return new Shown("unstable", "", false);
        }
        return outcome.firstToken().map(statistic).map(Shown::seconds).orElse(Shown.NOTHING);
    }

    public Shown attainment() {
        return arrived() ? Shown.share(outcome.slo().attainment()) : Shown.NOTHING;
    }

    public String objective() {
        return Figures.seconds(outcome.slo().targetSeconds());
    }

    public boolean arrived() {
        return outcome.requests().arrived() > 0;
    }

    /// Share of the requests that were rejected, timed out or failed.
    public String lost() {
        return arrived() ? Figures.share(outcome.failedShare()) : Figures.NONE;
    }

    public boolean lostAny() {
        return outcome.failedShare() > 0;
    }

    public boolean overloaded() {
        return outcome.failedShare() > LOSS_WORTH_SAYING;
    }

    /// Answers of the load balancer that were errors: 503 for want of a target, 504 after silence, 502 of a
    /// target that was gone.
    public String statuses() {
        var causes = outcome.requests().causes();
        return Figures.count(causes.noTarget()) + ", " + Figures.count(causes.idleTimeout()) + ", "
                + Figures.count(causes.lostInDrain() + causes.crashed() + causes.keepAlive());
    }

    public boolean gotErrors() {
        var causes = outcome.requests().causes();
        return causes.noTarget() + causes.idleTimeout() + causes.lostInDrain() + causes.crashed() + causes.keepAlive()
                > 0;
    }

    /// Whether clients asked again, or the work of any went on without them.
    public boolean askedAgain() {
        var repeats = outcome.requests().repeats();
        return repeats.retries() + repeats.withheld() > 0;
    }

    /// Attempts beyond the first for each request: "1,204, 0.35 a request".
    public String retries() {
        var requests = outcome.requests();
        var each = arrived() ? (double) requests.repeats().retries() / requests.arrived() : 0;
        return Figures.count(requests.repeats().retries()) + ", " + Figures.number(each) + " a request";
    }

    /// Retries that the clients' quota did not allow.
    public String withheld() {
        return Figures.count(outcome.requests().repeats().withheld());
    }

    /// Time of slots that attempts took whose clients had gone when they ended.
    public String abandoned() {
        return Figures.seconds(outcome.requests().repeats().abandonedSeconds());
    }

    public boolean isHeld() {
        return outcome.capacity().launchesHeld() > 0;
    }

    public boolean crashed() {
        return outcome.capacity().crashes() > 0;
    }

    /// Launches that the account's quota held back, and how much capacity was missing: "12, mean 3.4 tasks".
    public String held() {
        return isHeld()
                ? Figures.count(outcome.capacity().launchesHeld()) + ", mean "
                        + Figures.number(outcome.capacity().meanTasksHeld()) + " tasks"
                : Figures.NONE;
    }

    public String coldStarts() {
        return Figures.count(outcome.coldStarts().count());
    }

    /// How long a start took: "mean 48.0 s".
    public String coldStartMean() {
        return outcome.coldStarts().count() == 0
                ? ""
                : "mean " + Figures.seconds(outcome.coldStarts().meanSeconds());
    }

    /// Mean capacity in tasks.
    public String capacity() {
        return Figures.number(outcome.capacity().meanTasks());
    }

    /// Least and most capacity in tasks: "2–12".
    public String capacityRange() {
        var capacity = outcome.capacity();
        return Figures.count(capacity.minTasks()) + "–" + Figures.count(capacity.peakTasks());
    }

    /// Mean number of EC2 instances.
    public String instances() {
        return outcome.capacity().peakInstances() == 0
                ? Figures.NONE
                : Figures.number(outcome.capacity().meanInstances());
    }

    public String instancesPeak() {
        var peak = outcome.capacity().peakInstances();
        return peak == 0 ? "" : "peak " + Figures.count(peak);
    }

    /// Warnings first, then what the option is best at.
    public List<Badge> badges() {
        var badges = new ArrayList<Badge>();
        if (overloaded()) {
            badges.add(new Badge(outcome.lostToLimits() ? "refused by limits" : "overloaded", true));
        }
        if (arrived() && !outcome.slo().isMet()) {
            badges.add(new Badge("misses objective", true));
        }
        if (outcome.cost().monthly().incomplete()) {
            badges.add(new Badge("bill incomplete", true));
        }
        if (isHeld()) {
            badges.add(new Badge("held by vCPU quota", true));
        }
        var verdict = comparison.verdict();
        if (comparison.outcomes().size() > 1) {
            award(badges, "lowest total", verdict.lowestTotal());
            award(badges, "lowest bill", verdict.cheapest());
            award(badges, "fastest", verdict.fastest());
            award(badges, "least effort", verdict.leastEffort());
        }
        return badges;
    }

    private void award(List<Badge> badges, String what, List<OptionId> winners) {
        if (winners.contains(option())) {
            badges.add(new Badge(winners.size() > 1 ? what + " (tie)" : what, false));
        }
    }
}
