package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Times to the first token, in every kernel and tick by tick.
class FirstTokenTest {

    private static final Access TOLD_APART = new Access(
            Access.Provider.UNLIMITED,
            Access.Retries.NONE,
            List.of(
                    new Access.Tenant("big", 3, 0, 0, false, Access.Budget.NONE),
                    new Access.Tenant("small", 1, 0, 0, false, Access.Budget.NONE)));

    /// 100 tokens at 50 a second after half a second; CPU of 20 ms or none, so that other kernels play it.
    private static RunResult play(Routing routing, double cpuMs, boolean streamed, Access access) {
        var service = new ServiceModel(
                10,
                new ServiceModel.Cpu(cpuMs, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        500,
                        new Variation.Constant(),
                        0,
                        new ServiceModel.Decoding(50, new Variation.Constant(), streamed),
                        ServiceModel.Stalls.NONE),
                new ServiceModel.Tokens(200, 100, new Variation.Constant()),
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT,
                access);
        var input = new RunInput(
                Plans.minutes(120, 120, 60, 30),
                ServiceTables.of(service),
                Plans.tasks(routing, new ScalingPlan.Fixed()),
                1,
                new RunInput.Randomness(7, 0, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run();
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyKernelTellsTheFirstToken(Routing routing) {
        for (var cpuMs : new double[] {0, 20}) {
            for (var access : List.of(Access.OPEN, TOLD_APART)) {
                var result = play(routing, cpuMs, true, access);
                var first = result.firstTokens().orElseThrow();
                assertThat(first.times().count()).isEqualTo(result.requests().served());
                assertThat(first.meanSeconds()).isCloseTo(result.meanResponseSeconds() - 2, within(1e-6));
                assertThat(first.times().percentileNanos(0) / 1e9).isCloseTo(0.5 + cpuMs / 1_000, within(0.004));
            }
        }
    }

    @Test
    void eachTickHasItsOwn() {
        var timeline =
                play(Routing.ROUND_ROBIN, 20, true, Access.OPEN).timeline().orElseThrow();
        var first = timeline.values("firstTokenP95Seconds");
        var response = timeline.values("p95Seconds");
        assertThat(first).hasSize(4);
        for (var minute = 0; minute < 4; minute++) {
            assertThat(first[minute]).isCloseTo(response[minute] - 2, within(0.02));
        }
        assertThat(timeline.values("firstTokenMeanSeconds")[1]).isBetween(0.52, first[1]);
    }

    @Test
    void anAnswerInOnePieceHasNoFirstToken() {
        var result = play(Routing.ROUND_ROBIN, 20, false, Access.OPEN);
        assertThat(result.firstTokens()).isEmpty();
        assertThat(result.timeline().orElseThrow().series()).doesNotContainKey("firstTokenP95Seconds");
    }

    @Test
    void tenantsAreToldApartTickByTick() {
        var limits = play(Routing.ROUND_ROBIN, 20, true, TOLD_APART).limits().orElseThrow();
        for (var tenant : limits.tenants()) {
            var series = tenant.series().orElseThrow().byName();
            assertThat(sum(values(series, "arrived")))
                    .isEqualTo(tenant.arrived().requests());
            assertThat(sum(values(series, "served"))).isEqualTo(tenant.served());
            assertThat(sum(values(series, "inputTokens")))
                    .isEqualTo(tenant.arrived().inputTokens());
            assertThat(sum(values(series, "outputTokens")))
                    .isEqualTo(tenant.arrived().outputTokens());
            assertThat(sum(values(series, "passedTokens")))
                    .isEqualTo(tenant.passed().tokens());
            assertThat(values(series, "firstTokenP95Seconds")[0])
                    .isBetween(0.52, values(series, "p95Seconds")[0] - 1.9);
            assertThat(tenant.firstTokens().count()).isEqualTo(tenant.served());
            assertThat(tenant.responses().count()).isEqualTo(tenant.served());
        }
    }

    @Test
    void tenantsInFlightAddUpToAll() {
        var result = play(Routing.CENTRAL, 20, true, TOLD_APART);
        var all = result.timeline().orElseThrow().values("inFlight");
        var tenants = result.limits().orElseThrow().tenants();
        for (var minute = 0; minute < all.length; minute++) {
            var sum = 0.0;
            for (var tenant : tenants) {
                sum += values(tenant.series().orElseThrow().byName(), "inFlight")[minute];
            }
            assertThat(sum).isEqualTo(all[minute]);
        }
    }

    @Test
    void aBudgetWarnsBeforeItIsSpent() {
        var soft = small(new Access.Budget(20_000, 10_000, false));
        assertThat(soft.budget().used()).isEqualTo(10_000 + soft.passed().tokens());
        assertThat(soft.budget().warnedAt())
                .isPositive()
                .isLessThan(soft.budget().spentAt());
        assertThat(soft.overBudget().requests()).isZero();
        var hard = small(new Access.Budget(12_000, 9_600, true));
        assertThat(hard.budget().warnedAt()).as("four fifths are gone").isZero();
        assertThat(hard.budget().spentAt()).isPositive();
        assertThat(hard.passed().requests()).isEqualTo(8);
        assertThat(hard.overBudget().requests()).isPositive();
        assertThat(small(new Access.Budget(50_000_000, 0, true)).budget().warnedAt())
                .isNaN();
    }

    private static RunLimits.Tenant small(Access.Budget budget) {
        var result = play(Routing.ROUND_ROBIN, 20, true, withBudget(budget));
        return result.limits().orElseThrow().tenants().get(1);
    }

    private static Access withBudget(Access.Budget budget) {
        return new Access(
                Access.Provider.UNLIMITED,
                Access.Retries.NONE,
                List.of(
                        new Access.Tenant("big", 3, 0, 0, false, Access.Budget.NONE),
                        new Access.Tenant("small", 1, 0, 0, false, budget)));
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] values(Map<String, double[]> series, String name) {
        return Objects.requireNonNull(series.get(name), name);
    }
}
