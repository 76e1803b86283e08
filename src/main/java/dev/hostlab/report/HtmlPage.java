package dev.hostlab.report;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.MetricTrial;
import java.util.List;

/// What the HTML templates show, in reading order.
///
/// @param lead     first sentence of the verdict
/// @param rest     its other sentences
/// @param cards    one an option
/// @param charts   behaviour over time
/// @param bars     where money, hours and seconds go
/// @param tables   what is behind the charts
/// @param facts    what only some workloads have: limits, tenants, queues, evaluations
/// @param trials   options that scale on one metric after the other
/// @param trialWords what follows from those
/// @param settings what the run can be repeated with
record HtmlPage(
        String css,
        String title,
        String load,
        String lead,
        String rest,
        List<String> notices,
        List<HtmlCard> cards,
        HtmlCharts charts,
        HtmlBars bars,
        HtmlTables tables,
        List<HtmlFacts> facts,
        List<TrialTable.Row> trials,
        List<String> trialWords,
        Settings settings) {

    /// What a run can be repeated with, and how it was made.
    record Settings(
            String region,
            String pricesAsOf,
            String pricesSha,
            String traceSha,
            String preset,
            String seed,
            String replications,
            boolean singleRun) {}

    static HtmlPage of(Comparison comparison, String css) {
        var verdict = comparison.verdict().text();
        var end = verdict.indexOf(". ");
        var facts = OptionFacts.of(comparison);
        return new HtmlPage(
                css,
                comparison.workload().name(),
                Headline.load(comparison),
                unbroken(end < 0 ? verdict : verdict.substring(0, end + 1)),
                unbroken(end < 0 ? "" : verdict.substring(end + 2)),
                Headline.notices(comparison),
                HtmlCard.of(facts),
                HtmlCharts.of(comparison),
                HtmlBars.of(facts),
                HtmlTables.of(comparison),
                HtmlFacts.of(comparison),
                TrialTable.rows(comparison.trials()),
                MetricTrial.words(comparison.trials()),
                settings(comparison));
    }

    private static Settings settings(Comparison comparison) {
        return new Settings(
                comparison.prices().region(),
                comparison.prices().asOf(),
                comparison.prices().sha256(),
                comparison.workload().sha256(),
                comparison.preset(),
                Long.toString(comparison.seed()),
                Headline.replications(comparison),
                comparison.replications() <= 1);
    }

    /// A per cent sign stays with its number.
    private static String unbroken(String text) {
        return text.replace(" %", "\u00a0%");
    }
}
