package dev.hostlab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Commitment;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Instances and tasks in us-east-1, against sums done by hand.
///
/// Fargate x86 there: 0.04048 a vCPU-hour, 0.004445 a GB-hour, 0.000111 a GB-hour of storage above 20 GiB. AWS also
/// publishes rounded rates a second (0.000011244, 0.000001235, 0.0000000308), from which the figures named in the
/// comments come; the hourly rates give the same to seven places and more.
class ComputeBillTest {

    private static final List<Charge> COMPUTE = List.of(new Charge.Compute(20));
    private static final List<Charge> INSTANCES =
            List.of(new Charge.Compute(20), new Charge.RootVolumes(), new Charge.DetailedMonitoring(7));

    @Test
    void aTaskOfFiftySecondsPaysAMinute() throws IOException {
        // 60 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.00041142
        var billed = BillingClock.FARGATE_LINUX.billable(Duration.ofSeconds(50)).toSeconds();
        assertThat(period(Use.busy(Use.tasks(0.5, 1), billed))).isCloseTo(usd("0.00041142"), within(usd("0.00000001")));
    }

    @Test
    void aTaskOfTenMinutesPaysTenMinutes() throws IOException {
        // 600 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.0041142
        assertThat(period(Use.busy(Use.tasks(0.5, 1), 600))).isCloseTo(usd("0.0041142"), within(usd("0.0000001")));
    }

    @Test
    void storageAboveTwentyGibibytesIsPaid() throws IOException {
        // 0.0041142 + 600 × (50 − 20) × 0.0000000308 = 0.0046686
        var tasks = new Capacity.Tasks(new TaskSize(0.5, 1), Architecture.X86_64, 50, false);
        assertThat(period(Use.busy(tasks, 600))).isCloseTo(usd("0.0046686"), within(usd("0.000001")));
    }

    @Test
    void aDailyBatchOfAMonthCostsADollarTwentyThree() throws IOException {
        // 5 tasks × 600 s × 30 days × (1 × 0.000011244 + 2 × 0.000001235) = 1.23426
        assertThat(period(Use.busy(Use.tasks(1, 2), 5 * 600 * 30.0))).isCloseTo(usd("1.23426"), within(usd("0.0001")));
    }

    @Test
    void aTaskOfAMonthCostsEighteenDollarsTwo() throws IOException {
        // 730 × (0.5 × 0.04048 + 1 × 0.004445) = 18.02005; by the second 18.0202
        var usd = period(Use.busy(Use.tasks(0.5, 1), Use.MONTH_SECONDS));
        assertThat(usd).isEqualByComparingTo("18.02005").isCloseTo(usd("18.0202"), within(usd("0.0002")));
    }

    @Test
    void drainingForFiveMinutesIsPaid() throws IOException {
        // 300 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.0020571, all of which is draining money
        var used = new ComputeUsage(Use.tasks(0.5, 1), 300, 1, 0, 0, 300);
        assertThat(period(used)).isCloseTo(usd("0.0020571"), within(usd("0.0000001")));
        var report = Rating.rate(Use.of(Use.MONTH_SECONDS, used), COMPUTE, Shipped.prices("us-east-1"));
        assertThat(report.draining().amount())
                .isCloseTo(report.monthly().total().amount(), within(usd("1e-30")));
    }

    @Test
    void spotAndArmHaveRatesOfTheirOwn() throws IOException {
        // 1 h × (1 × 0.01030969 + 2 × 0.00113349) = 0.01257667
        var tasks = new Capacity.Tasks(new TaskSize(1, 2), Architecture.ARM64, 20, true);
        assertThat(period(Use.busy(tasks, 3_600))).isEqualByComparingTo("0.01257667");
    }

    @Test
    void aSavingsPlanLowersFargateAndIsNotKnownForInstances() throws IOException {
        // 1 h × (1 × 0.032384 + 2 × 0.003556) = 0.039496, a fifth off; Spot stays at its own rate
        var plan = List.<Charge>of(new Charge.Compute(20, Commitment.ONE_YEAR));
        var book = Shipped.prices("us-east-1");
        var task = Use.of(3_600, Use.busy(Use.tasks(1, 2), 3_600));
        assertThat(Rating.rate(task, plan, book).period().total().amount()).isEqualByComparingTo("0.039496");
        var spot = new Capacity.Tasks(new TaskSize(1, 2), Architecture.X86_64, 20, true);
        assertThat(Rating.rate(Use.of(3_600, Use.busy(spot, 3_600)), plan, book).period())
                .isEqualTo(Rating.rate(Use.of(3_600, Use.busy(spot, 3_600)), COMPUTE, book)
                        .period());

        var instance = Use.of(3_600, Use.busy(new Capacity.Instances("m7g.large", 8, false), 3_600));
        var unknown = Rating.rate(instance, plan, book).period();
        assertThat(unknown.missing()).containsExactly("savings-1yr.ec2.linux.m7g.large");
        var told = book.with(Map.of(unknown.missing().getFirst(), usd("0.06")));
        assertThat(Rating.rate(instance, plan, told).period().total().amount()).isEqualByComparingTo("0.06");
    }

    @Test
    void spotInstancesHaveAveragedRatesOfTheirOwnAndNoCommitment() throws IOException {
        // m7g.large 0.0816 an hour, 64 % less on average = 0.029376; 730 h = 21.44448
        var spot = new Capacity.Instances("m7g.large", 30, false, true);
        var used = Use.of(Use.MONTH_SECONDS, Use.busy(spot, Use.MONTH_SECONDS));
        var book = Shipped.prices("us-east-1");
        var bill = Rating.rate(used, COMPUTE, book).monthly();
        assertThat(bill.total().roundedToCents()).isEqualTo(Usd.of("21.44"));
        assertThat(bill.lines().getFirst().item()).isEqualTo("EC2 m7g.large, Linux Spot");
        var plan = List.<Charge>of(new Charge.Compute(20, Commitment.ONE_YEAR));
        assertThat(Rating.rate(used, plan, book).monthly()).isEqualTo(bill);
        var told = book.with(Map.of("ec2.spot.linux.m7g.large", usd("0.03")));
        assertThat(Rating.rate(used, COMPUTE, told).monthly().total().amount()).isEqualByComparingTo("21.9");
    }

    @Test
    void anInstanceHourComesWithItsVolume() throws IOException {
        // m7g.large 1 h × 0.0816 + 30 GiB × 1 h ÷ 730 × 0.08 (0.003288) = 0.084888, shown as 0.08
        var instance = new Capacity.Instances("m7g.large", 30, false);
        var report = Rating.rate(Use.of(3_600, Use.busy(instance, 3_600)), INSTANCES, Shipped.prices("us-east-1"));
        assertThat(report.period().total().amount()).isCloseTo(usd("0.0848877"), within(usd("0.0000001")));
        assertThat(report.period().total().roundedToCents()).isEqualTo(Usd.of("0.08"));
        // A month of it: 730 × 0.0816 + 30 × 0.08 = 59.568 + 2.40 = 61.968
        assertThat(report.monthly().total().roundedToCents()).isEqualTo(Usd.of("61.97"));
    }

    @Test
    void detailedMonitoringIsSevenMetricsAnInstance() throws IOException {
        // one instance for a month: 7 × 0.30 = 2.10
        var instance = new Capacity.Instances("t3.micro", 0, true);
        var report = Rating.rate(
                Use.of(Use.MONTH_SECONDS, Use.busy(instance, Use.MONTH_SECONDS)),
                List.of(new Charge.DetailedMonitoring(7)),
                Shipped.prices("us-east-1"));
        assertThat(report.period().total().roundedToCents()).isEqualTo(Usd.of("2.10"));
    }

    @Test
    void surplusCreditsCostFiveCentsAVcpuHour() throws IOException {
        // t3.medium with both vCPU at 40 %: 24 credits an hour too many = 0.4 vCPU-h × 0.05 = 0.02
        var instance = new Capacity.Instances("t3.medium", 8, false);
        var used = new ComputeUsage(instance, 3_600, 1, 0, 0, 0, 0.4);
        var lines = Rating.rate(Use.of(3_600, used), COMPUTE, Shipped.prices("us-east-1"))
                .period()
                .lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().usd().amount()).isEqualByComparingTo("0.02");
    }

    @Test
    void wasteIsItsShareOfTheComputeOfAMonth() throws IOException {
        // 1 m7g.large: 59.568 a month; idle half of it, stranded a quarter, draining a tenth; the volume is no waste
        var instance = new Capacity.Instances("m7g.large", 30, false);
        var used = new ComputeUsage(instance, 3_600, 1, 1_800, 900, 360);
        var report = Rating.rate(Use.of(3_600, used), INSTANCES, Shipped.prices("us-east-1"));
        assertThat(report.idle().roundedToCents()).isEqualTo(Usd.of("29.78"));
        assertThat(report.stranded().roundedToCents()).isEqualTo(Usd.of("14.89"));
        assertThat(report.draining().roundedToCents()).isEqualTo(Usd.of("5.96"));
    }

    private static BigDecimal period(ComputeUsage used) throws IOException {
        return Rating.rate(Use.of(86_400, used), COMPUTE, Shipped.prices("us-east-1"))
                .period()
                .total()
                .amount();
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
