package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonFixture;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

    static Stream<Comparison> fixtures() {
        return Stream.of(
                ComparisonFixture.day(),
                ComparisonFixture.month(),
                ComparisonFixture.edge(),
                ComparisonFixture.overload());
    }

    private static String html(Comparison comparison) {
        return Approved.write(new HtmlReport(), comparison);
    }

    private static Document parsed(String html) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(html)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void needsNothingElseAndRunsNothing(Comparison comparison) {
        var html = html(comparison);
        assertThat(html)
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        + "'unsafe-inline'; img-src data:\"/>")
                .doesNotContainIgnoringCase(
                        "<script", "javascript:", "<img", "<link", "@import", "url(", " src=", " onload")
                .doesNotContain("href=");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isWellFormedAndShowsNoNonsense(Comparison comparison) throws Exception {
        var html = html(comparison);
        assertThat(parsed(html).getElementsByTagName("article").getLength())
                .isEqualTo(comparison.outcomes().size());
        assertThat(html).doesNotContain("NaN", "Infinity", ">null<", "{{");
    }

    @Test
    void namesAreShownAsTheyAre() throws Exception {
        var title = parsed(html(ComparisonFixture.edge()))
                .getElementsByTagName("h1")
                .item(0)
                .getTextContent();
        assertThat(title).startsWith("<script>alert(1)</script> [31m & \"a-very-long");
    }

    @Test
    void answersInReadingOrder() {
        assertThat(html(ComparisonFixture.day()))
                .containsSubsequence(
                        "Fargate costs least in total",
                        "lowest total",
                        "$1,698",
                        "Behaviour over time",
                        "Capacity in service",
                        "objective 2 s",
                        "Bill by line",
                        "Work by chore",
                        "From load to new capacity",
                        "AWS price list, us-east-1, 2026-07-20",
                        "3 of 3 points above 60; 2 → 3",
                        "● changed",
                        "How to read this");
    }

    @Test
    void everyPairOfOptionsIsCompared() {
        var day = ComparisonFixture.day();
        var html = html(day);
        var from = html.indexOf("Difference of two totals");
        var table = html.substring(from, html.indexOf("</table>", from));
        assertThat(day.differences()).hasSize(3);
        for (var difference : day.differences()) {
            var shown = Shown.signedUsd(difference.totalMonthly());
            assertThat(table)
                    .contains("<td>" + difference.a().label() + "</td><td>"
                            + difference.b().label() + "</td><td class=\"n\">" + shown.value()
                            + "</td><td class=\"n\">" + shown.interval() + "</td>");
        }
        assertThat(table).containsPattern("± \\$[0-9]").contains(" costs more");
    }

    @Test
    void desiredProvisionedAndInServiceAreThreeLines() {
        var day = ComparisonFixture.day();
        var html = html(day);
        for (var outcome : day.outcomes()) {
            var from = html.indexOf(outcome.option().label() + ": desired, provisioned and in service");
            assertThat(from).as(outcome.option().id()).isPositive();
            assertThat(html.substring(from, html.indexOf("</svg>", from)))
                    .contains(
                            "line desired",
                            "line provisioned",
                            "line " + outcome.option().id());
        }
    }

    @Test
    void changedAssumptionsComeFirst() {
        var html = html(ComparisonFixture.day());
        assertThat(html.indexOf("ecs.deregistrationDelay")).isLessThan(html.indexOf("service.concurrency"));
    }

    @Test
    void monthOfMinutesStaysSmall() {
        var html = html(ComparisonFixture.month());
        assertThat(html.length()).isLessThan(600_000);
        assertThat(html).contains("later decisions are not listed");
    }
}
