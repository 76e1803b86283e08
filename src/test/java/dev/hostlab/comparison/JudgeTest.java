package dev.hostlab.comparison;

import static dev.hostlab.hosting.OptionId.BEANSTALK;
import static dev.hostlab.hosting.OptionId.ECS_EC2;
import static dev.hostlab.hosting.OptionId.FARGATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.OptionId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Figures by hand; outcomes come from [ComparisonFixture#day()], in which Beanstalk loses 2.1 % and misses the
/// objective.
class JudgeTest {

    private static final List<Outcome> OUTCOMES = ComparisonFixture.day().outcomes();

    /// Two replications that differ by 2 around each mean, alike for all options, so that differences are exact.
    private static Samples put(Samples samples, OptionId option, double bill, double hours, double p95) {
        var total = bill + hours * 100;
        return samples.with(option, Criterion.BILL, bill - 1, bill + 1)
                .with(option, Criterion.HOURS, hours, hours)
                .with(option, Criterion.TOTAL, total - 1, total + 1)
                .with(option, Criterion.P95, p95, p95);
    }

    private static List<Outcome> only(OptionId... options) {
        return OUTCOMES.stream()
                .filter(outcome -> Stream.of(options).anyMatch(option -> option == outcome.option()))
                .toList();
    }

    /// Fargate 1,300 + 400, ECS on EC2 1,000 + 1,100: 300 more bill for 7 hours less, even at 300 / 7 = 42.86.
    @Test
    void workSavedOutweighsTheBill() {
        var samples = put(put(new Samples(), ECS_EC2, 1_000, 11, 2.4), FARGATE, 1_300, 4, 1.6);
        var verdict = Judge.verdict(only(ECS_EC2, FARGATE), samples);
        assertThat(verdict.lowestTotal()).containsExactly(FARGATE);
        assertThat(verdict.cheapest()).containsExactly(ECS_EC2);
        assertThat(verdict.leastEffort()).containsExactly(FARGATE);
        assertThat(verdict.fastest()).containsExactly(FARGATE);
        assertThat(verdict.text())
                .isEqualTo("Fargate costs least in total, $400 a month below ECS on EC2. Its bill is $300 higher than"
                        + " that of ECS on EC2; 7.0 hours of work saved outweigh it as long as an hour costs more than"
                        + " $43. It answers fastest: p95 1.6 s.");
    }

    /// Fargate 2,000 + 400, ECS on EC2 1,000 + 1,100: 7 hours for 1,000 dollars, even at 142.86.
    @Test
    void theBillOutweighsTheWork() {
        var samples = put(put(new Samples(), ECS_EC2, 1_000, 11, 2.4), FARGATE, 2_000, 4, 1.6);
        var verdict = Judge.verdict(only(ECS_EC2, FARGATE), samples);
        assertThat(verdict.lowestTotal()).containsExactly(ECS_EC2);
        assertThat(verdict.text())
                .startsWith("ECS on EC2 costs least in total, $300 a month below Fargate. Fargate takes 7.0 hours less"
                        + " work, which would outweigh its $1,000 higher bill only if an hour cost more than $143.")
                .contains("Fargate answers fastest: p95 1.6 s against 2.4 s on ECS on EC2.");
    }

    @Test
    void winnerOfBothNeedsNoRate() {
        var samples = put(put(new Samples(), ECS_EC2, 1_000, 11, 2.4), FARGATE, 900, 4, 1.6);
        assertThat(Judge.verdict(only(ECS_EC2, FARGATE), samples).text())
                .contains("lowest bill and takes the least work, so the price of an hour does not change this");
    }

    /// Differences of −10 and +30 are 10 ± 254 apart.
    @Test
    void differenceWithinItsIntervalIsATie() {
        var samples = new Samples();
        put(samples, ECS_EC2, 1_000, 4, 1.6).with(ECS_EC2, Criterion.TOTAL, 1_390, 1_430);
        put(samples, FARGATE, 1_000, 4, 1.6).with(FARGATE, Criterion.TOTAL, 1_400, 1_400);
        var verdict = Judge.verdict(only(ECS_EC2, FARGATE), samples);
        assertThat(verdict.lowestTotal()).containsExactly(FARGATE, ECS_EC2);
        assertThat(verdict.fastest()).hasSize(2);
        assertThat(verdict.text())
                .startsWith(
                        "Fargate and ECS on EC2 cost the same in total as far as the simulation can tell ($10 ± $250"
                                + " apart).")
                .contains("ECS on EC2 and Fargate answer equally fast");
    }

    /// 1.2 s against 2.6 min ± 2.8 min: nobody would call that equally fast, and nobody would call it sure.
    @Test
    void farApartIsNotEqualHoweverWideTheInterval() {
        var samples = put(put(new Samples(), ECS_EC2, 1_000, 11, 1.2), FARGATE, 1_300, 4, 156);
        samples.with(FARGATE, Criterion.P95, 143, 169);
        var verdict = Judge.verdict(only(ECS_EC2, FARGATE), samples);
        assertThat(verdict.fastest()).containsExactly(ECS_EC2);
        assertThat(verdict.text())
                .contains("ECS on EC2 answers fastest: p95 1.2 s against 2.6 min on Fargate, though not surely.");
    }

    /// 321, 358 ± 0 and 444 ± 300 dollars: the third is no winner where the second, which costs less, is none.
    @Test
    void whoStandsBehindALoserSharesNoPrize() {
        var samples = put(put(put(new Samples(), FARGATE, 321, 4, 1), BEANSTALK, 358, 4, 1), ECS_EC2, 444, 4, 1);
        samples.with(ECS_EC2, Criterion.BILL, 420, 468);
        assertThat(samples.tied(Criterion.BILL, FARGATE, ECS_EC2)).isTrue();
        assertThat(Judge.verdict(only(BEANSTALK, ECS_EC2, FARGATE), samples).cheapest())
                .containsExactly(FARGATE);
    }

    @Test
    void overloadIsSaidFirstAndDisqualifiesFromSpeed() {
        var samples = put(put(new Samples(), BEANSTALK, 500, 3, 0.4), FARGATE, 1_300, 4, 1.6);
        var verdict = Judge.verdict(only(BEANSTALK, FARGATE), samples);
        assertThat(verdict.fastest()).containsExactly(FARGATE);
        assertThat(verdict.lowestTotal()).containsExactly(BEANSTALK);
        assertThat(verdict.text())
                .startsWith("Beanstalk lost 2.1 % of the requests. Beanstalk costs least in total, $900 a month below"
                        + " Fargate.")
                .contains("Beanstalk did not carry the load; of those that did, Fargate costs least.")
                .contains("Fargate answers fastest: p95 1.6 s against 400 ms on Beanstalk.")
                .endsWith("Beanstalk misses the objective of p95 below 2 s.");
    }

    @Test
    void nobodyIsFastestWhereNobodyServes() {
        var verdict = ComparisonFixture.overload().verdict();
        assertThat(verdict.fastest()).isEmpty();
        assertThat(verdict.text())
                .startsWith(
                        "Beanstalk lost 34 % of the requests, ECS on EC2 6.6 % and Fargate 6.6 %. Beanstalk still had"
                                + " 2.0 % of the requests unfinished at the end, ")
                .contains("No option served 99 % of the requests, so none is called fastest.");
    }

    @Test
    void emptyTraceAndMissingPricesAreSaid() {
        assertThat(ComparisonFixture.edge().verdict().text())
                .isEqualTo("ECS on EC2 and Fargate cost the same in total. No request arrived, so nothing is said about"
                        + " speed. Prices are missing, so the bills of ECS on EC2 and Fargate are too low.");
    }

    @Test
    void oneOptionIsComparedWithNothing() {
        var verdict = Judge.verdict(only(FARGATE), put(new Samples(), FARGATE, 1_300, 4, 1.6));
        assertThat(verdict.lowestTotal()).containsExactly(FARGATE);
        assertThat(verdict.text()).isEqualTo("Fargate costs $1,700 a month in total. Its p95 response time is 1.6 s.");
    }

    /// 10.00 s and 10.05 s, measured exactly: half a per cent that nobody notices.
    @Test
    void aHundredthOfAResponseTimeIsATie() {
        var samples = put(put(new Samples(), ECS_EC2, 1_000, 11, 10), FARGATE, 1_300, 4, 10.05);
        assertThat(Judge.verdict(only(ECS_EC2, FARGATE), samples).fastest()).containsExactly(ECS_EC2, FARGATE);
    }
}
