package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.QueueCalls;
import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Workers that come, go, end and crash at any time while messages come back, a provider refuses and tenants are
/// limited: every message ends in one way, every attempt is decided on once, and every slot is given back.
class LimitedChaosTest {

    private static final QueueCallMeter CALLS =
            new QueueCallMeter(QueueCalls.ONE_BY_ONE, new UnitPlan("task", 1, 1, 1, 1, 0), 0);
    private static final long SECOND = 1_000_000_000L;
    private static final int CASES = 300;
    private static final int MOST_UNITS = 6;

    @Test
    void messagesAndAttemptsAreConserved() {
        var refused = 0L;
        var inVain = 0L;
        var dead = 0L;
        for (var number = 0; number < CASES; number++) {
            var played = new Chaos(number);
            refused += played.play().calls().refused();
            inVain += played.deliveries().inVain();
            dead += played.deliveries().deadLettered();
        }
        assertThat(List.of(refused, inVain, dead))
                .allSatisfy(count -> assertThat(count).isGreaterThan(CASES));
    }

    /// What may hold requests of 300 tokens in the mean back, drawn at random.
    static Access access(SplittableRandom random) {
        var tenants = new ArrayList<Access.Tenant>();
        for (var one = random.nextInt(4); one > 0; one--) {
            tenants.add(tenant("t" + one, random));
        }
        var provider = new Access.Provider(
                tenants.isEmpty() || random.nextBoolean() ? 5 + random.nextInt(100) : 0,
                random.nextInt(3) == 0 ? 0 : 3_000 + random.nextInt(30_000),
                0,
                0,
                random.nextInt(4) == 0 ? 100_000 : 0,
                1 + random.nextInt(60),
                random.nextBoolean(),
                random.nextInt(200));
        var retries = new Access.Retries(
                1 + random.nextInt(5),
                random.nextInt(3),
                2,
                10 + random.nextInt(60),
                random.nextBoolean(),
                random.nextInt(4) > 0,
                random.nextBoolean());
        return new Access(provider, retries, tenants);
    }

    /// What is inside, as each tenant's series counts it.
    static long insideByTenant(Kernel kernel, Access access) {
        var limits = Objects.requireNonNull(kernel.limits());
        return IntStream.range(0, Math.max(1, access.tenants().size()))
                .mapToLong(tenant -> limits.tenant(tenant).inside)
                .sum();
    }

    private static Access.Tenant tenant(String name, SplittableRandom random) {
        var budget = new Access.Budget(random.nextInt(4) * 40_000L, random.nextInt(5_000), random.nextBoolean());
        return new Access.Tenant(
                name,
                1 + random.nextInt(3),
                random.nextInt(2) * (10L + random.nextInt(60)),
                random.nextInt(3) == 0 ? 3_000 + random.nextInt(30_000) : 0,
                random.nextBoolean(),
                random.nextBoolean() ? budget : Access.Budget.NONE);
    }

    private static final class Chaos {

        private final String name;
        private final SplittableRandom random;
        private final Access access;
        private final Meter meter = new Meter(new MeterRules(Long.MAX_VALUE, false, Long.MAX_VALUE), 0, false);
        private final Kernel kernel;
        private final boolean[] there = new boolean[MOST_UNITS];
        private final boolean[] takes = new boolean[MOST_UNITS];
        private final long horizon;

        Chaos(int number) {
            name = "case " + number;
            random = new SplittableRandom(number);
            horizon = (60 + random.nextInt(600)) * SECOND;
            access = access(random);
            var run = new RunId(number, 0, false);
            var cpuMs = random.nextInt(2) * 200;
            var work =
                    LimitedMessagesTest.model(cpuMs, 1 + random.nextInt(20_000), new Variation.LogNormal(0.7), access);
            var arrivals = new PoissonArrivals(0.2 + 3 * random.nextDouble(), horizon);
            var shape = new UnitShape(1 + random.nextInt(4), 1);
            var returns = new MessageReturns(rules(random), 1e9, 0, 100);
            var limits = new LimitRules(access, random.nextInt(86_400));
            var plan = new KernelPlan(Routing.CENTRAL, shape, 0, UnitRules.PLAIN, true, 0, limits, returns);
            kernel = Kernels.of(
                    plan,
                    () -> new RequestSource(
                            ArrivalStream.of(arrivals, run),
                            new RequestSampler(work, RequestSampler.Factors.of(work), false, run)),
                    meter,
                    run);
        }

        private static Redelivery rules(SplittableRandom random) {
            return new Redelivery(
                    1 + random.nextInt(40),
                    random.nextInt(4) == 0,
                    random.nextInt(4),
                    60 + random.nextInt(200),
                    new Redelivery.Failures(random.nextInt(3) * 0.2, random.nextInt(2) * 0.1, random.nextBoolean()),
                    random.nextBoolean(),
                    1 + random.nextInt(12));
        }

        RunResult.Deliveries deliveries() {
            return Objects.requireNonNull(kernel.deliveries(CALLS));
        }

        private RunLimits limits() {
            return Objects.requireNonNull(kernel.limits()).result();
        }

        RunLimits play() {
            assertThat(kernel).as(name).isInstanceOf(MessageKernel.class);
            for (var now = 0L; now < horizon; now += random.nextLong(20 * SECOND)) {
                kernel.serveUntil(now);
                change(random.nextInt(MOST_UNITS), now);
                assertThat(meter.inside()).as(name).isGreaterThanOrEqualTo(kernel.waiting(meter));
            }
            kernel.serveUntil(horizon);
            var total = meter.total();
            var inside = meter.inside();
            assertEachReceiveEnds(inside - meter.waiting());
            assertThat(total.arrived).as(name).isEqualTo(total.decided() + inside);
            assertThat(insideByTenant(kernel, access)).as(name).isEqualTo(inside);
            kernel.countInFlight(horizon);
            assertThat(total.arrived).as(name).isEqualTo(total.decided() + total.inFlight);
            assertThat(total.failed)
                    .as(name)
                    .isEqualTo(deliveries().deadLettered() + deliveries().expired());
            assertThat(total.timedOut).as(name).isZero();
            var limits = limits();
            assertLimits(limits);
            endAll();
            return limits;
        }

        private void assertEachReceiveEnds(long busy) {
            var so = deliveries();
            var ended = meter.total().served + so.failed() + so.lost() + so.inVain();
            if (access.retries().releasesSlot()) {
                assertThat(so.receives()).as(name).isGreaterThanOrEqualTo(ended + busy);
            } else {
                assertThat(so.receives()).as(name).isEqualTo(ended + busy);
            }
        }

        /// That the parts of each tenant add up is checked by [RunLimits.Tenant] itself.
        private void assertLimits(RunLimits limits) {
            var total = meter.total();
            var tenants = limits.tenants();
            var arrived =
                    tenants.stream().mapToLong(one -> one.arrived().requests()).sum();
            var repeated =
                    tenants.stream().mapToLong(one -> one.repeated().requests()).sum();
            assertThat(arrived).as(name).isEqualTo(total.arrived);
            assertThat(repeated).as(name).isEqualTo(deliveries().redeliveries());
            assertThat(limits.calls().rejected()).as(name).isEqualTo(total.rejected);
            var passed = limits.passed();
            assertThat(passed.requests())
                    .as(name)
                    .isBetween(total.served, deliveries().receives());
            for (var tenant : tenants) {
                var budget = tenant.budget();
                assertThat(budget.used() - budget.budget().spent())
                        .as(name)
                        .isEqualTo(tenant.passed().tokens());
            }
            var rate = access.provider().requestsPerMinute();
            if (rate > 0) {
                var most = rate * (horizon / 60e9 + access.provider().burstSeconds() / 60.0);
                assertThat((double) passed.requests()).as(name).isLessThanOrEqualTo(most);
            }
        }

        private void endAll() {
            IntStream.range(0, MOST_UNITS).filter(unit -> there[unit]).forEach(unit -> kernel.end(unit, horizon));
            assertThat(meter.inside() - meter.waiting()).as(name).isZero();
        }

        private void change(int unit, long now) {
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
    }
}
