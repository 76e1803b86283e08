package dev.hostlab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.effort.Coefficient;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.effort.EffortLedger;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LcuDimensions;
import dev.hostlab.usage.LoadBalancerMeter;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The worked cases of money and people's time that the behaviour notes call L7, L8, L9 and L11, each with its sum.
///
/// Prices are those of us-east-1. AWS also publishes rounded rates a second (0.000011244 a vCPU, 0.000001235 a GB,
/// 0.0000000308 a GB of storage), from which the sums come; the hourly rates give the same to the cent.
class WorkedCasesTest {

    private static final List<Charge> COMPUTE = List.of(new Charge.Compute(20));

    @Nested
    class L7FargateBill {

        @Test
        void fiftySecondsFromPullToStopPayAMinute() throws IOException {
            // 60 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.00041142
            var billed = BillingClock.FARGATE_LINUX.billable(Duration.ofSeconds(50));
            assertThat(billed.toSeconds()).isEqualTo(60);
            assertThat(usd(Use.tasks(0.5, 1), 60)).isCloseTo(0.00041142, within(1e-8));
        }

        @Test
        void tenMinutesPayTenMinutes() throws IOException {
            // 600 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.0041142
            assertThat(usd(Use.tasks(0.5, 1), 600)).isCloseTo(0.0041142, within(1e-7));
        }

        @Test
        void thirtyGibibytesAboveTheFreeTwentyArePaid() throws IOException {
            // 0.0041142 + 600 × 30 × 0.0000000308 = 0.0046686
            var tasks = new Capacity.Tasks(new TaskSize(0.5, 1), Architecture.X86_64, 50, false);
            assertThat(usd(tasks, 600)).isCloseTo(0.0046686, within(1e-6));
        }

        @Test
        void fiveTasksForTenMinutesADay() throws IOException {
            // 5 × 600 s × 30 × (1 × 0.000011244 + 2 × 0.000001235) = 1.23426
            assertThat(usd(Use.tasks(1, 2), 5 * 600 * 30)).isCloseTo(1.23426, within(1e-4));
        }

        @Test
        void oneTaskAllMonth() throws IOException {
            // 730 h × (0.5 × 0.04048 + 1 × 0.004445) = 18.02005; by the second 18.0202
            assertThat(usd(Use.tasks(0.5, 1), Use.MONTH_SECONDS)).isCloseTo(18.0202, within(2e-4));
        }

        @Test
        void deregistrationOfFiveMinutesIsPaidAndShownAsDraining() throws IOException {
            // 300 × (0.5 × 0.000011244 + 1 × 0.000001235) = 0.0020571
            var drained = new ComputeUsage(Use.tasks(0.5, 1), 300, 1, 0, 0, 300);
            var report = Rating.rate(Use.of(Use.MONTH_SECONDS, drained), COMPUTE, Shipped.prices("us-east-1"));
            assertThat(report.monthly().total().toDouble()).isCloseTo(0.0020571, within(1e-7));
            assertThat(report.draining().toDouble()).isCloseTo(0.0020571, within(1e-7));
        }
    }

    @Nested
    class L8LoadBalancerUnits {

        /// 20 new connections a second, 1,400 active a minute, 0.36 GB an hour.
        private static final LcuDimensions ANSWERS = new LcuDimensions(20, 1_400, 0.36e9, 0);

        /// The same traffic streamed, 150 tokens of 250 bytes each: 20 × 150 × 250 × 3,600 = 2.7 GB an hour.
        private static final LcuDimensions STREAMS = new LcuDimensions(20, 1_400, 20.0 * 150 * 250 * 3_600, 0);

        @Test
        void connectionsDecideForWholeAnswers() throws IOException {
            // max(20 ÷ 25, 1,400 ÷ 3,000, 0.36) = max(0.80, 0.47, 0.36) = 0.80; × 0.008 = $0.0064 an hour
            assertThat(ANSWERS.lcus()).isCloseTo(0.80, within(1e-12));
            assertThat(unitsUsd(ANSWERS)).isCloseTo(0.0064, within(1e-12));
        }

        @Test
        void bytesDecideForStreams() throws IOException {
            // max(0.80, 0.47, 2.70) = 2.70; × 0.008 = $0.0216 an hour
            assertThat(STREAMS.lcus()).isCloseTo(2.70, within(1e-12));
            assertThat(unitsUsd(STREAMS)).isCloseTo(0.0216, within(1e-12));
        }

        private double unitsUsd(LcuDimensions hour) throws IOException {
            var usage = Use.ofMonth(LoadBalancerMeter.ofHours(List.of(hour)), new Traffic(0, 0, 0));
            var bill = Rating.rate(usage, List.of(new Charge.LoadBalancer()), Shipped.prices("us-east-1"))
                    .period();
            return bill.lines().stream()
                    .filter(line -> line.sku().equals("alb.lcu-hour"))
                    .mapToDouble(line -> line.usd().toDouble())
                    .sum();
        }
    }

    @Nested
    class L9SurplusCredits {

        @Test
        void largeT3AndItsEqualsBreakEvenAtFortyThreePercent() throws IOException {
            // t3.large 0.0832 + 2 vCPU × (x − 0.30) × 0.05 = m5.large 0.096 → x = 0.30 + 0.0128 ÷ 0.10 = 42.8 %
            var book = Shipped.prices("us-east-1");
            var gap = rate("ec2.linux.m5.large", book).subtract(rate("ec2.linux.t3.large", book));
            var credit = rate("ec2.credit.t3.vcpu-hour", book).multiply(BigDecimal.TWO);
            assertThat(0.30 + gap.doubleValue() / credit.doubleValue()).isCloseTo(0.428, within(5e-4));
        }

        @Test
        void twentyFourCreditsAnHourAreTwoCents() throws IOException {
            // t3.medium, both vCPU at 40 %: spends 2 × 0.40 × 60 = 48, earns 24; 24 credits = 0.4 vCPU-h × 0.05 = 0.02
            var used = new ComputeUsage(new Capacity.Instances("t3.medium", 8, false), 3_600, 1, 0, 0, 0, 0.4);
            var lines = Rating.rate(Use.of(3_600, used), COMPUTE, Shipped.prices("us-east-1"))
                    .period()
                    .lines();
            assertThat(lines.getLast().item()).contains("credits");
            assertThat(lines.getLast().usd().toDouble()).isEqualTo(0.02);
        }

        private BigDecimal rate(String sku, PriceBook book) {
            return book.price(sku).orElseThrow().usd();
        }
    }

    @Nested
    class L11Effort {

        private static final FleetHistory TEN_HOSTS_ONE_PAGE = new FleetHistory(10, 0, 0, 0, 1, 0, 0);

        @Test
        void beanstalk() {
            // 1 + 0.4 × 10^0.7 + (20 × 10 + 20 + 45 + 15 + 30) ÷ 60 = 1 + 2.005 + 5.167
            assertThat(smooth(EffortCoefficients.BEANSTALK)).isCloseTo(8.17, within(0.005));
        }

        @Test
        void ecsOnEc2() {
            // 2 + 1.2 × 10^0.7 + (20 × 6 + 2 × (60 + 3 × 10) + 30 + 45 + 10 + 60) ÷ 60 = 2 + 6.014 + 7.417
            assertThat(smooth(EffortCoefficients.ECS_EC2)).isCloseTo(15.43, within(0.005));
        }

        @Test
        void fargate() {
            // 0.5 + (20 × 6 + 30 + 5 + 20) ÷ 60 = 0.5 + 2.917
            assertThat(smooth(EffortCoefficients.FARGATE)).isCloseTo(3.42, within(0.005));
        }

        @Test
        void managedInstances() {
            // 0.75 + 0.25 × 10^0.7 + (20 × 6 + 5 + 35 + 5 + 20) ÷ 60 = 0.75 + 1.253 + 3.083
            assertThat(smooth(EffortCoefficients.MANAGED_INSTANCES)).isCloseTo(5.09, within(0.005));
        }

        @Test
        void flatRuleOfTheCalculator() {
            // 10 × 2.0 = 20 h against 10 × 0.5 = 5 h; 15 h × $72.12 = $1,081.80
            var own = report(EffortCoefficients.PUBLISHED_SELF_MANAGED);
            var managed = report(EffortCoefficients.PUBLISHED_MANAGED);
            assertThat(own.hoursPerMonth()).isEqualTo(20);
            assertThat(managed.hoursPerMonth()).isEqualTo(5);
            assertThat(own.usdPerMonth() - managed.usdPerMonth()).isCloseTo(1_081.80, within(1e-9));
        }

        private double smooth(EffortCoefficients coefficients) {
            return report(coefficients
                            .with(Coefficient.DEPLOY_FAILURE_SHARE, 0)
                            .with(Coefficient.UPDATE_FAILURE_SHARE, 0))
                    .hoursPerMonth();
        }

        private EffortReport report(EffortCoefficients coefficients) {
            return new EffortLedger(coefficients, 20, 72.12, 0.3).report(TEN_HOSTS_ONE_PAGE, Use.MONTH_SECONDS);
        }
    }

    private static double usd(Capacity capacity, double seconds) throws IOException {
        var usage = Use.ofMonth(LoadBalancerUsage.NONE, new Traffic(0, 0, 0), Use.busy(capacity, seconds));
        return Rating.rate(usage, COMPUTE, Shipped.prices("us-east-1"))
                .period()
                .total()
                .toDouble();
    }
}
