package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Workers that pull from a queue which delivers a message again until one of them deletes it.
class RedeliveryTest {

    private static final double DAYS_4 = 345_600;

    private static Redelivery rules(double visibility, int maxReceives, double failureShare, boolean releases) {
        return new Redelivery(
                visibility,
                false,
                maxReceives,
                DAYS_4,
                new Redelivery.Failures(failureShare, 0, releases),
                false,
                120_000);
    }

    static RunResult run(FleetPlan plan, ServiceModel service, Arrivals arrivals, QueuePlan queue, int replication) {
        var input = new RunInput(
                arrivals,
                ServiceTables.of(service),
                plan,
                1,
                new RunInput.Randomness(20_261_123, replication, false),
                0,
                true,
                1_800,
                queue);
        return new Simulation(input, RunMonitor.NONE).run();
    }

    private static QueuePlan queue(Redelivery redelivery) {
        return new QueuePlan(0, 60, redelivery);
    }

    @Test
    void whereNoMessageComesBackItGivesWhatTheGeneralKernelGives() {
        for (var drops : new boolean[] {false, true}) {
            var plan = Plans.tasks(Routing.CENTRAL, Plans.tracking(ScalingMetric.CPU, 60));
            var service = Plans.service(2, drops);
            var arrivals = Plans.surge(1_500, 6);
            var expected = run(plan, service, arrivals, QueuePlan.EMPTY, 0);
            var played = run(plan, service, arrivals, queue(rules(43_200, 0, 0, false)), 0);
            assertThat(played.requests()).isEqualTo(expected.requests());
            assertThat(played.meanResponseSeconds()).isEqualTo(expected.meanResponseSeconds());
            assertThat(played.meanWaitSeconds()).isEqualTo(expected.meanWaitSeconds());
            assertThat(played.usage())
                    .usingRecursiveComparison()
                    .ignoringFields("traffic.queueRequests")
                    .isEqualTo(expected.usage());
            assertThat(played.decisions()).isEqualTo(expected.decisions());
            assertThat(played.fleet()).isEqualTo(expected.fleet());
            assertThat(played.queue().orElseThrow().oldestSeconds())
                    .isEqualTo(expected.queue().orElseThrow().oldestSeconds());
            var deliveries = deliveries(played);
            assertThat(deliveries.redeliveries()).isZero();
            assertThat(deliveries.wastedSeconds()).isZero();
        }
    }

    private static RunResult.Deliveries deliveries(RunResult result) {
        return Objects.requireNonNull(result.queue().orElseThrow().deliveriesOrNull());
    }

    /// One worker with two slots, and work that takes exactly so long.
    private static RunResult byHand(double work, Redelivery rules, double horizonSeconds, double... seconds) {
        var at = new long[seconds.length];
        for (var index = 0; index < at.length; index++) {
            at[index] = Math.round(seconds[index] * 1e9);
        }
        var arrivals = new RequestArrivals(Math.round(horizonSeconds * 1e9), at, new int[0], new int[0]);
        return run(fleet(2), Plans.waiting(work, new Variation.Constant()), arrivals, queue(rules), 0);
    }

    /// One unit, always.
    private static FleetPlan fleet(int slots) {
        var plan = Plans.tasks(Routing.CENTRAL, new ScalingPlan.Fixed());
        return new FleetPlan(
                new UnitPlan("task", slots, 1, 2_048, 1, 50),
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

    /// Received at 0 s and again at 30 s, when it is visible. The first worker is done at 40 s with an old
    /// receipt: in vain. The second would be done at 70 s, but from 60 s on a third has the message.
    @Test
    void workThatOutlastsTheTimeoutIsDoneAgain() {
        var result = byHand(40, rules(30, 0, 0, false), 65, 0);
        assertThat(deliveries(result).receives()).isEqualTo(3);
        assertThat(deliveries(result).redeliveries()).isEqualTo(2);
        assertThat(deliveries(result).inVain()).isEqualTo(1);
        assertThat(deliveries(result).wastedSeconds()).isEqualTo(40);
        assertThat(result.requests().served()).isZero();
        assertThat(result.requests().inFlight()).isEqualTo(1);
    }

    @Test
    void anOldReceiptMayDeleteIfThatIsAssumed() {
        var rules = new Redelivery(30, false, 0, DAYS_4, Redelivery.Failures.NONE, true, 120_000);
        var result = byHand(40, rules, 100, 0);
        assertThat(result.requests().served()).isEqualTo(1);
        assertThat(result.meanResponseSeconds()).isEqualTo(40);
        assertThat(deliveries(result).receives()).isEqualTo(2);
        assertThat(deliveries(result).inVain()).isEqualTo(1);
    }

    @Test
    void aWorkerCanDeleteAMessageThatNobodyElseHasReceivedYet() {
        // the only slot is taken until 40 s, so nobody receives the message that is visible again at 30 s
        var one = new RequestArrivals(100_000_000_000L, new long[] {0}, new int[0], new int[0]);
        var work = Plans.waiting(40, new Variation.Constant());
        var result = run(fleet(1), work, one, queue(rules(30, 0, 0, false)), 0);
        assertThat(result.requests().served()).isEqualTo(1);
        assertThat(deliveries(result).redeliveries()).isZero();
    }

    @Test
    void workersThatExtendTheTimeoutKeepTheirMessages() {
        var rules = new Redelivery(30, true, 0, DAYS_4, Redelivery.Failures.NONE, false, 120_000);
        var result = byHand(100, rules, 200, 0);
        assertThat(result.requests().served()).isEqualTo(1);
        assertThat(deliveries(result).redeliveries()).isZero();
        // one send, one receive, one delete, an extension each 15 s, and calls of 20 s in (400 - 100) s of idle slots
        assertThat(deliveries(result).calls()).isEqualTo(1 + 1 + 1 + 6 + 15);
    }

    @Test
    void aFailedMessageComesBackWhenItsTimeoutEndsOrAtOnce() {
        // poison: each attempt takes 1 s and fails; received at 0, 30, 60 s, a dead letter at 90 s
        var poison = new Redelivery.Failures(0, 1, false);
        var late = byHand(1, new Redelivery(30, false, 3, DAYS_4, poison, false, 120_000), 91, 0);
        assertThat(deliveries(late).receives()).isEqualTo(3);
        assertThat(deliveries(late).failed()).isEqualTo(3);
        assertThat(deliveries(late).deadLettered()).isEqualTo(1);
        assertThat(late.requests().failed()).isEqualTo(1);
        var early = byHand(1, new Redelivery(30, false, 3, DAYS_4, poison, false, 120_000), 89, 0);
        assertThat(early.requests().inFlight()).isEqualTo(1);
        var releasing = new Redelivery.Failures(0, 1, true);
        var soon = byHand(1, new Redelivery(30, false, 3, DAYS_4, releasing, false, 120_000), 4, 0);
        assertThat(deliveries(soon).deadLettered()).isEqualTo(1);
    }

    @Test
    void theQueueDropsMessagesThatAreTooOld() {
        // two slots for 100 s each; the third message is 99 s old when it could be received
        var rules = new Redelivery(43_200, false, 0, 60, Redelivery.Failures.NONE, false, 120_000);
        var result = byHand(100, rules, 150, 0, 0, 1);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.requests().failed()).isEqualTo(1);
        assertThat(deliveries(result).expired()).isEqualTo(1);
    }

    @Test
    void nothingIsReceivedWhileTooManyMessagesAreInFlight() {
        var rules = new Redelivery(43_200, false, 0, DAYS_4, Redelivery.Failures.NONE, false, 1);
        var result = byHand(10, rules, 25, 0, 0, 0);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(deliveries(result).receives()).isEqualTo(3);
    }

    @Test
    void aMessageWhoseWorkerIsGoneComesBack() {
        // 200 minutes of work, tasks that are given 60 s to finish: what scaling in takes away is delivered again
        var plan = Plans.tasks(Routing.CENTRAL, Plans.tracking(ScalingMetric.IN_FLIGHT, 60));
        var arrivals = Plans.surge(6, 10);
        var work = Plans.waiting(600, new Variation.Constant());
        var lost = run(plan, work, arrivals, QueuePlan.EMPTY, 0);
        assertThat(lost.requests().failed()).isPositive();
        var kept = run(plan, work, arrivals, queue(rules(900, 0, 0, false)), 0);
        assertThat(kept.requests().failed()).isZero();
        assertThat(deliveries(kept).lost()).isPositive();
        assertThat(deliveries(kept).redeliveries())
                .isBetween(1L, deliveries(kept).lost());
        assertThat(deliveries(kept).inVain()).isZero();
    }

    @Test
    void poisonIsLeftOutOfTheAgeAndGoesToTheEndOfTheLine() {
        // work of 100 s that always fails, also at 3,000 s; after three receives CloudWatch no longer counts the
        // message
        var poison = new Redelivery.Failures(0, 1, true);
        var rules = new Redelivery(43_200, false, 0, DAYS_4, poison, false, 120_000);
        var result = byHand(100, rules, 3_000, 0);
        assertThat(result.queue().orElseThrow().oldestSeconds()).isLessThanOrEqualTo(400);
        assertThat(deliveries(result).receives()).isEqualTo(31);
    }

    @Test
    void theBacklogIsWhatCanBeReceived() {
        // the only message has failed at 1 s and is hidden until 300 s
        var poison = new Redelivery.Failures(0, 1, false);
        var result = byHand(1, new Redelivery(300, false, 1, DAYS_4, poison, false, 120_000), 420, 0);
        var timeline = result.timeline().orElseThrow();
        assertThat(timeline.values("queued")).containsOnly(0);
        assertThat(timeline.values("inFlight")).startsWith(1, 1, 1, 1).endsWith(0, 0);
    }
}
