package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.ClientRetries;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients of a web service that ask again after an error or a timeout.
class ClientRetriesTest {

    private static final List<Routing> ROUTINGS = List.of(Routing.values());

    /// Wants to ask again and never may: a retry costs more than the quota has.
    private static final ClientRetries BROKE = new ClientRetries(2, 1, 2, 20, true, true, true, 1, false);

    private static ClientRetries retries(int attempts, double base, int quota, boolean cancels) {
        return new ClientRetries(attempts, base, 2, 1e6, base > 0, true, true, quota, cancels);
    }

    static ServiceModel with(ServiceModel service, double timeout, boolean drops, ClientRetries retries) {
        return new ServiceModel(
                service.concurrency(),
                service.cpu(),
                service.upstream(),
                service.tokens(),
                service.payload(),
                service.memory(),
                new ServiceModel.Clients(timeout, drops, false, Double.POSITIVE_INFINITY, retries),
                Access.OPEN);
    }

    private static FleetPlan fleet(int slots, int lineLimit) {
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed());
        return new FleetPlan(
                new UnitPlan("task", slots, 1, 2_048, 1, lineLimit),
                new CapacityRange(1, 1),
                1,
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                plan.rented(),
                plan.front());
    }

    private static RunResult run(FleetPlan plan, ServiceModel service, Arrivals arrivals) {
        return RedeliveryTest.run(plan, service, arrivals, QueuePlan.EMPTY, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Routing.class,
            names = {"ROUND_ROBIN", "RANDOM", "POWER_OF_TWO", "LEAST_OUTSTANDING"})
    void whereNobodyAsksAgainItGivesWhatTheGeneralKernelGives(Routing routing) {
        for (var drops : new boolean[] {false, true}) {
            var plan = Plans.tasks(routing, Plans.tracking(ScalingMetric.CPU, 60));
            var arrivals = Plans.surge(1_500, 6);
            var expected = run(plan, Plans.service(2, drops), arrivals);
            var played = run(plan, with(Plans.service(2, drops), 2, drops, BROKE), arrivals);
            assertThat(played.requests().repeats().withheld()).isPositive();
            assertThat(played.requests())
                    .usingRecursiveComparison()
                    .ignoringFields("repeats")
                    .isEqualTo(expected.requests());
            assertThat(played.meanResponseSeconds()).isEqualTo(expected.meanResponseSeconds());
            assertThat(played.meanWaitSeconds()).isEqualTo(expected.meanWaitSeconds());
            assertThat(played.decisions()).isEqualTo(expected.decisions());
            assertThat(played.fleet()).isEqualTo(expected.fleet());
        }
    }

    /// One slot, work of exactly 10 s, a client that waits 4 s, asks twice and does not wait in between.
    private static RunResult impatient(double horizonSeconds, boolean drops, boolean cancels) {
        var one = new RequestArrivals(Math.round(horizonSeconds * 1e9), new long[] {0}, new int[0], new int[0]);
        var work = Plans.waiting(10, new Variation.Constant());
        return run(fleet(1, 50), with(work, 4, drops, retries(2, 0, 0, cancels)), one);
    }

    @Test
    void aClientThatGivesUpIsBookedThenAndItsWorkGoesOn() {
        // given up at 4 s, asked again, given up for good at 8 s; the work of the first ends at 10 s, of the second at
        // 20 s, both for nobody
        assertThat(impatient(7, false, false).requests().inFlight()).isEqualTo(1);
        var decided = impatient(9, false, false).requests();
        assertThat(decided.timedOut()).isEqualTo(1);
        assertThat(decided.repeats().retries()).isEqualTo(1);
        assertThat(decided.repeats().abandonedSeconds()).isZero();
        assertThat(impatient(30, false, false).requests().repeats().abandonedSeconds())
                .isEqualTo(20);
    }

    @Test
    void workMayLeaveWithItsClient() {
        // the second attempt waits from 4 s on and leaves the line at 8 s
        assertThat(impatient(30, true, false).requests().repeats().abandonedSeconds())
                .isEqualTo(10);
        // the first leaves its slot at 4 s, the second has it from then until 8 s
        assertThat(impatient(30, true, true).requests().repeats().abandonedSeconds())
                .isCloseTo(8, within(1e-6));
    }

    @Test
    void workOnTheCpuMayLeaveWithItsClientToo() {
        // two requests of 3 s of work share a CPU from 1 s on
        var work = QueueingTheoryTest.computing(3, new Variation.Constant());
        var arrivals = new RequestArrivals(20_000_000_000L, new long[] {0, 1_000_000_000L}, new int[0], new int[0]);
        var cancelled = run(fleet(2, 50), with(work, 5.5, false, retries(1, 0, 0, true)), arrivals);
        // the first has 1 s alone and half of the next 4 s: done at 5 s; the second then has 2 s and needs one more
        assertThat(cancelled.requests().served()).isEqualTo(2);
        var late = run(fleet(2, 50), with(work, 4.5, false, retries(1, 0, 0, true)), arrivals);
        // the first leaves at 4.5 s with 2.75 s done; the second has 1.75 s by then and is done at 5.75 s, too late
        assertThat(late.requests().served()).isZero();
        assertThat(late.requests().timedOut()).isEqualTo(2);
    }

    @Test
    void responseTimesCountFromTheFirstAttempt() {
        // the slot is taken until 10 s and there is no line: refused at 1 s, again at 2 s (after 1 s) and at 4 s (after
        // 2 s), served from 8 s to 18 s
        var arrivals = new RequestArrivals(30_000_000_000L, new long[] {0, 1_000_000_000L}, new int[0], new int[0]);
        var work = Plans.waiting(7.5, new Variation.Constant());
        var waits = new ClientRetries(4, 1, 2, 100, false, true, true, 0, false);
        var result = run(fleet(1, 0), with(work, 60, false, waits), arrivals);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.requests().repeats().retries()).isEqualTo(3);
        assertThat(result.meanResponseSeconds()).isCloseTo((7.5 + 14.5) / 2, within(1e-6));
    }

    /// With long waits at random, retries arrive as further Poisson requests: M/M/1/K is offered λ (1 + B + B²),
    /// and B is its blocking. Source: the reduced-load approximation of retrials (Cohen, "Basic problems of
    /// telephone traffic theory and the influence of repeated calls", Philips Telecommunication Review 18, 1957),
    /// exact in that limit.
    @Test
    void retriesOfAFullLineAgreeWithTheFixedPoint() {
        var lambda = 0.9;
        var horizon = (long) (400_000 / lambda * 1e9);
        var service = with(Plans.waiting(1, new Variation.Exponential()), 1e6, false, retries(3, 300, 0, false));
        var result =
                run(fleet(1, 2), service, new PoissonArrivals(lambda, horizon)).requests();
        var b = 0.0;
        for (var round = 0; round < 200; round++) {
            var load = lambda * (1 + b + b * b);
            b = load * load * load / (1 + load + load * load + load * load * load);
        }
        assertThat((double) result.repeats().retries() / result.arrived()).isCloseTo(b + b * b, within(0.01));
        assertThat((double) result.rejected() / result.arrived()).isCloseTo(b * b * b, within(0.005));
    }

    /// A service at 60 % of its capacity, ten minutes at three times that, and an hour at 60 % again. The line is
    /// so long that its end is too late for anybody.
    private static double servedAfterACrowd(ClientRetries retries) {
        var counts = new double[90];
        Arrays.fill(counts, 60 * 6);
        Arrays.fill(counts, 10, 20, 60 * 18);
        var work = Plans.waiting(1, new Variation.Exponential());
        var timeline = run(fleet(10, 200), with(work, 10, false, retries), Plans.minutes(counts))
                .timeline()
                .orElseThrow();
        var served = timeline.values("served");
        return IntStream.range(60, 90).mapToDouble(bin -> served[bin]).sum() / (30 * 60 * 6);
    }

    /// A metastable failure (Bronson et al., "Metastable failures in distributed systems", HotOS 2021): retries
    /// keep the line full of work that nobody waits for, long after the crowd has gone.
    @Test
    void retriesKeepAnOverloadAliveAndAQuotaEndsIt() {
        assertThat(servedAfterACrowd(ClientRetries.NONE)).isGreaterThan(0.98);
        assertThat(servedAfterACrowd(retries(5, 1, 0, false))).isLessThan(0.2);
        assertThat(servedAfterACrowd(retries(5, 1, 500, false))).isGreaterThan(0.95);
    }

    @Test
    void everyRequestEndsInOneWay() {
        for (var number = 0; number < 200; number++) {
            chaos(number);
        }
    }

    private static void chaos(int number) {
        var random = new SplittableRandom(number);
        var horizon = (60 + random.nextInt(300)) * 1_000_000_000L;
        var run = new RunId(number, 0, false);
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, Long.MAX_VALUE), 0, false);
        var kernel = kernel(random, horizon, meter, run);
        assertThat(kernel).isInstanceOf(ClientKernel.class);
        var life = new Life(kernel, random);
        for (var now = 0L; now < horizon; now += random.nextLong(10_000_000_000L)) {
            kernel.serveUntil(now);
            life.change(now);
        }
        kernel.serveUntil(horizon);
        kernel.countInFlight(horizon);
        var total = meter.total();
        assertThat(total.arrived).as("case " + number).isEqualTo(total.decided() + total.inFlight);
        life.endAll(horizon);
        assertThat(meter.inside()).as("case " + number).isZero();
        assertThat(meter.waiting()).as("case " + number).isZero();
    }

    private static Kernel kernel(SplittableRandom random, long horizon, Meter meter, RunId run) {
        var base = random.nextBoolean() ? Plans.service(1, false) : Plans.waiting(2, new Variation.Exponential());
        var retries = new ClientRetries(
                2 + random.nextInt(4),
                random.nextInt(3),
                2,
                20,
                random.nextBoolean(),
                true,
                random.nextBoolean(),
                random.nextInt(2) * 100,
                random.nextBoolean());
        var service = with(base, 0.2 + 4 * random.nextDouble(), random.nextBoolean(), retries);
        var routing = ROUTINGS.get(random.nextInt(ROUTINGS.size()));
        var plan = new KernelPlan(
                routing == Routing.CENTRAL ? Routing.ROUND_ROBIN : routing,
                new UnitShape(1 + random.nextInt(3), 1),
                random.nextInt(6));
        var arrivals = new PoissonArrivals(0.5 + 20 * random.nextDouble(), horizon);
        return Kernels.of(
                plan,
                () -> new RequestSource(
                        ArrivalStream.of(arrivals, run),
                        new RequestSampler(service, RequestSampler.Factors.of(service), false, run)),
                meter,
                run);
    }

    /// Units that come, go, end and crash at random.
    private static final class Life {

        private final Kernel kernel;
        private final SplittableRandom random;
        private final boolean[] there = new boolean[4];
        private final boolean[] takes = new boolean[4];

        Life(Kernel kernel, SplittableRandom random) {
            this.kernel = kernel;
            this.random = random;
        }

        void change(long now) {
            var unit = random.nextInt(there.length);
            if (!there[unit]) {
                kernel.admit(unit, now);
                there[unit] = true;
                takes[unit] = true;
            } else if (takes[unit] && random.nextInt(4) == 0) {
                kernel.crash(unit, now);
            } else if (takes[unit]) {
                kernel.withdraw(unit, now);
                takes[unit] = false;
            } else {
                kernel.end(unit, now);
                there[unit] = false;
            }
        }

        void endAll(long now) {
            for (var unit = 0; unit < there.length; unit++) {
                if (there[unit]) {
                    kernel.end(unit, now);
                }
            }
        }
    }
}
