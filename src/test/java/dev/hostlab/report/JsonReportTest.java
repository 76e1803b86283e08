package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.comparison.ComparisonFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonReport SUMMARY = new JsonReport(Detail.SUMMARY);
    private static final JsonReport TIMELINE = new JsonReport(Detail.TIMELINE);

    private static JsonNode parsed(String json) {
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void dayLooksAsApproved() throws IOException {
        Approved.matches("day.json", Approved.write(SUMMARY, ComparisonFixture.day()));
    }

    @Test
    void edgeLooksAsApproved() throws IOException {
        Approved.matches("edge.json", Approved.write(TIMELINE, ComparisonFixture.edge()));
    }

    @Test
    void fieldsStandInTheOrderOfTheSchema() {
        var json = parsed(Approved.write(SUMMARY, ComparisonFixture.day()));
        assertThat(String.join(" ", json.propertyNames()))
                .isEqualTo(
                        "schema method workload prices preset seed replications options differences verdict ledger engine");
        assertThat(String.join(" ", json.get("options").get(0).propertyNames()))
                .isEqualTo(
                        "id cost latencySeconds latencyHalfWidth95 waitSeconds waitHalfWidth95 requests slo capacity "
                                + "coldStarts decisions effort totalMonthlyUsd totalHalfWidth95");
    }

    @Test
    void moneyAddsUpToTheCent() {
        var json = parsed(Approved.write(SUMMARY, ComparisonFixture.day()));
        for (var option : json.get("options")) {
            var cost = option.get("cost");
            var sum = BigDecimal.ZERO;
            for (var item : cost.get("items")) {
                sum = sum.add(new BigDecimal(item.get("usd").asString()));
            }
            var bill = new BigDecimal(cost.get("monthlyUsd").asString());
            assertThat(sum).isEqualByComparingTo(bill);
            var people = new BigDecimal(option.get("effort").get("usdPerMonth").asString());
            assertThat(bill.add(people))
                    .isEqualByComparingTo(option.get("totalMonthlyUsd").asString());
        }
    }

    @Test
    void figuresThatDoNotApplyAreNull() {
        var json = parsed(Approved.write(TIMELINE, ComparisonFixture.edge()));
        var option = json.get("options").get(0);
        assertThat(option.get("latencySeconds").isNull()).isTrue();
        assertThat(option.get("totalHalfWidth95").isNull()).isTrue();
        assertThat(option.get("cost").get("items").get(1).get("rateUsd").isNull())
                .isTrue();
        assertThat(option.get("cost").get("incomplete").asBoolean()).isTrue();
        assertThat(option.get("timeline").get("series").get("p95Seconds").get(0).isNull())
                .isTrue();
    }

    @Test
    void decisionsAreDatedFromTheStartOfTheTrace() {
        var decision = parsed(Approved.write(SUMMARY, ComparisonFixture.day()))
                .get("options")
                .get(0)
                .get("decisions")
                .get(0);
        assertThat(decision.get("at").asString()).isEqualTo("2026-03-02T05:52:00Z");
        assertThat(decision.get("clocks").get("start").asDouble()).isCloseTo(290, within(1e-9));
    }

    @Test
    void bytesDoNotDependOnTheLocale() {
        var before = Locale.getDefault();
        var expected = Approved.write(TIMELINE, ComparisonFixture.edge());
        try {
            Locale.setDefault(Locale.forLanguageTag("de-DE"));
            assertThat(Approved.write(TIMELINE, ComparisonFixture.edge())).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }
}
