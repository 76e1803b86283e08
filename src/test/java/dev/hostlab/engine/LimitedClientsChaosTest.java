package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.ClientRetries;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.Variation;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Clients that give up and ask again while a provider refuses, tenants are limited, and units come, go and
/// crash: every request ends in one way and every attempt is decided on once.
class LimitedClientsChaosTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int CASES = 300;
    private static final int MOST_UNITS = 4;
    private static final List<Routing> ROUTINGS =
            List.of(Routing.ROUND_ROBIN, Routing.RANDOM, Routing.POWER_OF_TWO, Routing.LEAST_OUTSTANDING);

    @Test
    void requestsAndAttemptsAreConserved() {
        var refused = 0L;
        var abandoned = 0.0;
        var repeated = 0L;
        for (var number = 0; number < CASES; number++) {
            var played = new Chaos(number);
            refused += played.play().calls().refused();
            abandoned += played.kernel.repeats().abandonedSeconds();
            repeated += played.kernel.repeats().retries();
        }
        assertThat(refused).isGreaterThan(10 * CASES);
        assertThat(repeated).isGreaterThan(10 * CASES);
        assertThat(abandoned).isGreaterThan(10.0 * CASES);
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
            access = LimitedChaosTest.access(random);
            var run = new RunId(number, 0, false);
            var cpuMs = random.nextInt(2) * 200;
            var plain =
                    LimitedMessagesTest.model(cpuMs, 1 + random.nextInt(5_000), new Variation.LogNormal(0.7), access);
            var timeout = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 0.5 + 30 * random.nextDouble();
            var work = ClientRetriesTest.with(plain, timeout, random.nextBoolean(), retries(random))
                    .with(access);
            var arrivals = new PoissonArrivals(0.2 + 3 * random.nextDouble(), horizon);
            var plan = new KernelPlan(
                    ROUTINGS.get(random.nextInt(ROUTINGS.size())),
                    new UnitShape(1 + random.nextInt(4), 1),
                    random.nextInt(6),
                    UnitRules.PLAIN,
                    true,
                    0,
                    new LimitRules(access, random.nextInt(86_400)),
                    MessageReturns.NONE);
            kernel = Kernels.of(
                    plan,
                    () -> new RequestSource(
                            ArrivalStream.of(arrivals, run),
                            new RequestSampler(work, RequestSampler.Factors.of(work), false, run)),
                    meter,
                    run);
        }

        private static ClientRetries retries(SplittableRandom random) {
            return new ClientRetries(
                    2 + random.nextInt(4),
                    random.nextInt(3),
                    2,
                    20,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(2) * 100,
                    random.nextBoolean());
        }

        RunLimits play() {
            assertThat(kernel).as(name).isInstanceOf(ClientKernel.class);
            for (var now = 0L; now < horizon; now += random.nextLong(20 * SECOND)) {
                kernel.serveUntil(now);
                change(random.nextInt(MOST_UNITS), now);
                assertThat(LimitedChaosTest.insideByTenant(kernel, access))
                        .as(name)
                        .isEqualTo(meter.inside());
            }
            kernel.serveUntil(horizon);
            kernel.countInFlight(horizon);
            var total = meter.total();
            assertThat(total.arrived).as(name).isEqualTo(total.decided() + total.inFlight);
            var limits = Objects.requireNonNull(kernel.limits()).result();
            assertLimits(limits);
            endAll();
            return limits;
        }

        private void endAll() {
            IntStream.range(0, MOST_UNITS).filter(unit -> there[unit]).forEach(unit -> kernel.end(unit, horizon));
            assertThat(meter.inside() - meter.waiting()).as(name + ", slots").isZero();
            assertThat(LimitedChaosTest.insideByTenant(kernel, access)).as(name).isEqualTo(meter.inside());
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
            assertThat(repeated).as(name).isEqualTo(kernel.repeats().retries());
            assertThat(limits.calls().rejected()).as(name).isBetween(0L, total.rejected);
            assertThat(limits.passed().requests()).as(name).isGreaterThanOrEqualTo(total.served);
            for (var tenant : tenants) {
                var budget = tenant.budget();
                assertThat(budget.used() - budget.budget().spent())
                        .as(name)
                        .isEqualTo(tenant.passed().tokens());
            }
            var rate = access.provider().requestsPerMinute();
            if (rate > 0) {
                var most = rate * (horizon / 60e9 + access.provider().burstSeconds() / 60.0);
                assertThat((double) limits.passed().requests()).as(name).isLessThanOrEqualTo(most);
            }
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
