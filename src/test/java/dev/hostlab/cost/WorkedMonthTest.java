package dev.hostlab.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.Commitment;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The same month on each option in two regions, to the cent and by hand.
///
/// The service answers 10 million requests with 600 GB behind one load balancer in three zones that works at
/// 1.5 LCUs.
class WorkedMonthTest {

    private static final LoadBalancerUsage BALANCER = new LoadBalancerUsage(730, 1_095, 1_095, 0, 0, 0);
    private static final Traffic TRAFFIC = new Traffic(10e6, 20e9, 600e9);

    private static final List<Charge> BEANSTALK = List.of(
            new Charge.Compute(20),
            new Charge.RootVolumes(),
            new Charge.DetailedMonitoring(7),
            new Charge.LoadBalancer(),
            new Charge.PublicAddresses(3, true),
            new Charge.TransferOut(100, 0),
            new Charge.Alarms(2, 0, 0));

    private static final List<Charge> ECS_EC2 = List.of(
            new Charge.Compute(20),
            new Charge.RootVolumes(),
            new Charge.DetailedMonitoring(7),
            new Charge.LoadBalancer(),
            new Charge.PublicAddresses(3, false),
            new Charge.NatGateways(2, 10_000, 0),
            new Charge.TransferOut(100, 0),
            new Charge.Logs(500, 0, 0.5),
            new Charge.Alarms(4, 0, 0),
            new Charge.ImageStorage(5));

    private static final List<Charge> MANAGED_INSTANCES = List.of(
            new Charge.Compute(20),
            new Charge.ManagementFee(),
            new Charge.RootVolumes(),
            new Charge.LoadBalancer(),
            new Charge.PublicAddresses(3, true),
            new Charge.TransferOut(100, 0),
            new Charge.Logs(500, 0, 0.5),
            new Charge.Alarms(2, 0, 0),
            new Charge.ImageStorage(5));

    private static final List<Charge> FARGATE = List.of(
            new Charge.Compute(20),
            new Charge.LoadBalancer(),
            new Charge.PublicAddresses(3, true),
            new Charge.TransferOut(100, 0),
            new Charge.Logs(500, 0, 0.5),
            new Charge.Alarms(0, 4, 10),
            new Charge.CustomMetrics(12, 10),
            new Charge.ImageStorage(5));

    @Test
    void beanstalk() throws IOException {
        // 4 × m7g.large with 8 GiB            us-east-1                     eu-west-1
        // instances        2,920 h     × 0.0816 = 238.272      × 0.091  = 265.72
        // gp3              32 GB-month × 0.08   =   2.56       × 0.088  =   2.816
        // monitoring       28 metrics  × 0.30   =   8.40       × 0.30   =   8.40
        // ALB              730 h       × 0.0225 =  16.425      × 0.0252 =  18.396
        // LCU              1,095       × 0.008  =   8.76       × 0.008  =   8.76
        // IPv4             2,190 h     × 0.005  =  10.95       × 0.005  =  10.95
        // IPv4 instances   2,920 h     × 0.005  =  14.60       × 0.005  =  14.60
        // transfer         500 GB      × 0.09   =  45.00       × 0.09   =  45.00
        // alarms           2           × 0.10   =   0.20       × 0.10   =   0.20
        //                                         345.167                374.842
        var usage = usage(new Capacity.Instances("m7g.large", 8, true), 4);
        assertThat(month(usage, BEANSTALK, "us-east-1")).isEqualTo(Usd.of("345.17"));
        assertThat(month(usage, BEANSTALK, "eu-west-1")).isEqualTo(Usd.of("374.84"));
    }

    @Test
    void ecsOnEc2() throws IOException {
        // 2 × c7g.xlarge with 30 GiB          us-east-1                     eu-west-1
        // instances        1,460 h     × 0.145  = 211.70       × 0.155  = 226.30
        // gp3              60 GB-month × 0.08   =   4.80       × 0.088  =   5.28
        // ALB, LCU, IPv4 as above                 36.135                  38.106
        // NAT              1,460 h     × 0.045  =  65.70       × 0.048  =  70.08
        // NAT data         100 GB      × 0.045  =   4.50       × 0.048  =   4.80
        // transfer         500 GB      × 0.09   =  45.00       × 0.09   =  45.00
        // logs in          5 GB        × 0.50   =   2.50       × 0.57   =   2.85
        // logs stored      2.5 GB-mo   × 0.03   =   0.075      × 0.03   =   0.075
        // alarms           4           × 0.10   =   0.40       × 0.10   =   0.40
        // ECR              5 GB-month  × 0.10   =   0.50       × 0.10   =   0.50
        //                                         371.31                 393.391
        var usage = usage(new Capacity.Instances("c7g.xlarge", 30, false), 2);
        assertThat(month(usage, ECS_EC2, "us-east-1")).isEqualTo(Usd.of("371.31"));
        assertThat(month(usage, ECS_EC2, "eu-west-1")).isEqualTo(Usd.of("393.39"));
    }

    @Test
    void fargate() throws IOException {
        // 6 tasks of 1 vCPU and 2 GB, x86; both regions charge the same for them
        // vCPU             4,380 h     × 0.04048  = 177.3024
        // memory           8,760 GB-h  × 0.004445 =  38.9382
        // ALB, LCU, IPv4 as above                    36.135                 38.106
        // IPv4 tasks       4,380 h     × 0.005    =  21.90
        // transfer         500 GB      × 0.09     =  45.00
        // logs in, stored                             2.575                  2.925
        // fast alarms      4           × 0.30     =   1.20
        // metrics          12 − 10     × 0.30     =   0.60
        // ECR              5 GB-month  × 0.10     =   0.50
        //                                           324.1506               326.4716
        var usage = usage(Use.tasks(1, 2), 6);
        assertThat(month(usage, FARGATE, "us-east-1")).isEqualTo(Usd.of("324.15"));
        assertThat(month(usage, FARGATE, "eu-west-1")).isEqualTo(Usd.of("326.47"));
    }

    @Test
    void managedInstances() throws IOException {
        // 2 × m7g.large with 80 GiB           us-east-1                       eu-west-1
        // instances        1,460 h      × 0.0816   = 119.136      × 0.091   = 132.86
        // fee, 12 % of it  1,460 h      × 0.009792 =  14.29632    × 0.01092 =  15.9432
        // gp3              160 GB-month × 0.08     =  12.80       × 0.088   =  14.08
        // ALB, LCU, IPv4 as above                     36.135                   38.106
        // IPv4 instances   1,460 h      × 0.005    =   7.30       × 0.005   =   7.30
        // transfer         500 GB       × 0.09     =  45.00       × 0.09    =  45.00
        // logs in, stored                              2.575                    2.925
        // alarms           2            × 0.10     =   0.20       × 0.10    =   0.20
        // ECR              5 GB-month   × 0.10     =   0.50       × 0.10    =   0.50
        //                                            237.94232                256.9142
        var usage = usage(new Capacity.Instances("m7g.large", 80, false), 2);
        assertThat(month(usage, MANAGED_INSTANCES, "us-east-1")).isEqualTo(Usd.of("237.94"));
        assertThat(month(usage, MANAGED_INSTANCES, "eu-west-1")).isEqualTo(Usd.of("256.91"));
    }

    @Test
    void theFeeIsAShareOfOnDemandHoweverTheInstanceIsBought() throws IOException {
        // 730 h × 0.0816 × 12 % = 7.148; a Savings Plan at 0.06 changes the instance's line only
        var usage = usage(new Capacity.Instances("m7g.large", 80, false), 1);
        var plan = List.<Charge>of(new Charge.Compute(20, Commitment.ONE_YEAR), new Charge.ManagementFee());
        var book = Shipped.prices("us-east-1").with(Map.of("savings-1yr.ec2.linux.m7g.large", new BigDecimal("0.06")));
        var lines = Rating.rate(usage, plan, book).monthly().lines();
        assertThat(lines.getFirst().usd()).isEqualTo(Usd.of("43.80"));
        assertThat(lines.getLast().item()).isEqualTo("Management fee, m7g.large, 12 % of on demand");
        assertThat(lines.getLast().usd().roundedToCents()).isEqualTo(Usd.of("7.15"));
    }

    @Test
    void aRegionWithoutTheFeeSaysWhichFigureItLacks() throws IOException {
        var usage = usage(new Capacity.Instances("m7g.large", 80, false), 1);
        var known = Shipped.prices("us-east-1");
        var bill = Rating.rate(usage, MANAGED_INSTANCES, without(known, "ecs.managed-instances.fee-share"))
                .monthly();
        assertThat(bill.incomplete()).isTrue();
        assertThat(bill.missing()).containsExactly("ecs.managed-instances.fee-share");
        var base = Rating.rate(usage, List.of(new Charge.ManagementFee()), without(known, "ec2.linux.m7g.large"));
        assertThat(base.monthly().missing()).containsExactly("ec2.linux.m7g.large");
        var told = without(known, "ecs.managed-instances.fee-share")
                .with(Map.of("ecs.managed-instances.fee-share", new BigDecimal("0.078")));
        // 730 h × 0.0816 × 7.8 % = 4.646
        assertThat(Rating.rate(usage, List.of(new Charge.ManagementFee()), told)
                        .monthly()
                        .total()
                        .roundedToCents())
                .isEqualTo(Usd.of("4.65"));
    }

    private static PriceBook without(PriceBook book, String sku) {
        var prices = new HashMap<>(book.figures().prices());
        prices.remove(sku);
        return new PriceBook(
                book.region(),
                book.location(),
                book.asOf(),
                book.sha256(),
                book.sources(),
                new PriceBook.Figures(
                        prices, book.figures().tieredPrices(), book.figures().instanceTypes()));
    }

    @Test
    void natGatewaysCarryTheImagesOfStartsButNotOfWhatWasThere() throws IOException {
        // 10 tasks were billed, 4 of them started: 4 × 0.5 GB × 0.045 = 0.09; one gateway 730 h × 0.045 = 32.85
        var tasks = new ComputeUsage(Use.tasks(1, 2), 6 * Use.MONTH_SECONDS, 10, 0, 0, 0);
        var usage = new Usage(
                Use.MONTH_SECONDS,
                List.of(tasks),
                LoadBalancerUsage.NONE,
                new Traffic(0, 0, 0),
                new FleetHistory(0, 4, 4, 0, 0, 0, 0));
        var report = Rating.rate(usage, List.of(new Charge.NatGateways(1, 0, 500e6)), Shipped.prices("us-east-1"));
        assertThat(report.monthly().total().roundedToCents()).isEqualTo(Usd.of("32.94"));
    }

    @Test
    void aDayOfItPaysAThirtiethOfTheFeesAndScalesBackToTheSameMonth() throws IOException {
        // Everything of WorkedMonth × 24 ÷ 730, in a day; the month's bill must not change by it.
        var share = 24.0 / 730;
        var day = new Usage(
                86_400,
                List.of(Use.busy(Use.tasks(1, 2), 6 * 86_400)),
                new LoadBalancerUsage(24, 1_095 * share, 0, 0, 0, 0),
                new Traffic(10e6 * share, 20e9 * share, 600e9 * share),
                usage(Use.tasks(1, 2), 6).fleet());
        var report = Rating.rate(day, FARGATE, Shipped.prices("us-east-1"));
        assertThat(report.monthly().total().roundedToCents()).isEqualTo(Usd.of("324.15"));
        assertThat(report.period().total().roundedToCents()).isEqualTo(Usd.of("10.66")); // 324.1506 × 24 ÷ 730
    }

    @Test
    void transferIsPaidStepByStepBeyondTheFreeGigabytes() throws IOException {
        // 60,100 GB: 100 free, 10,240 × 0.09 = 921.60, 40,960 × 0.085 = 3,481.60, 8,800 × 0.07 = 616.00
        var usage = Use.ofMonth(LoadBalancerUsage.NONE, new Traffic(1, 0, 60_100e9));
        var lines = Rating.rate(usage, List.of(new Charge.TransferOut(100, 0)), Shipped.prices("us-east-1"))
                .monthly()
                .lines();
        assertThat(lines)
                .extracting(line -> line.usd().roundedToCents().amount().toPlainString())
                .containsExactly("921.60", "3481.60", "616.00");
        assertThat(lines).extracting(LineItem::rate).doesNotContainNull();
    }

    @Test
    void stepsGoByTheMonthEvenIfTheHorizonIsShort() throws IOException {
        // An hour of 20 GB is 14,600 GB a month: 100 free, 10,240 × 0.09 + 4,260 × 0.085 = 921.60 + 362.10
        var hour = new Usage(
                3_600,
                List.of(),
                LoadBalancerUsage.NONE,
                new Traffic(1, 0, 20e9),
                usage(Use.tasks(1, 2), 1).fleet());
        var report = Rating.rate(hour, List.of(new Charge.TransferOut(100, 0)), Shipped.prices("us-east-1"));
        assertThat(report.monthly().total().roundedToCents()).isEqualTo(Usd.of("1283.70"));
        assertThat(report.period().total().roundedToCents()).isEqualTo(Usd.of("1.76")); // ÷ 730
    }

    @Test
    void aLoadBalancerOfAnHourAndAHalfPaysTwoHoursButStillAMonthOf730() throws IOException {
        var usage = new Usage(
                5_400,
                List.of(),
                new LoadBalancerUsage(2, 0, 0, 0, 0, 0),
                new Traffic(0, 0, 0),
                usage(Use.tasks(1, 2), 1).fleet());
        var report = Rating.rate(usage, List.of(new Charge.LoadBalancer()), Shipped.prices("us-east-1"));
        assertThat(report.period().lines().getFirst().quantity()).isEqualByComparingTo(BigDecimal.TWO);
        assertThat(report.monthly().lines().getFirst().quantity()).isEqualByComparingTo("730");
    }

    private static Usage usage(Capacity capacity, int units) {
        return Use.ofMonth(BALANCER, TRAFFIC, Use.busy(capacity, units * Use.MONTH_SECONDS));
    }

    private static Usd month(Usage usage, List<Charge> charges, String region) throws IOException {
        var report = Rating.rate(usage, charges, Shipped.prices(region));
        assertThat(report.monthly().incomplete()).isFalse();
        assertThat(report.period().total().roundedToCents())
                .as("the horizon is a month")
                .isEqualTo(report.monthly().total().roundedToCents());
        return report.monthly().total().roundedToCents();
    }
}
