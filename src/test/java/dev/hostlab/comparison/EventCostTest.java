package dev.hostlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.cost.Bill;
import dev.hostlab.effort.ChoreHours;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.Detail;
import dev.hostlab.report.EventFacts;
import dev.hostlab.report.HtmlReport;
import dev.hostlab.report.JsonReport;
import dev.hostlab.report.TextTable;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceReader;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.usage.FleetEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Events of a comparison: what they cost, and that every report tells them.
class EventCostTest {

    private static final Map<String, String> BAD = Map.of(
            "horizonHours", "4", "events.deploymentsAt", "1, 2 bad", "fargate.deployment.circuitBreaker", "true");

    @Test
    void aFailedDeploymentTakesItsMinutesAndCountsAmongTheChores() throws IOException {
        var beanstalk = compare(BAD).outcomes().getFirst();
        assertThat(beanstalk.events()).hasSize(2);
        // 10 minutes attended each, and an hour to mend the bad one
        assertThat(beanstalk.events().get(0).hours()).isCloseTo(10 / 60.0, within(1e-9));
        assertThat(beanstalk.events().get(1).hours()).isCloseTo(70 / 60.0, within(1e-9));
        // 3 % of 20 deployments a month, and the one that was asked for
        assertThat(beanstalk.effort().chores())
                .filteredOn(chore -> chore.chore().equals("Mend failed deployments"))
                .extracting(ChoreHours::count)
                .containsExactly(1.6);
    }

    @Test
    void whatComesAfterTheEndIsNamedAndSoIsAnEmptyDraw() throws IOException {
        var late = compare(
                Map.of("horizonHours", "3", "events.deploymentsAt", "1, 3 bad", "events.zoneFailuresAt", "7.5"));
        assertThat(late.notices())
                .contains(
                        "The run ends after 3 hours, so what was asked for later was left out: deployment at hour 3, zone"
                                + " failure at hour 7.5.")
                .anyMatch(notice -> notice.startsWith("Bill and pages of 3 hours are scaled to a month"));
        var quiet = compare(Map.of("horizonHours", "1", "events.play", "all"));
        assertThat(quiet.outcomes()).allMatch(outcome -> outcome.events().isEmpty());
        assertThat(quiet.notices())
                .anyMatch(notice -> notice.startsWith("Events are drawn (events.play all), but none"));
        assertThat(compare(Map.of("horizonHours", "1")).notices()).noneMatch(notice -> notice.contains("vents"));
    }

    @Test
    void capacityBeyondWhatIsDesiredIsPricedAsThatOfTheOption() throws IOException {
        var fargate = compare(BAD).outcomes().get(2);
        var event = fargate.events().getFirst();
        assertThat(event.event().outcome()).isEqualTo(FleetEvent.Outcome.DONE);
        // 1 vCPU, 2 GB and a public address in us-east-1: 0.04048 + 2 x 0.004445 + 0.005 = 0.05437 USD an hour
        assertThat(event.usd()).isCloseTo(event.event().extraUnitSeconds() / 3_600 * 0.05437, within(1e-6));
        assertThat(event.usd()).isPositive();
    }

    /// Four hours of a load balancer with addresses in two zones, and as long as both environments
    /// stand a second one.
    @Test
    void aSwapOfEnvironmentsPaysASecondLoadBalancer() throws IOException {
        var swapped = compare(Map.of(
                        "horizonHours",
                        "4",
                        "events.deploymentsAt",
                        "1",
                        "beanstalk.deployment.policy",
                        "url-swap",
                        "beanstalk.deployment.swapKeepsMinutes",
                        "60"))
                .outcomes()
                .getFirst();
        var event = swapped.events().getFirst();
        // start, an hour for resolvers and the end: more than one hour and less than two, so two begun
        assertThat(event.event().durationSeconds()).isBetween(3_600.0, 7_200.0);
        assertThat(event.event().extraBalancerHours()).isEqualTo(2);
        var report = swapped.cost();
        // (4 + 2) hours; a month of 730 is 182.5 times the period
        assertThat(quantity(report.period(), "Application Load Balancer")).isEqualTo(6);
        assertThat(quantity(report.period(), "Public IPv4 of the load balancer"))
                .isEqualTo(12);
        assertThat(quantity(report.monthly(), "Application Load Balancer")).isEqualTo(1_095);
        // capacity, and 2 h x (0.0225 + 2 x 0.005) USD of the load balancer
        var rolling = compare(Map.of("horizonHours", "4")).outcomes().getFirst();
        assertThat(quantity(rolling.cost().period(), "Application Load Balancer"))
                .isEqualTo(4);
        assertThat(event.usd() - event.event().extraUnitSeconds() / 3_600 * instanceHour(report.period()))
                .isCloseTo(0.065, within(1e-6));
    }

    /// What an hour of an instance costs with its volume, metrics and address.
    private static double instanceHour(Bill bill) {
        var hours = bill.lines().getFirst().quantity().doubleValue();
        return bill.lines().stream()
                        .filter(line -> line.item().startsWith("EC2 ")
                                || line.item().startsWith("gp3")
                                || line.item().equals("Public IPv4 of instances or tasks"))
                        .mapToDouble(line -> line.usd().toDouble())
                        .sum()
                / hours;
    }

    private static double quantity(Bill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .mapToDouble(line -> line.quantity().doubleValue())
                .sum();
    }

    @Test
    void aReportWithoutEventsHasNothingOfThem() throws IOException {
        var quiet = compare(Map.of("horizonHours", "2"));
        assertThat(quiet.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.events()).isEmpty());
        assertThat(json(quiet)).doesNotContain("\"events\"");
        assertThat(new TextTable(TextTable.Emphasis.NONE).text(quiet)).doesNotContain("Events of");
        assertThat(html(quiet)).doesNotContain("Events and what they cost");
    }

    @Test
    void everyReportTellsEventsAndWhatTheyCost() throws IOException {
        var comparison = compare(BAD);
        assertThat(json(comparison)).contains("\"requestsNotServed\"", "rolled back", "\"lostUnitMinutes\"");
        assertThat(new TextTable(TextTable.Emphasis.NONE).text(comparison)).contains("Events of", "rolled back");
        var html = html(comparison);
        assertThat(html).contains("Events and what they cost", "stroke-dasharray=\"2 3\"");
        var facts = EventFacts.of(comparison);
        assertThat(facts.rows()).hasSize(6);
        // the same two moments for all three options
        assertThat(facts.marks()).hasSize(2);
    }

    @Test
    void theEstimateSaysThatItLeavesEventsOut() throws IOException {
        var request = request(BAD);
        var estimate = Estimates.of(request).compare(request, Estimator.Care.THOROUGH, Watcher.NONE);
        assertThat(estimate.notices()).anyMatch(notice -> notice.contains("deployments, failures and interruptions"));
    }

    private static String json(Comparison comparison) throws IOException {
        var out = new ByteArrayOutputStream();
        new JsonReport(Detail.SUMMARY).write(comparison, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String html(Comparison comparison) throws IOException {
        var out = new ByteArrayOutputStream();
        new HtmlReport().write(comparison, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Comparison compare(Map<String, String> choices) throws IOException {
        return new Comparer(request(choices)).compare(1, Watcher.NONE);
    }

    private static ComparisonRequest request(Map<String, String> choices) throws IOException {
        var trace = TraceReader.read(Path.of("sample-workloads", "leaving-beanstalk.csv"), ReadOptions.DEFAULT);
        var all = new HashMap<>(choices);
        all.put("replications", "1");
        var scenario = Scenario.of(Settings.standard().with(all).settings());
        var prices = new PriceChoice(Path.of("pricing-snapshots")).read(null, scenario);
        var input = new ComparisonInput(
                scenario, (TraceReading.Accepted) trace, prices.book().orElseThrow());
        return input.request(
                input.resolve(), List.of(OptionId.BEANSTALK, OptionId.ECS_EC2, OptionId.FARGATE), List.of());
    }
}
