package dev.hostlab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What workers pay for their queue, by hand.
class QueueBillTest {

    private static final List<Charge> QUEUE = List.of(new Charge.QueueRequests(0));
    private static final List<Charge> WORKERS = List.of(
            new Charge.Compute(20),
            new Charge.PublicAddresses(0, true),
            new Charge.TransferOut(0, 0),
            new Charge.QueueRequests(0),
            new Charge.Alarms(2, 0, 0),
            new Charge.CustomMetrics(1, 0));

    private static Usage month(double requests) {
        return Use.ofMonth(LoadBalancerUsage.NONE, new Traffic(0, 0, 0, requests));
    }

    @Test
    void aMonthOfWorkersToTheCent() throws IOException {
        // 20 million messages: 60 million calls, and 2 tasks of 8 slots that are idle half of the time make
        // 2 × 8 × 0.5 × 2,628,000 s ÷ 20 s = 1,051,200 empty ones
        // vCPU      1,460 h     × 0.04048  = 59.1008
        // memory    2,920 GB-h  × 0.004445 = 12.9794
        // IPv4      1,460 h     × 0.005    =  7.30
        // SQS       61.0512 M   × 0.40     = 24.42048
        // alarms    2           × 0.10     =  0.20
        // metric    1           × 0.30     =  0.30
        //                                   104.30068
        var usage = Use.ofMonth(
                LoadBalancerUsage.NONE,
                new Traffic(20e6, 0, 0, 61_051_200),
                Use.busy(Use.tasks(1, 2), 2 * Use.MONTH_SECONDS));
        var bill = Rating.rate(usage, WORKERS, Shipped.prices("us-east-1")).monthly();
        assertThat(bill.total().roundedToCents()).isEqualTo(Usd.of("104.30"));
        assertThat(bill.incomplete()).isFalse();
        assertThat(bill.shownInCents().stream().reduce(Usd.ZERO, Usd::plus)).isEqualTo(Usd.of("104.30"));
        assertThat(bill.lines())
                .filteredOn(line -> line.group().equals(Meter.QUEUE))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.item()).isEqualTo("SQS requests, step 1 of 3");
                    assertThat(line.unit()).isEqualTo("million requests");
                    assertThat(line.usd().roundedToCents()).isEqualTo(Usd.of("24.42"));
                    assertThat(line.source()).isEqualTo("sqs-pricing-guide, as of 2026-03-14");
                });
    }

    @Test
    void eightHoursAreScaledToTheirMonth() throws IOException {
        // 626,387 requests in 8 h: × 91.25 = 57,157,813.75 a month × 0.40 = 22.8631255; in the 8 h 0.2505548
        var usage = new Usage(
                28_800,
                List.of(),
                LoadBalancerUsage.NONE,
                new Traffic(0, 0, 0, 626_387),
                new FleetHistory(0, 0, 0, 0, 0, 0, 0));
        var report = Rating.rate(usage, QUEUE, Shipped.prices("us-east-1"));
        assertThat(report.monthly().total().roundedToCents()).isEqualTo(Usd.of("22.86"));
        assertThat(report.period().total().roundedToCents()).isEqualTo(Usd.of("0.25"));
    }

    @Test
    void theFirstMillionIsFreeWhereTheFreeTierIsTaken() throws IOException {
        var charges = List.<Charge>of(new Charge.QueueRequests(1));
        var book = Shipped.prices("us-east-1");
        // (3.5 − 1) × 0.40
        assertThat(Rating.rate(month(3_500_000), charges, book).monthly().total())
                .isEqualTo(Usd.of("1.00"));
        assertThat(Rating.rate(month(900_000), charges, book).monthly().total().roundedToCents())
                .isEqualTo(Usd.of("0.00"));
    }

    @Test
    void theStepsOfTheMonthsVolume() throws IOException {
        // 250 billion: 100 at 0.40, 100 at 0.30 and 50 at 0.24 a million
        var total = Rating.rate(month(250e9), QUEUE, Shipped.prices("us-east-1"))
                .monthly()
                .total();
        assertThat(total.roundedToCents()).isEqualTo(Usd.of("82000.00"));
    }

    @Test
    void aRegionWithoutAPriceSaysSoUnlessOneIsTakenForIt() throws IOException {
        var ireland = Shipped.prices("eu-west-1");
        assertThat(Rating.rate(month(1e6), QUEUE, ireland).monthly().missing()).containsExactly(Skus.SQS_REQUESTS);
        var assumed = ireland.assuming(Skus.SQS_REQUESTS, new BigDecimal("0.4"), "billing.sqsUsdPerMillion");
        var line = Rating.rate(month(10e6), QUEUE, assumed).monthly().lines().getFirst();
        assertThat(line.usd()).isEqualTo(Usd.of("4.0"));
        assertThat(line.source()).isEqualTo("assumed: billing.sqsUsdPerMillion");
        var less = Rating.rate(month(10e6), QUEUE, assumed.less(10))
                .monthly()
                .lines()
                .getFirst();
        assertThat(less.usd().roundedToCents()).isEqualTo(Usd.of("3.60"));
        assertThat(less.source()).isEqualTo("assumed: billing.sqsUsdPerMillion less 10 % by agreement");
    }

    @Test
    void aKnownPriceIsNeverReplacedByAnAssumption() throws IOException {
        PriceBook virginia = Shipped.prices("us-east-1");
        assertThat(virginia.assuming(Skus.SQS_REQUESTS, BigDecimal.TEN, "billing.sqsUsdPerMillion"))
                .isSameAs(virginia);
    }
}
