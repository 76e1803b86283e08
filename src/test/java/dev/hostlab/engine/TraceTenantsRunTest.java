package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.TenantBins;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that belong to the tenants that a trace names, bin by bin or one by one.
class TraceTenantsRunTest {

    private static final List<Routing> ROUTINGS = List.of(Routing.values());

    private static final int MINUTES = 30;
    private static final int CASES = 12;

    /// What each tenant sends in each minute: requests, input tokens, output tokens.
    private record Sent(double[][] requests, double[][] input, double[][] output) {

        private static Sent random(SplittableRandom random, int tenants) {
            var sent =
                    new Sent(new double[tenants][MINUTES], new double[tenants][MINUTES], new double[tenants][MINUTES]);
            for (var one = 0; one < tenants; one++) {
                for (var minute = 0; minute < MINUTES; minute++) {
                    var many = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
                    sent.requests[one][minute] = many;
                    sent.input[one][minute] = many * (double) random.nextInt(900);
                    sent.output[one][minute] = many * (double) random.nextInt(300);
                }
            }
            return sent;
        }

        private BinnedArrivals arrivals() {
            var widths = new long[MINUTES];
            Arrays.fill(widths, Plans.MINUTE);
            var tenants = requests.length;
            var first = new int[MINUTES + 1];
            var whose = new byte[MINUTES * tenants];
            var amounts = new TenantBins.Amounts(
                    new double[whose.length], new double[whose.length], new double[whose.length]);
            for (var minute = 0; minute < MINUTES; minute++) {
                first[minute + 1] = first[minute] + tenants;
                for (var one = 0; one < tenants; one++) {
                    var entry = minute * tenants + one;
                    whose[entry] = (byte) one;
                    amounts.requests()[entry] = requests[one][minute];
                    amounts.inputTokens()[entry] = input[one][minute];
                    amounts.outputTokens()[entry] = output[one][minute];
                }
            }
            var columns = new BinnedArrivals.Columns(all(requests), all(input), all(output), new double[0]);
            return new BinnedArrivals(widths, columns).sentBy(new TenantBins(first, whose, amounts));
        }

        private static double[] all(double[][] parts) {
            var sums = new double[MINUTES];
            for (var part : parts) {
                Arrays.setAll(sums, minute -> sums[minute] + part[minute]);
            }
            return sums;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void eachTenantSendsWhatTheTraceSaysAndNothingIsLost(int tenants) {
        for (var number = 0; number < CASES; number++) {
            var random = new SplittableRandom(number * 31L + tenants);
            var sent = Sent.random(random, tenants);
            var access = access(random, sent.requests);
            var routing = ROUTINGS.get(number % ROUTINGS.size());
            var result = play(sent.arrivals(), access, routing, number);
            var limits = result.limits().orElseThrow();
            for (var one = 0; one < tenants; one++) {
                var tenant = limits.tenants().get(one);
                assertThat(tenant.offered())
                        .isEqualTo(tenant.passed().plus(tenant.limited()).plus(tenant.overBudget()));
                assertThat(tenant.arrived()).isEqualTo(tenant.offered().plus(tenant.unsent()));
                assertThat(tenant.arrived().requests()).isEqualTo((long) sum(sent.requests[one]));
                assertThat(tenant.arrived().inputTokens()).isEqualTo((long) sum(sent.input[one]));
                assertThat(tenant.arrived().outputTokens()).isEqualTo((long) sum(sent.output[one]));
                var series = tenant.series().orElseThrow().byName();
                assertThat(series.get("arrived")).containsExactly(sent.requests[one]);
            }
        }
    }

    private static Access access(SplittableRandom random, double[][] requests) {
        var tenants = new ArrayList<Access.Tenant>();
        for (var one = 0; one < requests.length; one++) {
            var budget = random.nextBoolean()
                    ? Access.Budget.NONE
                    : new Access.Budget(1 + random.nextInt(300_000), random.nextInt(5_000), random.nextBoolean());
            tenants.add(new Access.Tenant(
                    "t" + one,
                    1 + sum(requests[one]),
                    random.nextBoolean() ? 0 : 1 + random.nextInt(30),
                    random.nextBoolean() ? 0 : 1_000 + random.nextInt(20_000),
                    random.nextBoolean(),
                    budget));
        }
        var perMinute = random.nextBoolean() ? 0 : 20_000 + random.nextInt(100_000);
        return new Access(
                new Access.Provider(0, perMinute, 0, 0, 0, 60, true, 400),
                new Access.Retries(3, 1, 2, 20, true, true, random.nextBoolean()),
                tenants,
                true);
    }

    /// Half an hour in which the one tenant goes and the other comes: so do their requests.
    @Test
    void sharesFollowTheTraceAlikeForEveryOption() {
        var sent = new Sent(new double[2][MINUTES], new double[2][MINUTES], new double[2][MINUTES]);
        Arrays.fill(sent.requests[0], 0, 15, 50);
        Arrays.fill(sent.requests[1], 15, MINUTES, 50);
        var access = new Access(
                Access.Provider.UNLIMITED,
                Access.Retries.NONE,
                List.of(
                        new Access.Tenant("early", 750, 0, 0, false, Access.Budget.NONE),
                        new Access.Tenant("late", 750, 0, 0, false, Access.Budget.NONE)),
                true);
        for (var routing : Routing.values()) {
            var tenants = play(sent.arrivals(), access, routing, 1)
                    .limits()
                    .orElseThrow()
                    .tenants();
            for (var one = 0; one < 2; one++) {
                assertThat(tenants.get(one).series().orElseThrow().byName().get("arrived"))
                        .containsExactly(sent.requests[one]);
            }
        }
    }

    @Test
    void ofSingleRequestsEachIsItsTenants() {
        var at = new long[300];
        var input = new int[300];
        var tenant = new byte[300];
        for (var request = 0; request < at.length; request++) {
            at[request] = request * 3_000_000_000L;
            tenant[request] = (byte) (request % 7 == 0 ? 1 : 0);
            input[request] = tenant[request] == 1 ? 5_000 : 100;
        }
        var arrivals = new RequestArrivals(16 * Plans.MINUTE, at, input, new int[300]).sentBy(tenant);
        var access = access(new SplittableRandom(3), new double[][] {{257}, {43}});
        var tenants = play(arrivals, access, Routing.ROUND_ROBIN, 0)
                .limits()
                .orElseThrow()
                .tenants();
        assertThat(tenants.get(0).arrived()).isEqualTo(new RunLimits.Amount(257, 25_700, 0));
        assertThat(tenants.get(1).arrived()).isEqualTo(new RunLimits.Amount(43, 215_000, 0));
    }

    @Test
    void aPartOfATraceKeepsItsTenants() {
        var sent = Sent.random(new SplittableRandom(9), 3);
        var part = sent.arrivals().between(5 * Plans.MINUTE / 2, 10 * Plans.MINUTE);
        var tenants = part.tenants().orElseThrow();
        for (var bin = 0; bin < part.bins(); bin++) {
            var requests = 0.0;
            for (var entry = tenants.first(bin); entry < tenants.first(bin + 1); entry++) {
                requests += tenants.requests(entry);
            }
            assertThat(requests).isEqualTo(part.requests(bin));
        }
        assertThat(part.requests(0)).isEqualTo(sent.arrivals().requests(2) / 2);
    }

    private static RunResult play(Arrivals arrivals, Access access, Routing routing, int replication) {
        var service = new ServiceModel(
                10,
                new ServiceModel.Cpu(20, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        800,
                        new Variation.LogNormal(1),
                        0,
                        new ServiceModel.Decoding(60, new Variation.Constant()),
                        ServiceModel.Stalls.NONE),
                new ServiceModel.Tokens(0, 0, new Variation.LogNormal(0.9)),
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                new ServiceModel.Clients(30, true),
                access);
        var scaling = replication % 2 == 0 ? Plans.tracking(ScalingMetric.CPU, 60) : new ScalingPlan.Fixed();
        var input = new RunInput(
                arrivals,
                ServiceTables.of(service),
                Plans.tasks(routing, scaling),
                1,
                new RunInput.Randomness(7, replication, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
