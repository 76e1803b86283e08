package dev.hostlab.comparison;

import dev.hostlab.cost.CostReport;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.settings.Certainty;
import dev.hostlab.settings.LedgerEntry;
import dev.hostlab.units.Usd;
import java.time.Instant;
import java.util.List;

/// Comparisons made by hand, for whoever shows them. The figures are plausible, not simulated.
public final class ComparisonFixture {

    static final double HOURLY_RATE = 95;
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final double[] SPREAD = {-1.2, -0.8, -0.5, -0.2, 0, 0, 0.2, 0.5, 0.8, 1.2};

    private ComparisonFixture() {}

    /// A day of 1,440 minutes with a launch at 13:40; ten replications; Fargate wins in total, ECS
    /// on EC2 by the bill.
    public static Comparison day() {
        return comparison(1_440, "leaving-beanstalk.csv");
    }

    /// The same with a month of minutes.
    public static Comparison month() {
        return comparison(43_200, "leaving-beanstalk-month.csv");
    }

    private static Comparison comparison(int bins, String name) {
        var start = Instant.parse("2026-03-02T00:00:00Z");
        var load = FixtureTimelines.load(bins);
        var outcomes =
                List.of(FixtureOptions.beanstalk(load), FixtureOptions.ecsOnEc2(load), FixtureOptions.fargate(load));
        var samples = samples(outcomes);
        var options = outcomes.stream().map(Outcome::option).toList();
        return new Comparison(
                new WorkloadSummary(name, SHA, bins, start, start.plusSeconds(60L * bins), 604_512, 5.2e8, 1.1e8),
                new PriceSummary("us-east-1", "2026-07-20", SHA, List.of()),
                "tuned",
                42,
                10,
                outcomes,
                samples.totalDifferences(options),
                Judge.verdict(outcomes, samples),
                ledger(),
                List.of("The trace's workload replaced the one that the scenario names."),
                new EngineSpeed(25_400_000, 1.4, 2),
                null,
                List.of());
    }

    static Sampled sampled(double mean, double spread) {
        return Sampled.of(values(mean, spread));
    }

    static double[] values(double mean, double spread) {
        var values = SPREAD.clone();
        for (var i = 0; i < values.length; i++) {
            values[i] = mean + spread * values[i];
        }
        return values;
    }

    private static Samples samples(List<Outcome> outcomes) {
        var samples = new Samples();
        for (var outcome : outcomes) {
            var bill = outcome.monthlyBill().mean();
            var hours = outcome.effortHours().mean();
            var billSpread = FixtureOptions.billSpread(outcome.option());
            samples.with(outcome.option(), Criterion.BILL, values(bill, billSpread))
                    .with(outcome.option(), Criterion.HOURS, values(hours, FixtureOptions.HOURS_SPREAD))
                    .with(
                            outcome.option(),
                            Criterion.TOTAL,
                            values(outcome.totalMonthly().mean(), billSpread + 20));
            outcome.response()
                    .ifPresent(response -> samples.with(
                            outcome.option(),
                            Criterion.P95,
                            values(response.p95().mean(), response.p95().mean() / 20)));
        }
        return samples;
    }

    private static List<LedgerEntry> ledger() {
        return List.of(
                new LedgerEntry("service.concurrency", "10", "slots", "1–1000", Certainty.ASSUMED, "Hostlab", false),
                new LedgerEntry(
                        "effort.hourlyRateUsd",
                        "95",
                        "USD/h",
                        "0–1000",
                        Certainty.ASSUMED,
                        "AWS sample calculator of 2026-05-26: $150,000 over 2,080 h",
                        true),
                new LedgerEntry(
                        "fargate.start.imagePullMbps",
                        "90",
                        "MB/s",
                        "10–500",
                        Certainty.MEASURED,
                        "Pull times in public issue reports, read 2026-07-01",
                        false),
                new LedgerEntry(
                        "ecs.deregistrationDelay",
                        "60",
                        "s",
                        "0–3600",
                        Certainty.DOCUMENTED,
                        "Elastic Load Balancing user guide, target group attributes, read 2026-07-01",
                        true),
                new LedgerEntry("slo.p95Ms", "2000", "ms", "1–3600000", Certainty.ASSUMED, "Yours to say", false));
    }

    /// Nothing arrived, one replication, a price missing, and names that try to break out of a report.
    public static Comparison edge() {
        var start = Instant.parse("2026-12-31T23:00:00Z");
        var outcomes = List.of(FixtureOptions.idle(OptionId.ECS_EC2), FixtureOptions.idle(OptionId.FARGATE));
        var samples = singleRun(outcomes);
        return new Comparison(
                new WorkloadSummary(edgeName(), SHA, 1, start, start.plusSeconds(3_600), 0, 0, 0),
                new PriceSummary("eu-<b>1", "2026-07-20", SHA, List.of("fargate.arm.vcpu", "<img src=x>")),
                "aws-defaults",
                1,
                1,
                outcomes,
                samples.totalDifferences(List.of(OptionId.ECS_EC2, OptionId.FARGATE)),
                Judge.verdict(outcomes, samples),
                List.of(new LedgerEntry("x<y", "'\"><script>", "", "", Certainty.ASSUMED, "=1+1", true)),
                List.of("Gap of <3 h> left out."),
                new EngineSpeed(0, 0.001, 1),
                null,
                List.of());
    }

    private static String edgeName() {
        return "<script>alert(1)</script>\u001b[31m & \""
                + "a-very-long-trace-name-that-somebody-generated-with-all-parameters-in-it-".repeat(3);
    }

    private static Samples singleRun(List<Outcome> outcomes) {
        var samples = new Samples();
        for (var outcome : outcomes) {
            var option = outcome.option();
            samples.with(option, Criterion.BILL, outcome.monthlyBill().mean())
                    .with(option, Criterion.HOURS, outcome.effortHours().mean())
                    .with(option, Criterion.TOTAL, outcome.totalMonthly().mean());
        }
        return samples;
    }

    /// A load that no option carries; Beanstalk, the cheapest, drops a third of it.
    public static Comparison overload() {
        var day = day();
        var outcomes = day.outcomes().stream().map(FixtureOptions::overloaded).toList();
        return new Comparison(
                day.workload(),
                day.prices(),
                day.preset(),
                day.seed(),
                day.replications(),
                outcomes,
                day.differences(),
                Judge.verdict(outcomes, samples(outcomes)),
                day.ledger(),
                List.of(),
                day.engine(),
                null,
                List.of());
    }

    static CostReport cost(FixtureOptions.Lines month) {
        return new CostReport(month.over(30), month.over(1), Usd.of("214.40"), Usd.of("31.05"), Usd.of("2.50"));
    }

    static EffortReport effort(List<ChoreHours> chores) {
        var hours = chores.stream().mapToDouble(ChoreHours::hours).sum();
        return new EffortReport(chores, hours, hours * 0.4, hours * 2.3, HOURLY_RATE);
    }
}
