package dev.hostlab.comparison;

import dev.hostlab.comparison.FixtureTimelines.Fleet;
import dev.hostlab.cost.Bill;
import dev.hostlab.cost.LineItem;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.units.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options of [ComparisonFixture].
final class FixtureOptions {

    static final double HOURS_SPREAD = 0.3;
    private static final String PRICE = "AWS price list, us-east-1, 2026-07-20";
    private static final String ASSUMED = "Assumed by Hostlab; nobody has published a measurement";

    private FixtureOptions() {}

    static double billSpread(OptionId option) {
        return switch (option) {
            case BEANSTALK -> 90;
            case ECS_EC2 -> 65;
            case FARGATE, MANAGED_INSTANCES -> 50;
        };
    }

    static Outcome beanstalk(double[] load) {
        var fleet = new Fleet(210, 9, 2, 8);
        var lines = new Lines()
                .add("EC2 m7g.large, Linux, on demand", "compute", "17420.5", "instance-hour", "0.0816")
                .add("gp3 root volume", "storage", "381.2", "GB-month", "0.08")
                .common();
        var chores = List.of(
                new ChoreHours("Attend deployments", 20, 10, 3.3333333333333335, ASSUMED),
                new ChoreHours("Recover from a failed platform update", 1.6, 120, 3.2, ASSUMED),
                new ChoreHours("Keep instances (per host^0.7)", 1, 96, 1.6, ASSUMED),
                new ChoreHours("Answer pages", 4.2, 45, 3.15, ASSUMED),
                new ChoreHours("Tune the scaling trigger", 3.9, 30, 1.95, ASSUMED));
        return new OutcomeMaker(OptionId.BEANSTALK, "2–8 × m7g.large, CPU 60/30 %, cooldown 360 s", fleet, load)
                .make(
                        lines,
                        chores,
                        response(1, 6.8),
                        new RequestCounts(604_512, 591_819, 1_203, 11_420, 66, 4, 812),
                        new Clocks(180, 45, 20, 2, 4, 290, 41),
                        0.914);
    }

    static Outcome ecsOnEc2(double[] load) {
        var fleet = new Fleet(105, 4, 3, 18);
        var lines = new Lines()
                .add("EC2 m7g.large, Linux, on demand", "compute", "11008.25", "instance-hour", "0.0816")
                .add("gp3 root volume", "storage", "241.75", "GB-month", "0.08")
                .common();
        var chores = List.of(
                new ChoreHours("Patch the host image", 2, 75, 2.5, ASSUMED),
                new ChoreHours("Keep instances (per host^0.7)", 1, 240, 4, ASSUMED),
                new ChoreHours("Attend deployments", 20, 6, 2, ASSUMED),
                new ChoreHours("Keep the environment", 1, 120, 2, ASSUMED),
                new ChoreHours("Answer pages", 1.2, 45, 0.9, ASSUMED));
        return new OutcomeMaker(OptionId.ECS_EC2, "3–18 tasks on m7g.large, requests per target 105", fleet, load)
                .make(
                        lines,
                        chores,
                        response(0.9, 2.4),
                        new RequestCounts(604_512, 602_690, 1_100, 700, 18, 4, 96),
                        new Clocks(180, 25, 20, 1, 48, 66, 18),
                        0.958);
    }

    static Outcome fargate(double[] load) {
        var fleet = new Fleet(105, 2, 3, 18);
        var lines = new Lines()
                .add("Fargate vCPU, Linux ARM", "compute", "31100.125", "vCPU-hour", "0.03238")
                .add("Fargate memory, Linux ARM", "compute", "62200.25", "GB-hour", "0.00356")
                .common();
        var chores = List.of(
                new ChoreHours("Attend deployments", 20, 6, 2, ASSUMED),
                new ChoreHours("Keep the environment", 1, 30, 0.5, ASSUMED),
                new ChoreHours("Review task size", 1, 20, 1 / 3.0, ASSUMED),
                new ChoreHours("Answer pages", 2, 30, 1, ASSUMED));
        return new OutcomeMaker(OptionId.FARGATE, "3–18 tasks of 1 vCPU, 2 GiB, requests per target 105", fleet, load)
                .make(
                        lines,
                        chores,
                        response(0.9, 1.6),
                        new RequestCounts(604_512, 604_312, 120, 76, 0, 4, 11),
                        new Clocks(180, 25, 20, 1, 2, 38.5, 12),
                        0.983);
    }

    /// An option to which nothing happened, and one of whose prices is missing.
    static Outcome idle(OptionId option) {
        var lines = new Lines()
                .add("Load balancer hours <b>bold</b>", "load balancer", "730", "hour", "0.0225")
                .add("Public IPv4 address", "network", "1460", "hour", null);
        var cost = ComparisonFixture.cost(lines);
        var effort = ComparisonFixture.effort(List.of(new ChoreHours("Keep <the> environment", 1, 30, 0.5, "A & B")));
        var bill = cost.monthly().total().toDouble();
        return new Outcome(
                option,
                "2 × " + "x2iedn.metal-with-a-name-without-any-blank-in-it".repeat(2),
                cost,
                Sampled.of(bill),
                null,
                null,
                new RequestCounts(0, 0, 0, 0, 0, 0, 0),
                new Attainment(2, Sampled.of(0)),
                new CapacityUse("task", 2, 2, 2, 0, 0, 0),
                new ColdStarts(0, 0, 0),
                List.of(),
                effort,
                Sampled.of(effort.hoursPerMonth()),
                Sampled.of(bill + effort.usdPerMonth()),
                nothingHappened(),
                null);
    }

    private static Timeline nothingHappened() {
        var series = new ArrayList<Timeline.Series>();
        for (var name : List.of("arrived", "rejected", "timedOut", "failed", "desired", "inService", "queued")) {
            series.add(new Timeline.Series(name, new double[] {0, 0}));
        }
        series.add(new Timeline.Series("p95Seconds", new double[] {Double.NaN, Double.NaN}));
        return new Timeline(1_800, series);
    }

    static Outcome overloaded(Outcome o) {
        var lost = o.option() == OptionId.BEANSTALK ? 205_534 : 40_000;
        var requests = new RequestCounts(604_512, 604_512 - lost - 12_000, lost, 0, 0, 12_000, 0);
        return new Outcome(
                o.option(),
                o.setup(),
                o.cost(),
                o.monthlyBill(),
                o.responseOrNull(),
                o.waitOrNull(),
                requests,
                new Attainment(2, ComparisonFixture.sampled(0.6, 0.01)),
                o.capacity(),
                o.coldStarts(),
                o.decisions(),
                o.effort(),
                o.effortHours(),
                o.totalMonthly(),
                o.timeline(),
                null);
    }

    private static LatencySummary response(double median, double p95) {
        return new LatencySummary(
                ComparisonFixture.sampled(median * 1.2, 0.02), ComparisonFixture.sampled(median, 0.01),
                ComparisonFixture.sampled(p95 * 0.7, 0.04), ComparisonFixture.sampled(p95, p95 / 20),
                ComparisonFixture.sampled(p95 * 1.9, p95 / 10), ComparisonFixture.sampled(p95 * 3, p95 / 2));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record OutcomeMaker(OptionId option, String setup, Fleet fleet, double[] load) {

        Outcome make(
                Lines lines,
                List<ChoreHours> chores,
                LatencySummary response,
                RequestCounts requests,
                Clocks clocks,
                double attainment) {
            var cost = ComparisonFixture.cost(lines);
            var effort = ComparisonFixture.effort(chores);
            var bill = cost.monthly().total().toDouble();
            var spread = billSpread(option);
            var instances = option == OptionId.FARGATE ? 0 : 1;
            var layer = option == OptionId.BEANSTALK ? "instances" : "tasks";
            var decisions = FixtureTimelines.decisions(fleet, load, layer, clocks);
            return new Outcome(
                    option,
                    setup,
                    cost,
                    ComparisonFixture.sampled(bill, spread),
                    response,
                    response,
                    requests,
                    new Attainment(2, ComparisonFixture.sampled(attainment, 0.004)),
                    new CapacityUse(
                            layer.substring(0, layer.length() - 1), 8.4, 18, 3, 4.2 * instances, 9 * instances, 0.4),
                    new ColdStarts(decisions.size() / 2, clocks.totalSeconds(), 1_840),
                    decisions,
                    effort,
                    ComparisonFixture.sampled(effort.hoursPerMonth(), HOURS_SPREAD),
                    ComparisonFixture.sampled(bill + effort.usdPerMonth(), spread + 20),
                    FixtureTimelines.of(fleet, load),
                    null);
        }
    }

    /// Lines of a month's bill.
    static final class Lines {

        private final List<LineItem> month = new ArrayList<>();

        Lines add(String item, String group, String quantity, String unit, @Nullable String rate) {
            var amount = new BigDecimal(quantity);
            var price = rate == null ? null : new BigDecimal(rate);
            var usd = price == null ? Usd.ZERO : new Usd(amount.multiply(price));
            month.add(new LineItem(item, group, amount, unit, price, usd, PRICE));
            return this;
        }

        Lines common() {
            return add("Load balancer hours", "load balancer", "730", "hour", "0.0225")
                    .add("Load balancer LCU-hours", "load balancer", "1204.333", "LCU-hour", "0.008")
                    .add("Public IPv4 addresses", "network", "2190", "hour", "0.005")
                    .add("Data transfer out", "network", "412.7", "GB", "0.09")
                    .add("CloudWatch logs, ingested", "observability", "61.9", "GB", "0.5");
        }

        Bill over(int parts) {
            var divisor = BigDecimal.valueOf(parts);
            return new Bill(month.stream()
                    .map(line -> new LineItem(
                            line.item(),
                            line.group(),
                            line.quantity().divide(divisor, MathContext.DECIMAL128),
                            line.unit(),
                            line.rateOrNull(),
                            new Usd(line.usd().amount().divide(divisor, MathContext.DECIMAL128)),
                            line.source()))
                    .toList());
        }
    }
}
