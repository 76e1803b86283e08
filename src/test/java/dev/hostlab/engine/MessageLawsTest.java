package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.QueueCalls;
import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.theory.ErlangC;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.PoissonArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/// What holds for every queue that delivers again: conservation on random ones, and closed forms on plain ones.
class MessageLawsTest {

    private static final double DAYS_4 = 345_600;
    private static final int REPLICATIONS = 10;
    private static final int MESSAGES = 100_000;
    private static final double WORST_T = 5;
    private static final QueueCallMeter CALLS =
            new QueueCallMeter(QueueCalls.ONE_BY_ONE, new UnitPlan("task", 1, 1, 1, 1, 0), 0);

    /// Workers that are always there.
    private record Plain(int workers, ServiceModel work, Redelivery rules) {

        /// Plays Poisson arrivals.
        Played play(double perSecond, int replication) {
            var horizon = (long) (MESSAGES / perSecond * 1e9);
            var run = new RunId(11, replication, false);
            var meter = meter();
            var kernel = kernel(workers, 1, rules, new PoissonArrivals(perSecond, horizon), work, meter, run);
            for (var worker = 0; worker < workers; worker++) {
                kernel.admit(worker, 0);
            }
            kernel.serveUntil(horizon);
            return new Played(meter, Objects.requireNonNull(kernel.deliveries(CALLS)));
        }
    }

    private record Played(Meter meter, RunResult.Deliveries deliveries) {}

    private static Meter meter() {
        return new Meter(new MeterRules(Long.MAX_VALUE, false, Long.MAX_VALUE), 0, false);
    }

    private static Kernel kernel(
            int units, int slots, Redelivery rules, Arrivals arrivals, ServiceModel work, Meter meter, RunId run) {
        var returns = new MessageReturns(rules, 1e9, 0, (long) units * slots);
        var plan = new KernelPlan(
                Routing.CENTRAL, new UnitShape(slots, 1), 0, UnitRules.PLAIN, true, 0, LimitRules.OPEN, returns);
        return Kernels.of(
                plan,
                () -> new RequestSource(
                        ArrivalStream.of(arrivals, run),
                        new RequestSampler(work, RequestSampler.Factors.of(work), false, run)),
                meter,
                run);
    }

    private static Redelivery rules(double visibility, int maxReceives, Redelivery.Failures failures) {
        return new Redelivery(visibility, false, maxReceives, DAYS_4, failures, false, 120_000);
    }

    private static ServiceModel exponential(double seconds) {
        return Plans.waiting(seconds, new Variation.Exponential());
    }

    private static void assertAgrees(List<Double> values, double exact, String what) {
        var each = values.stream().mapToDouble(value -> value).toArray();
        var error = Math.sqrt(StatUtils.variance(each) / each.length);
        assertThat(StatUtils.mean(each)).as(what).isCloseTo(exact, within(WORST_T * error));
        assertThat(error).as(what + ", standard error").isLessThan(0.02 * exact);
    }

    /// With workers to spare, each message that outlasts the timeout V is received again then: P(S > V) =
    /// exp(-V/s) of the receives are followed by another, and as many attempts are in vain. Exponential work
    /// forgets how long it has taken, so the first attempt that ends in time ends, in the mean, s after the
    /// message was sent.
    @Test
    void redeliveriesAreThoseWhoseWorkOutlastsTheTimeout() {
        var queue = new Plain(400, exponential(10), rules(15, 0, Redelivery.Failures.NONE));
        var q = Math.exp(-1.5);
        var again = new ArrayList<Double>();
        var vain = new ArrayList<Double>();
        var response = new ArrayList<Double>();
        for (var replication = 0; replication < REPLICATIONS; replication++) {
            var played = queue.play(10, replication);
            var deliveries = played.deliveries();
            again.add((double) deliveries.redeliveries() / deliveries.receives());
            vain.add((double) deliveries.inVain() / deliveries.receives());
            response.add(played.meter().latencies().meanResponseNanos() / 1e9);
        }
        assertAgrees(again, q, "share of redeliveries");
        assertAgrees(vain, q, "share in vain");
        assertAgrees(response, 10, "mean response");
    }

    /// A message that fails with probability p and is visible at once makes M/M/c with λ ÷ (1 - p) arrivals
    /// (Takács, "A single-server queue with feedback", Bell System Technical Journal 42, 1963): L of that queue,
    /// W = L ÷ λ.
    @Test
    void failuresThatAreReleasedActAsMoreArrivals() {
        var lambda = 2.4;
        var fails = 0.2;
        var queue = new Plain(4, exponential(1), rules(43_200, 0, new Redelivery.Failures(fails, 0, true)));
        var fed = lambda / (1 - fails);
        var waiting = ErlangC.meanWait(4, fed);
        var response = new ArrayList<Double>();
        for (var replication = 0; replication < REPLICATIONS; replication++) {
            response.add(queue.play(lambda, replication).meter().latencies().meanResponseNanos() / 1e9);
        }
        assertAgrees(response, fed * (waiting + 1) / lambda, "mean response");
    }

    /// A dead letter has failed N times.
    @Test
    void deadLettersAreThoseThatFailTooOften() {
        var queue = new Plain(100, exponential(1), rules(5, 3, new Redelivery.Failures(0.4, 0, true)));
        var dead = new ArrayList<Double>();
        for (var replication = 0; replication < REPLICATIONS; replication++) {
            var played = queue.play(20, replication);
            var decided = played.meter().total().decided();
            dead.add((double) played.deliveries().deadLettered() / decided);
        }
        // attempts that outlast 5 s count too: each comes to nothing with p = q + (1 - q) 0.4
        var q = Math.exp(-5);
        assertAgrees(dead, Math.pow(q + (1 - q) * 0.4, 3), "share of dead letters");
    }

    /// Workers that come, go, end and crash at any time, whatever the rules.
    @Test
    void everyMessageEndsInOneWayAndEverySlotIsGivenBack() {
        for (var number = 0; number < 300; number++) {
            new Chaos(number).play();
        }
    }

    private static final class Chaos {

        private static final long SECOND = 1_000_000_000L;
        private static final int MOST_UNITS = 6;

        private final String name;
        private final SplittableRandom random;
        private final Meter meter = meter();
        private final Kernel kernel;
        private final boolean[] there = new boolean[MOST_UNITS];
        private final boolean[] takes = new boolean[MOST_UNITS];
        private final long horizon;

        Chaos(int number) {
            name = "case " + number;
            random = new SplittableRandom(number);
            horizon = (60 + random.nextInt(600)) * SECOND;
            var work = random.nextBoolean() ? Plans.service(1e9, false) : exponential(1 + random.nextInt(40));
            var arrivals = new PoissonArrivals(0.2 + 3 * random.nextDouble(), horizon);
            kernel = kernel(
                    MOST_UNITS,
                    1 + random.nextInt(3),
                    rules(random),
                    arrivals,
                    work,
                    meter,
                    new RunId(number, 0, false));
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

        void play() {
            for (var now = 0L; now < horizon; now += random.nextLong(20 * SECOND)) {
                kernel.serveUntil(now);
                change(random.nextInt(MOST_UNITS), now);
                assertThat(meter.inside()).as(name).isGreaterThanOrEqualTo(kernel.waiting(meter));
            }
            kernel.serveUntil(horizon);
            var inside = meter.inside();
            var busy = inside - meter.waiting();
            var deliveries = Objects.requireNonNull(kernel.deliveries(CALLS));
            var served = meter.total().served;
            assertThat(deliveries.receives())
                    .as(name)
                    .isEqualTo(served + deliveries.failed() + deliveries.lost() + deliveries.inVain() + busy);
            assertThat(meter.total().arrived).as(name).isEqualTo(meter.total().decided() + inside);
            kernel.countInFlight(horizon);
            var after = Objects.requireNonNull(kernel.deliveries(CALLS));
            assertThat(meter.total().arrived).as(name).isEqualTo(meter.total().decided() + meter.total().inFlight);
            assertThat(meter.total().failed).as(name).isEqualTo(after.deadLettered() + after.expired());
            assertThat(meter.total().rejected + meter.total().timedOut).as(name).isZero();
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
