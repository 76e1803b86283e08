package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workers whose messages come back and whose calls a provider limits.
class LimitedMessagesTest {

    private static final double DAYS_4 = 345_600;
    private static final Redelivery.Failures RELEASED = new Redelivery.Failures(0, 0, true);
    private static final Access.Retries NO_RETRY = new Access.Retries(1, 1, 2, 60, true, true, false);
    private static final Access.Provider ONE_A_MINUTE = new Access.Provider(1, 0, 0, 0, 0, 60, true, 0);

    static Redelivery rules(double visibility, int maxReceives, Redelivery.Failures failures) {
        return new Redelivery(visibility, false, maxReceives, DAYS_4, failures, false, 120_000);
    }

    private static QueuePlan queue(Redelivery rules) {
        return new QueuePlan(0, 60, rules);
    }

    private static Access.Tenant tenant(String name, double share, long tokensPerMinute, Access.Budget budget) {
        return new Access.Tenant(name, share, 0, tokensPerMinute, false, budget);
    }

    static Access tokens(long perMinute, Access.Retries retries, Access.Tenant... tenants) {
        return new Access(new Access.Provider(0, perMinute, 0, 0, 0, 60, true, 200), retries, Arrays.asList(tenants));
    }

    /// 200 tokens in and 100 out in the mean.
    static ServiceModel model(double cpuMs, double upstreamMs, Variation tokens, Access access) {
        return new ServiceModel(
                10,
                new ServiceModel.Cpu(cpuMs, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        upstreamMs,
                        new Variation.Exponential(),
                        0,
                        new ServiceModel.Decoding(0, new Variation.Constant()),
                        ServiceModel.Stalls.NONE),
                new ServiceModel.Tokens(200, 100, tokens),
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT,
                access);
    }

    static FleetPlan fleet(int units, int slots) {
        var plan = Plans.tasks(Routing.CENTRAL, new ScalingPlan.Fixed());
        return new FleetPlan(
                new UnitPlan("task", slots, 1, 2_048, 1, 50),
                new CapacityRange(1, 100),
                units,
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                plan.rented(),
                plan.front());
    }

    static RunResult run(FleetPlan plan, ServiceModel service, Arrivals arrivals, Redelivery rules) {
        return RedeliveryTest.run(plan, service, arrivals, queue(rules), 0);
    }

    static RunResult.Deliveries deliveries(RunResult result) {
        return Objects.requireNonNull(result.queue().orElseThrow().deliveriesOrNull());
    }

    static RunLimits limits(RunResult result) {
        return result.limits().orElseThrow();
    }

    private static void assertSame(RunResult played, RunResult expected) {
        assertThat(played.requests()).isEqualTo(expected.requests());
        assertThat(played.responses().percentileNanos(0.95))
                .isEqualTo(expected.responses().percentileNanos(0.95));
        assertThat(played.meanResponseSeconds()).isEqualTo(expected.meanResponseSeconds());
        assertThat(played.meanWaitSeconds()).isEqualTo(expected.meanWaitSeconds());
        assertThat(played.usage().compute()).isEqualTo(expected.usage().compute());
        assertThat(played.usage().loadBalancer()).isEqualTo(expected.usage().loadBalancer());
        assertThat(played.decisions()).isEqualTo(expected.decisions());
        assertThat(played.fleet()).isEqualTo(expected.fleet());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void whereNothingIsLimitedItGivesWhatTheQueueGivesWithoutLimits(double failing) {
        var plan = Plans.tasks(Routing.CENTRAL, Plans.tracking(ScalingMetric.CPU, 60));
        var rules = rules(2, 3, new Redelivery.Failures(failing, 0.01, false));
        var open = tokens(0, NO_RETRY, tenant("a", 2, 0, Access.Budget.NONE), tenant("b", 1, 0, Access.Budget.NONE));
        for (var provider : List.of(open, tokens(50_000_000, NO_RETRY))) {
            var service = Plans.service(1e9, false);
            var expected = run(plan, service, Plans.surge(1_500, 6), rules);
            var played = run(plan, service.with(provider), Plans.surge(1_500, 6), rules);
            assertThat(deliveries(expected).redeliveries()).isPositive();
            assertSame(played, expected);
            assertThat(played.queue()).isEqualTo(expected.queue());
        }
    }

    /// Nobody gives up and nothing outlasts half a day: then the queue is a line.
    @Test
    void whereNoMessageComesBackItGivesWhatLimitsGiveWithoutAQueue() {
        var patient = new Access.Retries(64, 1, 2, 600, true, true, false);
        var quiet = tenant("quiet", 1, 20_000, Access.Budget.NONE);
        var queued = new Access.Tenant("queued", 1, 0, 10_000, true, Access.Budget.NONE);
        var free = tenant("free", 1, 0, new Access.Budget(50_000, 0, true));
        var service = model(50, 900, new Variation.LogNormal(0.8), tokens(40_000, patient, quiet, queued, free));
        var arrivals = Plans.minutes(200, 500, 100, 0, 0, 0, 0, 0, 0, 0);
        var expected = RedeliveryTest.run(fleet(3, 40), service, arrivals, QueuePlan.EMPTY, 0);
        var played = run(fleet(3, 40), service, arrivals, rules(43_200, 0, Redelivery.Failures.NONE));
        assertThat(limits(expected).calls().refused()).isPositive();
        assertThat(limits(expected).overBudget().requests()).isPositive();
        assertSame(played, expected);
        assertThat(limits(played).calls()).isEqualTo(limits(expected).calls());
        assertThat(limits(played).passed()).isEqualTo(limits(expected).passed());
        assertThat(limits(played).limited()).isEqualTo(limits(expected).limited());
        assertThat(limits(played).time()).isEqualTo(limits(expected).time());
        assertThat(limits(played).tenants().get(1).held()).isPositive();
        for (var one = 0; one < 3; one++) {
            var series = limits(expected).tenants().get(one).series().orElseThrow();
            var same = limits(played).tenants().get(one).series().orElseThrow().byName();
            series.byName()
                    .forEach((name, values) ->
                            assertThat(same.get(name)).as(name).containsExactly(values));
        }
    }

    /// Two slots, calls of 1 s, and a provider that takes one a minute.
    private static RunResult byHand(Access.Retries retries, Redelivery rules, double horizon, double... seconds) {
        var at = Arrays.stream(seconds)
                .mapToLong(second -> Math.round(second * 1e9))
                .toArray();
        var arrivals = new RequestArrivals(Math.round(horizon * 1e9), at, new int[0], new int[0]);
        var access = new Access(ONE_A_MINUTE, retries, List.of());
        return run(fleet(1, 2), Plans.waiting(1, new Variation.Constant()).with(access), arrivals, rules);
    }

    /// The second message is refused at 0, 20 and 40 s, and taken at 60 s.
    @Test
    void aMessageWhoseCallIsRefusedComesBackAndAsksAnew() {
        var result = byHand(NO_RETRY, rules(20, 0, Redelivery.Failures.NONE), 90, 0, 0);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.meanResponseSeconds()).isCloseTo((1 + 61) / 2.0, within(1e-6));
        assertThat(deliveries(result).receives()).isEqualTo(5);
        assertThat(deliveries(result).failed()).isEqualTo(3);
        var tenant = limits(result).tenants().getFirst();
        assertThat(tenant.arrived().requests()).isEqualTo(2);
        assertThat(tenant.repeated().requests()).isEqualTo(3);
        assertThat(tenant.limitedByProvider().requests()).isEqualTo(3);
        assertThat(tenant.passed().requests()).isEqualTo(2);
        assertThat(limits(result).calls()).isEqualTo(new RunLimits.Calls(3, 0, 0));
    }

    @Test
    void aMessageThatIsRefusedTooOftenIsADeadLetter() {
        var result = byHand(NO_RETRY, rules(20, 3, Redelivery.Failures.NONE), 90, 0, 0);
        assertThat(result.requests().served()).isEqualTo(1);
        assertThat(result.requests().failed()).isEqualTo(1);
        assertThat(deliveries(result).deadLettered()).isEqualTo(1);
        assertThat(limits(result).calls().rejected()).as("no client gets 429").isZero();
    }

    /// Its worker makes it visible when the provider's retry-after of 60 s is over.
    @Test
    void aRefusedMessageThatIsReleasedComesBackWhenTheProviderAsksFor() {
        var result = byHand(NO_RETRY, rules(600, 0, RELEASED), 90, 0, 0);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.meanResponseSeconds()).isCloseTo((1 + 61) / 2.0, within(1e-6));
        assertThat(deliveries(result).receives()).isEqualTo(3);
        // two sends, three receives, two deletes, one change of visibility, and calls of 20 s that come back empty:
        // 2 ÷ (exp(2 × 20 ÷ 119) - 1) in the first minute, 59 ÷ 20 in the rest
        assertThat(deliveries(result).calls()).isEqualTo(2 + 3 + 2 + 1 + 8);
    }

    /// The second message is refused at 0 s and would call again at 60 s; at 20 s the other slot receives it too,
    /// which is refused and would call again at 80 s. The first is taken at 60 s, in vain: its receipt is old.
    /// Its slot receives the message at 61 s, calls at 121 s and deletes it. The second attempt is refused at 80
    /// and 140 s and taken at 200 s, in vain.
    @Test
    void workersThatWaitForTheProviderLongerThanTheTimeoutEatItsLimitAgain() {
        var waits = new Access.Retries(9, 60, 1, 60, false, true, false);
        var result = byHand(waits, rules(20, 0, Redelivery.Failures.NONE), 300, 0, 0);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.meanResponseSeconds()).isCloseTo((1 + 122) / 2.0, within(1e-6));
        assertThat(deliveries(result).receives()).isEqualTo(4);
        assertThat(deliveries(result).inVain()).isEqualTo(2);
        assertThat(deliveries(result).wastedSeconds()).isCloseTo(61 + 181, within(1e-6));
        assertThat(limits(result).passed().requests()).isEqualTo(4);
        var extending = new Redelivery(20, true, 0, DAYS_4, Redelivery.Failures.NONE, false, 120_000);
        var kept = byHand(waits, extending, 300, 0, 0);
        assertThat(deliveries(kept).receives()).isEqualTo(2);
        assertThat(limits(kept).passed().requests()).isEqualTo(2);
    }

    /// Both slots are given away at once, so the third message is received at 0 s too; they call again at 60 s, and
    /// those that are refused at 120 s.
    @Test
    void attemptsThatGiveTheirSlotsAwayTakeThemAgain() {
        var releases = new Access.Retries(9, 60, 1, 60, false, true, true);
        var result = byHand(releases, rules(43_200, 0, Redelivery.Failures.NONE), 170, 0, 0, 0, 0);
        assertThat(deliveries(result).receives()).isEqualTo(4);
        assertThat(result.requests().served()).isEqualTo(3);
        assertThat(result.meanResponseSeconds()).isCloseTo((1 + 61 + 121) / 3.0, within(1e-6));
        assertThat(result.meanWaitSeconds()).isZero();
        assertThat(limits(result).tenants().getFirst().unsent().requests()).isEqualTo(1);
    }

    /// A message that fails with probability p is tried 1 ÷ (1 - p) times, and each time takes its tokens anew.
    @Test
    void failuresMultiplyTokensByTheMeanNumberOfAttempts() {
        var service = model(5, 200, new Variation.LogNormal(0.5), tokens(50_000_000, NO_RETRY));
        var minutes = new double[30];
        Arrays.fill(minutes, 0, 25, 2_000);
        var p = 0.25;
        var rules = rules(10, 0, new Redelivery.Failures(p, 0, false));
        var result = run(fleet(4, 20), service, Plans.minutes(minutes), rules);
        var tenant = limits(result).tenants().getFirst();
        assertThat(result.requests().served()).isEqualTo(50_000);
        // five standard errors of the mean of 50,000 geometric numbers
        var error = 5 * Math.sqrt(p / 50_000) / (1 - p);
        assertThat(tenant.passed().requests() / 50_000.0).isCloseTo(1 / (1 - p), within(error));
        assertThat(tenant.repeated())
                .isEqualTo(new RunLimits.Amount(
                        deliveries(result).redeliveries(),
                        tenant.passed().inputTokens() - tenant.arrived().inputTokens(),
                        tenant.passed().outputTokens() - tenant.arrived().outputTokens()));
    }

    @Test
    void eachAttemptDrawsOnItsTenantsBudgetAndLimit() {
        var hard = tenant("hard", 1, 0, new Access.Budget(150_000, 30_000, true));
        var narrow = tenant("narrow", 1, 9_000, Access.Budget.NONE);
        var service = model(5, 200, new Variation.Constant(), tokens(0, NO_RETRY, hard, narrow));
        var minutes = new double[20];
        Arrays.fill(minutes, 0, 10, 60);
        var rules = rules(10, 4, new Redelivery.Failures(0.5, 0, false));
        var result = run(fleet(4, 20), service, Plans.minutes(minutes), rules);
        var tenants = limits(result).tenants();
        assertThat(tenants.get(0).passed().tokens()).isEqualTo(120_000);
        assertThat(tenants.get(0).budget().used()).isEqualTo(150_000);
        assertThat(tenants.get(0).overBudget().requests()).isPositive();
        assertThat(tenants.get(1).passed().tokens()).isLessThanOrEqualTo(21 * 9_000);
        assertThat(tenants.get(1).limitedByTenant().requests()).isPositive();
        // refused when they were to be sent: 429; refused as attempts: the message comes back
        var refused = limits(result).limited().requests()
                + limits(result).overBudget().requests();
        assertThat(limits(result).calls().rejected())
                .isEqualTo(result.requests().rejected())
                .isLessThan(refused);
        assertThat(deliveries(result).deadLettered())
                .isEqualTo(result.requests().failed());
    }
}
