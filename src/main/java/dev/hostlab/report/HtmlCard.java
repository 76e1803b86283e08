package dev.hostlab.report;

import dev.hostlab.comparison.LatencySummary;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.report.chart.StackedBar;
import java.util.ArrayList;
import java.util.List;

/// One option at a glance.
///
/// @param id       CSS class of the option's colour and line
/// @param interval of the total, and how far it is above the lowest
/// @param bar      bill and people as SVG, to one scale for all options
record HtmlCard(
        String id,
        String label,
        String setup,
        List<OptionFacts.Badge> badges,
        String total,
        String interval,
        String bar,
        List<Row> rows) {

    private static final int PEOPLE_SHADE = 3;

    /// One figure.
    ///
    /// @param aside said in grey beside it
    record Row(String label, String value, String aside, boolean warning) {}

    static List<HtmlCard> of(List<OptionFacts> facts) {
        var highest = facts.stream()
                .mapToDouble(fact -> Totals.shown(fact.outcome()).toDouble())
                .max()
                .orElse(0);
        return facts.stream().map(fact -> of(fact, highest)).toList();
    }

    private static HtmlCard of(OptionFacts fact, double highest) {
        var above = fact.aboveLowest();
        return new HtmlCard(
                fact.option().id(),
                fact.option().label(),
                fact.outcome().setup(),
                fact.badges(),
                fact.total(),
                fact.totalInterval() + (above.equals("lowest") ? " · lowest" : " · " + above),
                bar(fact, highest),
                rows(fact));
    }

    private static String bar(OptionFacts fact, double highest) {
        var bill = Totals.bill(fact.outcome()).toDouble();
        var people = Totals.people(fact.outcome()).toDouble();
        var parts = List.of(
                new StackedBar.Part("Bill " + fact.bill(), bill, 0),
                new StackedBar.Part("People " + fact.people(), people, PEOPLE_SHADE));
        var label = fact.option().label() + ": bill " + fact.bill() + ", people " + fact.people();
        return new StackedBar(label, fact.option().id(), highest, parts).svg();
    }

    private static List<Row> rows(OptionFacts fact) {
        var rows = new ArrayList<Row>();
        rows.add(new Row("Bill", fact.bill(), "", false));
        rows.add(new Row("People", fact.people(), fact.hours().compact(), false));
        rows.add(response("p50 response", fact.response(LatencySummary::p50), false));
        rows.add(response("p95 response", fact.response(LatencySummary::p95), isTooSlow(fact.outcome())));
        rows.add(response("p99 response", fact.response(LatencySummary::p99), false));
        if (fact.outcome().firstToken().isPresent()) {
            rows.add(response("p95 first token", fact.firstToken(LatencySummary::p95), false));
        }
        var attainment = fact.attainment();
        var missed = fact.arrived() && !fact.outcome().slo().isMet();
        rows.add(new Row("Within " + fact.objective(), attainment.value(), attainment.intervalOnly(), missed));
        rows.add(new Row("Requests lost", fact.lost(), losses(fact.outcome()), fact.overloaded()));
        rows.add(new Row("Cold starts", fact.coldStarts(), fact.coldStartMean(), false));
        rows.add(new Row("Tasks in service", fact.capacity(), fact.capacityRange(), false));
        rows.add(new Row("EC2 instances", fact.instances(), fact.instancesPeak(), false));
        return rows;
    }

    private static Row response(String label, Shown shown, boolean warning) {
        return new Row(label, shown.value(), shown.intervalOnly(), warning);
    }

    private static boolean isTooSlow(Outcome outcome) {
        var target = outcome.slo().targetSeconds();
        return outcome.response()
                .filter(response -> response.p95().mean() > target)
                .isPresent();
    }

    /// The greatest kind of loss.
    private static String losses(Outcome outcome) {
        var requests = outcome.requests();
        var most = Math.max(requests.rejected(), Math.max(requests.timedOut(), requests.failed()));
        if (most == 0) {
            return "";
        }
        return most == requests.rejected()
                ? "mostly rejected"
                : most == requests.timedOut() ? "mostly timed out" : "mostly failed";
    }
}
