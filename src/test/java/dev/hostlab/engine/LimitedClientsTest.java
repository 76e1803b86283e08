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
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Clients that ask again where a provider limits calls and tenants are told apart.
class LimitedClientsTest {

    /// Wants to ask again and never may: a retry costs more than the quota has.
    private static final ClientRetries BROKE = new ClientRetries(2, 1, 2, 20, true, true, true, 1, false);
    private static final Access.Retries NO_RETRY = new Access.Retries(1, 1, 2, 60, true, true, false);
    private static final Access.Provider ONE_A_MINUTE = new Access.Provider(1, 0, 0, 0, 0, 60, true, 0);

    private static Access.Tenant tenant(String name, long tokensPerMinute, boolean queues, Access.Budget budget) {
        return new Access.Tenant(name, 1, 0, tokensPerMinute, queues, budget);
    }

    private static Access tokens(long perMinute, Access.Retries retries, Access.Tenant... tenants) {
        return new Access(new Access.Provider(0, perMinute, 0, 0, 0, 60, true, 200), retries, Arrays.asList(tenants));
    }

    static ServiceModel with(ServiceModel service, double timeout, ClientRetries retries, Access access) {
        return ClientRetriesTest.with(service, timeout, false, retries).with(access);
    }

    private static FleetPlan fleet(Routing routing, int units, int slots, int lineLimit) {
        var plan = Plans.tasks(routing, new ScalingPlan.Fixed());
        return new FleetPlan(
                new UnitPlan("task", slots, 1, 2_048, 1, lineLimit),
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

    private static RunResult run(FleetPlan plan, ServiceModel service, Arrivals arrivals) {
        return RedeliveryTest.run(plan, service, arrivals, QueuePlan.EMPTY, 0);
    }

    private static RunLimits limits(RunResult result) {
        return result.limits().orElseThrow();
    }

    private static void assertSame(RunResult played, RunResult expected) {
        assertThat(played.requests())
                .usingRecursiveComparison()
                .ignoringFields("repeats")
                .isEqualTo(expected.requests());
        assertThat(played.meanResponseSeconds()).isEqualTo(expected.meanResponseSeconds());
        assertThat(played.meanWaitSeconds()).isEqualTo(expected.meanWaitSeconds());
        assertThat(played.decisions()).isEqualTo(expected.decisions());
        assertThat(played.fleet()).isEqualTo(expected.fleet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Routing.class,
            names = {"ROUND_ROBIN", "RANDOM", "POWER_OF_TWO", "LEAST_OUTSTANDING"})
    void whereNothingIsLimitedItGivesWhatClientsGiveWithoutLimits(Routing routing) {
        var plan = Plans.tasks(routing, Plans.tracking(ScalingMetric.CPU, 60));
        var retries = new ClientRetries(3, 1, 2, 20, true, true, true, 5_000, false);
        var open = tokens(
                0, NO_RETRY, tenant("a", 0, false, Access.Budget.NONE), tenant("b", 0, true, Access.Budget.NONE));
        for (var access : List.of(open, tokens(50_000_000, NO_RETRY))) {
            var service = with(Plans.service(2, false), 2, retries, Access.OPEN);
            var expected = run(plan, service, Plans.surge(1_500, 6));
            var played = run(plan, service.with(access), Plans.surge(1_500, 6));
            assertThat(expected.requests().repeats().retries()).isPositive();
            assertSame(played, expected);
            assertThat(played.requests().repeats())
                    .isEqualTo(expected.requests().repeats());
            assertThat(played.usage()).isEqualTo(expected.usage());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Routing.class,
            names = {"ROUND_ROBIN", "RANDOM", "POWER_OF_TWO", "LEAST_OUTSTANDING"})
    void whereNobodyAsksAgainItGivesWhatLimitsGive(Routing routing) {
        for (var releases : new boolean[] {false, true}) {
            var patient = new Access.Retries(3, 1, 2, 20, true, true, releases);
            var access = tokens(
                    60_000,
                    patient,
                    tenant("narrow", 20_000, false, Access.Budget.NONE),
                    tenant("queued", 15_000, true, Access.Budget.NONE),
                    tenant("hard", 0, false, new Access.Budget(100_000, 0, true)));
            var service = LimitedMessagesTest.model(50, 900, new Variation.LogNormal(0.8), access);
            var arrivals = Plans.minutes(200, 900, 100, 0, 0, 0);
            var plan = fleet(routing, 2, 6, 3);
            var expected = run(plan, service, arrivals);
            var played = run(plan, with(service, 1e6, BROKE, access), arrivals);
            assertThat(played.requests().repeats().withheld()).isPositive();
            assertThat(limits(expected).calls().refused()).isPositive();
            assertThat(expected.requests().rejected())
                    .as("some meet a full line too")
                    .isGreaterThan(limits(expected).calls().rejected());
            assertSame(played, expected);
            assertThat(limits(played).calls()).isEqualTo(limits(expected).calls());
            assertThat(limits(played).time()).isEqualTo(limits(expected).time());
            for (var one = 0; one < 3; one++) {
                assertSameTenant(
                        limits(played).tenants().get(one),
                        limits(expected).tenants().get(one));
            }
        }
    }

    private static void assertSameTenant(RunLimits.Tenant played, RunLimits.Tenant expected) {
        assertThat(played.offered()).isEqualTo(expected.offered());
        assertThat(played.unsent()).isEqualTo(expected.unsent());
        assertThat(played.limitedByTenant()).isEqualTo(expected.limitedByTenant());
        assertThat(played.served()).isEqualTo(expected.served());
        var same = played.series().orElseThrow().byName();
        expected.series()
                .orElseThrow()
                .byName()
                .forEach((name, values) -> assertThat(same.get(name)).as(name).containsExactly(values));
    }

    /// Ten slots, calls of 1 s, and a provider that takes one a minute.
    private static RunResult byHand(ClientRetries clients, double horizon, double... seconds) {
        var at = Arrays.stream(seconds)
                .mapToLong(second -> Math.round(second * 1e9))
                .toArray();
        var arrivals = new RequestArrivals(Math.round(horizon * 1e9), at, new int[0], new int[0]);
        var access = new Access(ONE_A_MINUTE, NO_RETRY, List.of());
        var work = Plans.waiting(1, new Variation.Constant());
        return run(fleet(Routing.ROUND_ROBIN, 1, 10, 5), with(work, 300, clients, access), arrivals);
    }

    private static ClientRetries tenSeconds(int attempts, double most, boolean honours) {
        return new ClientRetries(attempts, 10, 1, most, false, honours, true, 0, false);
    }

    /// The second request is refused at 0 s with a retry-after of 60 s and is answered at 61 s.
    @Test
    void aClientWaitsAsLongAsARefusalAsksFor() {
        var result = byHand(tenSeconds(2, 60, true), 90, 0, 0);
        assertThat(result.requests().served()).isEqualTo(2);
        assertThat(result.meanResponseSeconds()).isCloseTo((1 + 61) / 2.0, within(1e-6));
        assertThat(result.requests().repeats().retries()).isEqualTo(1);
        var tenant = limits(result).tenants().getFirst();
        assertThat(tenant.repeated().requests()).isEqualTo(1);
        assertThat(tenant.limitedByProvider().requests()).isEqualTo(1);
        assertThat(tenant.passed().requests()).isEqualTo(2);
        assertThat(limits(result).calls().rejected()).isZero();
    }

    /// Refused at 0, 10, 20 s and so on until 60 s: with five attempts its client gets the 429 at 40 s.
    @Test
    void aClientThatIsAskedForTooMuchOrDoesNotLookWaitsAsUsual() {
        for (var clients : List.of(tenSeconds(7, 10, true), tenSeconds(7, 60, false))) {
            var result = byHand(clients, 90, 0, 0);
            assertThat(result.requests().served()).isEqualTo(2);
            assertThat(result.requests().repeats().retries()).isEqualTo(6);
        }
        var refused = byHand(tenSeconds(5, 60, false), 90, 0, 0);
        assertThat(refused.requests().rejected()).isEqualTo(1);
        assertThat(limits(refused).calls()).isEqualTo(new RunLimits.Calls(5, 0, 1));
    }

    /// 600 requests a minute of 300 tokens are three times what the provider takes.
    private static RunResult overloaded(int attempts, double timeout) {
        var minutes = new double[20];
        Arrays.fill(minutes, 600);
        var access = tokens(60_000, new Access.Retries(3, 1, 2, 20, true, true, false));
        var work = LimitedMessagesTest.model(5, 2_000, new Variation.Constant(), access);
        var clients = new ClientRetries(attempts, 1, 2, 20, true, true, true, 0, false);
        return run(
                fleet(Routing.LEAST_OUTSTANDING, 10, 40, 50),
                with(work, timeout, clients, access),
                Plans.minutes(minutes));
    }

    @Test
    void askingAgainDoesNotRaiseWhatTheProviderTakes() {
        for (var attempts : new int[] {2, 6}) {
            var result = overloaded(attempts, 1_000);
            assertThat(limits(result).passed().tokens())
                    .isLessThanOrEqualTo(21 * 60_000)
                    .isGreaterThan(20 * 59_000);
            assertThat(limits(result).tenants().getFirst().repeated().requests())
                    .isEqualTo(result.requests().repeats().retries())
                    .isGreaterThan(result.requests().arrived() / 2);
        }
    }

    /// Whoever gives up leaves work behind whose tokens nobody reads.
    @Test
    void impatientClientsWasteTheProvidersLimit() {
        var patient = overloaded(4, 1_000);
        var impatient = overloaded(4, 4);
        assertThat(impatient.requests().repeats().abandonedSeconds()).isPositive();
        assertThat(impatient.requests().served()).isLessThan(patient.requests().served() * 9 / 10);
        assertThat(limits(impatient).passed().requests())
                .isGreaterThan(impatient.requests().served() * 9 / 8);
    }

    /// Each of N attempts is refused at the door, whose budget is spent: N times the tokens are over budget.
    @Test
    void clientsOfATenantWithoutBudgetAskInVain() {
        var spent = tenant("spent", 0, false, new Access.Budget(1, 1, true));
        var access = tokens(0, NO_RETRY, spent);
        var work = LimitedMessagesTest.model(5, 200, new Variation.LogNormal(0.5), access);
        var clients = new ClientRetries(4, 1, 2, 20, true, true, true, 0, false);
        var result =
                run(fleet(Routing.RANDOM, 2, 10, 5), with(work, 30, clients, access), Plans.minutes(300, 300, 0, 0, 0));
        var tenant = limits(result).tenants().getFirst();
        assertThat(result.requests().rejected()).isEqualTo(600);
        assertThat(tenant.overBudget().requests()).isEqualTo(4 * 600);
        assertThat(tenant.overBudget().tokens()).isEqualTo(4 * tenant.arrived().tokens());
        assertThat(limits(result).calls().rejected()).isEqualTo(600);
    }
}
