package dev.hostlab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Price;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.pricebook.TieredPrice;
import dev.hostlab.units.Usd;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What holds for every bill, tried on 200 random ones.
class BillLawsTest {

    private static final List<String> TYPES = List.of("t3.micro", "m7g.large", "c7g.xlarge", "r5.2xlarge");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final PriceBook VIRGINIA = virginia();

    @RepeatedTest(200)
    void theTotalIsTheSumOfTheLines(RepetitionInfo repetition) {
        var report = Rating.rate(usage(repetition), charges(repetition), VIRGINIA);
        for (var bill : List.of(report.period(), report.monthly())) {
            var sum = bill.lines().stream().map(line -> line.usd().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(bill.total().amount()).isEqualByComparingTo(sum);
            assertThat(bill.lines())
                    .allSatisfy(line -> assertThat(line.usd().amount())
                            .isCloseTo(
                                    line.quantity().multiply(line.rate().orElseThrow()),
                                    within(new BigDecimal("1e-20"))));
        }
    }

    @RepeatedTest(200)
    void shownLinesAddUpToTheShownTotal(RepetitionInfo repetition) {
        var bill = Rating.rate(usage(repetition), charges(repetition), VIRGINIA).monthly();
        var shown = bill.shownInCents();
        assertThat(shown.stream().reduce(Usd.ZERO, Usd::plus).amount())
                .isEqualByComparingTo(bill.total().roundedToCents().amount());
        for (var i = 0; i < shown.size(); i++) {
            var exact = bill.lines().get(i).usd().amount();
            assertThat(shown.get(i).amount().subtract(exact).abs()).isLessThan(CENT);
            assertThat(shown.get(i).amount().scale()).isEqualTo(2);
        }
    }

    @RepeatedTest(200)
    void aDearerPriceBookNeverLowersABill(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var book = VIRGINIA;
        var usage = usage(repetition);
        var charges = charges(repetition);
        var cheap = Rating.rate(usage, charges, book);
        var dear = Rating.rate(usage, charges, dearer(book, random));
        assertThat(dear.monthly().total())
                .isGreaterThanOrEqualTo(cheap.monthly().total());
        assertThat(dear.period().total()).isGreaterThanOrEqualTo(cheap.period().total());
        assertThat(dear.idle()).isGreaterThanOrEqualTo(cheap.idle());
    }

    @Test
    void aMissingFigureMakesTheBillIncompleteAndIsNamed() throws IOException {
        var usage = Use.ofMonth(
                new LoadBalancerUsage(730, 730, 730, 0, 0, 0),
                new Traffic(1, 0, 0),
                Use.busy(Use.tasks(1, 2), Use.MONTH_SECONDS));
        var charges = List.<Charge>of(new Charge.Compute(20), new Charge.LoadBalancer());
        var book = Shipped.prices("eu-south-1");
        var bill = Rating.rate(usage, charges, book).monthly();
        assertThat(bill.incomplete()).isTrue();
        assertThat(bill.missing()).containsExactly(Skus.ALB_HOUR, Skus.ALB_LCU);
        assertThat(bill.lines())
                .filteredOn(line -> line.rate().isEmpty())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.usd()).isEqualTo(Usd.ZERO));

        var filled = book.with(Map.of(Skus.ALB_HOUR, CENT, Skus.ALB_LCU, CENT));
        var complete = Rating.rate(usage, charges, filled).monthly();
        assertThat(complete.incomplete()).isFalse();
        assertThat(complete.missing()).isEmpty();
        assertThat(complete.lines().getLast().source()).isEqualTo("set by the user");
    }

    @Test
    void nothingUsedCostsNothingAndLacksNothing() throws IOException {
        var usage = Use.of(3_600);
        var charges = List.<Charge>of(
                new Charge.Compute(20),
                new Charge.LoadBalancer(),
                new Charge.NatGateways(0, 1, 1),
                new Charge.Alarms(2, 0, 10));
        var report = Rating.rate(usage, charges, Shipped.prices("eu-south-1"));
        assertThat(report.monthly().lines()).isEmpty();
        assertThat(report.monthly().shownInCents()).isEmpty();
        assertThat(report.idle()).isEqualTo(Usd.ZERO);
    }

    @Test
    void metricsAboveTheLastKnownStepAreNotFree() {
        var bill = Rating.rate(Use.of(3_600), List.of(new Charge.CustomMetrics(300_000, 0)), VIRGINIA)
                .monthly();
        // 10,000 × 0.30 + 240,000 × 0.10 = 27,000; the 50,000 above have no known rate
        assertThat(bill.total().amount()).isEqualByComparingTo("27000");
        assertThat(bill.missing()).containsExactly(Skus.METRIC);
    }

    private static PriceBook virginia() {
        try {
            return Shipped.prices("us-east-1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Usage usage(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var horizon = 60 + random.nextDouble() * 4e6;
        var compute = new ArrayList<ComputeUsage>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var billed = random.nextDouble() * horizon * 50;
            compute.add(new ComputeUsage(capacity(random), billed, 5, billed / 3, billed / 7, billed / 90));
        }
        var lcus = random.nextDouble() * 1e4;
        return new Usage(
                horizon,
                compute,
                new LoadBalancerUsage(StrictMath.ceil(horizon / 3_600), lcus, lcus, 0, 0, 0),
                new Traffic(random.nextDouble() * 1e9, 1e9, random.nextDouble() * 1e15, random.nextDouble() * 1e12),
                new FleetHistory(0, 0, 0, 0, 0, 0, 0));
    }

    private static Capacity capacity(Random random) {
        if (random.nextBoolean()) {
            return new Capacity.Instances(TYPES.get(random.nextInt(4)), random.nextInt(100), random.nextBoolean());
        }
        var architecture = random.nextBoolean() ? Architecture.X86_64 : Architecture.ARM64;
        return new Capacity.Tasks(new TaskSize(1, 2), architecture, random.nextInt(100), random.nextBoolean());
    }

    private static List<Charge> charges(RepetitionInfo repetition) {
        var random = new Random(-repetition.getCurrentRepetition());
        return List.of(
                new Charge.Compute(20),
                new Charge.RootVolumes(),
                new Charge.DetailedMonitoring(7),
                new Charge.LoadBalancer(),
                new Charge.PublicAddresses(random.nextInt(4), random.nextBoolean()),
                new Charge.NatGateways(random.nextInt(3), random.nextDouble() * 1e5, 1e9),
                new Charge.TransferOut(random.nextDouble() * 200, random.nextDouble() * 1e4),
                new Charge.InterZoneTransfer(random.nextDouble() * 1e4),
                new Charge.QueueRequests(random.nextInt(2)),
                new Charge.Logs(random.nextDouble() * 2_000, 5, random.nextDouble()),
                new Charge.Alarms(random.nextInt(40), random.nextInt(40), 10),
                new Charge.CustomMetrics(random.nextInt(20_000), 10),
                new Charge.ImageStorage(random.nextDouble() * 30));
    }

    /// Each figure up by its own 0 to 50 %; some steps only, so that the order of rates may turn.
    private static PriceBook dearer(PriceBook book, Random random) {
        var prices = new HashMap<String, Price>();
        book.figures()
                .prices()
                .forEach((sku, price) -> prices.put(
                        sku, new Price(sku, up(price.usd(), random), price.unit(), price.asOf(), price.source())));
        var tiered = new HashMap<String, TieredPrice>();
        book.figures().tieredPrices().forEach((sku, price) -> {
            var tiers = price.tiers().stream()
                    .map(tier -> new PriceTier(tier.upToOrNull(), up(tier.usd(), random)))
                    .toList();
            tiered.put(sku, new TieredPrice(sku, price.unit(), tiers, price.asOf(), price.source()));
        });
        var types = book.figures().instanceTypes();
        return new PriceBook(
                book.region(),
                book.location(),
                book.asOf(),
                book.sha256(),
                book.sources(),
                new PriceBook.Figures(prices, tiered, types));
    }

    private static BigDecimal up(BigDecimal usd, Random random) {
        return usd.multiply(BigDecimal.valueOf(1 + random.nextInt(51) / 100.0));
    }
}
