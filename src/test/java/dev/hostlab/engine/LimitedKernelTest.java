package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs whose calls a provider limits and whose tenants are told apart.
class LimitedKernelTest {

    private static final Access.Retries FIVE = new Access.Retries(5, 1, 2, 20, true, true, false);
    private static final Access ONE_TENANT =
            new Access(Access.Provider.UNLIMITED, FIVE, List.of(tenant("a", 1, 0, false, Access.Budget.NONE)));

    private static Access.Tenant tenant(
            String name, double share, long tokensPerMinute, boolean queues, Access.Budget budget) {
        return new Access.Tenant(name, share, 0, tokensPerMinute, queues, budget);
    }

    private static Access limited(long tokensPerMinute, Access.Retries retries, Access.Tenant... tenants) {
        return new Access(
                new Access.Provider(0, tokensPerMinute, 0, 0, 0, 60, true, 200), retries, Arrays.asList(tenants));
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void whereNothingIsLimitedItGivesWhatTheGeneralKernelGives(Routing routing) {
        for (var drops : new boolean[] {false, true}) {
            var plan = Plans.tasks(routing, Plans.tracking(ScalingMetric.CPU, 60));
            var service = Plans.service(2, drops);
            var expected = run(plan, service, Plans.surge(1_500, 6), 0);
            var played = run(plan, service.with(ONE_TENANT), Plans.surge(1_500, 6), 0);
            assertThat(played.requests()).isEqualTo(expected.requests());
            assertThat(played.meanResponseSeconds()).isEqualTo(expected.meanResponseSeconds());
            assertThat(played.meanWaitSeconds()).isEqualTo(expected.meanWaitSeconds());
            assertThat(played.usage()).isEqualTo(expected.usage());
            assertThat(played.decisions()).isEqualTo(expected.decisions());
            assertThat(played.fleet()).isEqualTo(expected.fleet());
        }
    }

    @Test
    void fortyOfFortyOneCallsPassAtOnce() {
        var at = new long[41];
        var input = new int[41];
        var output = new int[41];
        Arrays.fill(input, 500);
        Arrays.fill(output, 150);
        var arrivals = new RequestArrivals(Plans.MINUTE, at, input, output);
        var access =
                new Access(new Access.Provider(0, 60_000, 0, 0, 0, 60, true, 1_000), Access.Retries.NONE, List.of());
        var plan = fleet(Routing.ROUND_ROBIN, 10);
        var result = run(plan, model(0, 50_000, access), arrivals, 0);
        var limits = limits(result);
        assertThat(limits.passed()).isEqualTo(new RunLimits.Amount(40, 40 * 500, 40 * 150));
        assertThat(limits.limited()).isEqualTo(new RunLimits.Amount(1, 500, 150));
        assertThat(result.requests().rejected()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void tokensAndRequestsAreConservedByTenant(Routing routing) {
        var tenants = new Access.Tenant[] {
            tenant("big", 3, 0, false, Access.Budget.NONE),
            tenant("slow", 1, 30_000, true, Access.Budget.NONE),
            tenant("cut", 1, 20_000, false, new Access.Budget(3_000_000, 1_000_000, true)),
            tenant("warned", 0.5, 0, false, new Access.Budget(500_000, 0, false))
        };
        for (var releases : new boolean[] {false, true}) {
            var retries = new Access.Retries(4, 1, 2, 20, true, true, releases);
            var service = model(20, 2_000, limited(150_000, retries, tenants));
            var plan = Plans.tasks(routing, Plans.tracking(ScalingMetric.CPU, 5));
            var result = run(plan, service, Plans.surge(600, 3), releases ? 1 : 0);
            var requests = result.requests();
            assertThat(requests.arrived())
                    .isEqualTo(requests.served()
                            + requests.rejected()
                            + requests.timedOut()
                            + requests.failed()
                            + requests.inFlight());
            assertConserved(limits(result), requests.arrived());
            assertEachTenantMetItsOwn(limits(result));
        }
    }

    private static void assertConserved(RunLimits limits, long requests) {
        assertThat(limits.tenants()).hasSize(4);
        var arrived = limits.tenants().stream()
                .map(RunLimits.Tenant::arrived)
                .reduce(RunLimits.Amount.NONE, RunLimits.Amount::plus);
        assertThat(arrived.requests()).isEqualTo(requests);
        for (var tenant : limits.tenants()) {
            assertThat(tenant.passed().plus(tenant.limited()).plus(tenant.overBudget()))
                    .isEqualTo(tenant.offered());
            assertThat(tenant.offered().plus(tenant.unsent())).isEqualTo(tenant.arrived());
        }
    }

    private static void assertEachTenantMetItsOwn(RunLimits limits) {
        assertThat(limits.tenants().get(1).held()).isPositive();
        var cut = limits.tenants().get(2);
        assertThat(cut.overBudget().tokens()).isPositive();
        assertThat(cut.passed().tokens()).isLessThanOrEqualTo(2_000_000);
        assertThat(cut.limitedByTenant().requests()).isPositive();
        assertThat(limits.tenants().get(3).overBudget().requests()).isZero();
        assertThat(limits.tenants().get(3).budget().spentAt()).isPositive();
        assertThat(limits.calls().retries()).isPositive();
    }

    /// 600 requests a minute of 300 tokens are three times what 60,000 tokens a minute allow.
    @Test
    void moreTasksChangeCostButNotThroughputWhenTheProviderIsTheLimit() {
        var service = model(20, 2_000, limited(60_000, FIVE));
        var few = run(fleet(Routing.LEAST_OUTSTANDING, 10), service, Plans.minutes(600, 600, 600, 600), 0);
        var many = run(fleet(Routing.LEAST_OUTSTANDING, 40), service, Plans.minutes(600, 600, 600, 600), 0);
        assertThat(limits(few).time().providerMinutes()).isEqualTo(4);
        assertThat(limits(many).time().providerMinutes()).isEqualTo(4);
        assertThat((double) limits(many).passed().tokens())
                .isCloseTo(
                        limits(few).passed().tokens(),
                        within(0.01 * limits(few).passed().tokens()));
        assertThat(limits(many).passed().tokens())
                .as("a full bucket and four minutes of refill, reserved by 450 and counted by 300")
                .isLessThanOrEqualTo(5 * 60_000 + 40 * 300);
        assertThat(many.usage().compute().getFirst().billedSeconds())
                .isGreaterThan(3.5 * few.usage().compute().getFirst().billedSeconds());
        assertThat(limits(many).time().helplessShare())
                .isGreaterThan(limits(few).time().helplessShare());
    }

    @Test
    void withoutEnoughTasksItIsCapacityThatHoldsBack() {
        var service = model(20, 2_000, limited(10_000_000, FIVE));
        var result = run(fleet(Routing.ROUND_ROBIN, 1), service, Plans.minutes(600, 600, 600), 0);
        assertThat(limits(result).time().providerMinutes()).isZero();
        assertThat(limits(result).time().capacityMinutes()).isEqualTo(3);
        assertThat(limits(result).time().helplessShare()).isZero();
    }

    @Test
    void aSlotThatIsReleasedWhileARequestBacksOffServesAnother() {
        var holding = model(20, 2_000, limited(60_000, FIVE));
        var releasing = model(20, 2_000, limited(60_000, new Access.Retries(5, 1, 2, 20, true, true, true)));
        for (var replication = 0; replication < 5; replication++) {
            var held = run(fleet(Routing.ROUND_ROBIN, 5), holding, Plans.minutes(400, 400, 400), replication);
            var released = run(fleet(Routing.ROUND_ROBIN, 5), releasing, Plans.minutes(400, 400, 400), replication);
            assertThat(limits(held).calls().refused()).isPositive();
            assertThat(released.meanWaitSeconds()).isLessThan(held.meanWaitSeconds() / 2);
        }
    }

    @Test
    void aNoisyTenantSlowsTheOthersUnlessItIsLimited() {
        var noisy = tenant("noisy", 9, 0, false, Access.Budget.NONE);
        var capped = tenant("noisy", 9, 30_000, false, Access.Budget.NONE);
        var quiet = tenant("quiet", 1, 0, false, Access.Budget.NONE);
        var free = run(
                fleet(Routing.ROUND_ROBIN, 10),
                model(20, 2_000, limited(60_000, FIVE, noisy, quiet)),
                Plans.minutes(600, 600, 600),
                0);
        var fair = run(
                fleet(Routing.ROUND_ROBIN, 10),
                model(20, 2_000, limited(60_000, FIVE, capped, quiet)),
                Plans.minutes(600, 600, 600),
                0);
        var before = limits(free).tenants().get(1);
        var after = limits(fair).tenants().get(1);
        assertThat(before.arrived()).as("the same requests").isEqualTo(after.arrived());
        assertThat(before.limited().requests()).isPositive();
        assertThat(after.limited().requests()).isLessThan(before.limited().requests() / 2);
        assertThat(after.responses().percentileNanos(0.95))
                .isLessThan(before.responses().percentileNanos(0.95) / 2);
    }

    @Test
    void theFirstTokenComesBeforeTheRest() {
        var result = run(
                fleet(Routing.ROUND_ROBIN, 10), model(20, 500, limited(10_000_000, FIVE)), Plans.minutes(60, 60), 0);
        var first = result.firstTokens().orElseThrow().times();
        assertThat(first.count()).isEqualTo(result.requests().served());
        // 20 ms of CPU, 500 ms to the first token, 100 tokens at 50 a second
        assertThat(first.percentileNanos(0.5) / 1e9).isCloseTo(0.52, within(0.02));
        assertThat(result.meanResponseSeconds()).isCloseTo(2.52, within(0.05));
    }

    /// So many tasks of 10 slots and 1 vCPU that nothing scales.
    private static FleetPlan fleet(Routing routing, int units) {
        var like = Plans.tasks(routing, new ScalingPlan.Fixed());
        return new FleetPlan(
                like.unit(),
                new CapacityRange(1, 100),
                units,
                like.routing(),
                like.start(),
                like.drain(),
                like.launches(),
                like.scaling(),
                like.rented(),
                like.front());
    }

    private static RunLimits limits(RunResult result) {
        return result.limits().orElseThrow();
    }

    /// 200 tokens in and 100 out in the mean, constant.
    private static ServiceModel model(double cpuMs, double upstreamMs, Access access) {
        return new ServiceModel(
                10,
                new ServiceModel.Cpu(cpuMs, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        upstreamMs,
                        new Variation.Constant(),
                        0,
                        new ServiceModel.Decoding(upstreamMs == 500 ? 50 : 0, new Variation.Constant()),
                        ServiceModel.Stalls.NONE),
                new ServiceModel.Tokens(200, 100, new Variation.Constant()),
                new ServiceModel.Payload(500, 2_000, 0),
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT,
                access);
    }

    private static RunResult run(FleetPlan plan, ServiceModel service, Arrivals arrivals, int replication) {
        var input = new RunInput(
                arrivals, ServiceTables.of(service), plan, 1, new RunInput.Randomness(7, replication, false), 0, false);
        return new Simulation(input, RunMonitor.NONE).run();
    }
}
