package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The kernels that compute departures give what the general one gives, period by period, under units that come,
/// drain and go at random.
class KernelEqualityTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int CASES = 60;
    private static final int PERIODS = 40;

    @ParameterizedTest
    @EnumSource(Routing.class)
    void departuresEqualEvents(Routing routing) {
        for (var number = 0; number < CASES; number++) {
            var aCase = new Case(routing, number);
            var expected = aCase.play(false);
            var computed = aCase.play(true);
            assertThat(computed).as("notes of case %s", number).hasSameSizeAs(expected);
            for (var note = 0; note < expected.size(); note++) {
                assertThat(computed.get(note))
                        .as("note %s of case %s", note, number)
                        .isEqualTo(expected.get(note));
            }
        }
    }

    /// One random configuration, and the same changes of the fleet for both kernels.
    private static final class Case {

        private final SplittableRandom random;
        private final long seed;
        private final KernelPlan plan;
        private final ServiceModel service;
        private final BinnedArrivals arrivals;
        private final MeterRules rules;
        private final RunId run;

        Case(Routing routing, int number) {
            seed = 31L * number + routing.name().length();
            random = new SplittableRandom(seed);
            var slots = 1 + random.nextInt(5);
            var cpu = random.nextBoolean();
            var vcpus = cpu ? slots : 0.5;
            plan = new KernelPlan(
                    routing, new UnitShape(slots, vcpus), random.nextInt(3) == 0 ? 0 : random.nextInt(30));
            service = service(cpu ? 50 + random.nextInt(2_000) : 0, 100 + random.nextInt(3_000), slots);
            arrivals = arrivals(slots, service.upstream().ms() + service.cpu().msPerRequest());
            rules = new MeterRules(
                    random.nextBoolean() ? Long.MAX_VALUE : SECOND * (1 + random.nextInt(8)),
                    false,
                    2 * SECOND,
                    false,
                    Long.MAX_VALUE,
                    service.tokens().meanOutput() > 0);
            run = new RunId(number, number % 3, random.nextInt(4) == 0);
        }

        private BinnedArrivals arrivals(int slots, double holdMs) {
            var counts = new double[PERIODS];
            var widths = new long[PERIODS];
            for (var bin = 0; bin < PERIODS; bin++) {
                widths[bin] = 10 * SECOND;
                counts[bin] = Math.floor(random.nextDouble() * random.nextInt(3) * 12 * slots * 10_000 / holdMs);
            }
            return new BinnedArrivals(widths, BinnedArrivals.Columns.of(counts));
        }

        private ServiceModel service(double cpuMs, double upstreamMs, int slots) {
            var stalls = random.nextBoolean() ? ServiceModel.Stalls.NONE : new ServiceModel.Stalls(0.02, 5, 40);
            var tokens = random.nextBoolean()
                    ? ServiceModel.Tokens.NONE
                    : new ServiceModel.Tokens(100, 20, new Variation.LogNormal(1));
            return new ServiceModel(
                    slots,
                    new ServiceModel.Cpu(cpuMs, 0, 0, new Variation.Exponential()),
                    new ServiceModel.Upstream(
                            upstreamMs,
                            new Variation.LogNormal(1.5),
                            0,
                            new ServiceModel.Decoding(20, new Variation.LogNormal(0.4)),
                            stalls),
                    tokens,
                    ServiceModel.Payload.NONE,
                    ServiceModel.Memory.NONE,
                    ServiceModel.Clients.PATIENT);
        }

        List<String> play(boolean departures) {
            var meter = new Meter(rules, 15 * SECOND, true);
            var kernel = departures
                    ? Kernels.of(plan, this::source, meter, run)
                    : new RequestKernel(plan, this::source, meter, run);
            assertThat(kernel instanceof DepartureKernel).isEqualTo(departures);
            return new Play(kernel, meter, new SplittableRandom(seed)).all();
        }

        private RequestSource source() {
            return new RequestSource(
                    ArrivalStream.of(arrivals, run),
                    new RequestSampler(service, RequestSampler.Factors.of(service), false, run));
        }
    }

    /// Plays a kernel and writes down what the meter says.
    private static final class Play {

        private final Kernel kernel;
        private final Meter meter;
        private final SplittableRandom random;
        private final List<String> notes = new ArrayList<>();
        private final List<Integer> serving = new ArrayList<>();
        private final List<long[]> draining = new ArrayList<>();
        private int indices;
        private long periodStart;

        Play(Kernel kernel, Meter meter, SplittableRandom random) {
            this.kernel = kernel;
            this.meter = meter;
            this.random = random;
        }

        List<String> all() {
            meter.closePeriod(0, 10 * SECOND);
            for (var unit = 0; unit < 8; unit++) {
                admit(0);
            }
            for (var at = 1L; at <= 4 * PERIODS; at++) {
                var now = at * 5 * SECOND / 2;
                kernel.serveUntil(now);
                if (at % 4 == 0) {
                    closePeriod(now);
                }
                if (at < 4 * PERIODS) {
                    change(now);
                }
                meter.setCapacityStarting(at % 5 == 0);
            }
            kernel.countInFlight(PERIODS * 10 * SECOND);
            note(PERIODS * 10 * SECOND);
            return notes;
        }

        private void closePeriod(long now) {
            var load = meter.closePeriod(periodStart, now + 10 * SECOND);
            periodStart = now;
            notes.add(load.toString());
            note(now);
            meter.latencies().clearPeriod();
        }

        private void change(long now) {
            draining.removeIf(unit -> {
                if (unit[1] <= now) {
                    kernel.end((int) unit[0], now);
                }
                return unit[1] <= now;
            });
            var choice = random.nextInt(6);
            if (choice == 0) {
                admit(now);
            } else if (choice == 1 && !serving.isEmpty()) {
                var at = random.nextInt(serving.size());
                int unit = serving.get(at);
                serving.remove(/* index */ at);
                kernel.withdraw(unit, now);
                notes.add("withdrawn " + kernel.harvestCpuNanos(unit, now));
                draining.add(new long[] {unit, now + random.nextInt(4) * 5L * SECOND / 2});
            }
        }

        private String firstToken() {
            var first = meter.latencies().firstTokens();
            if (first == null) {
                return "none";
            }
            var period = Objects.requireNonNull(first.period());
            return period.count() + " " + first.meanNanos() + " p50 " + period.percentileNanos(0.5);
        }

        private void admit(long now) {
            kernel.admit(indices, now);
            serving.add(indices++);
        }

        private void note(long now) {
            var total = meter.total();
            var cpu = 0.0;
            for (var unit : serving) {
                cpu += kernel.harvestCpuNanos(unit, now);
            }
            notes.add("arrived " + total.arrived + " served " + total.served + " rejected " + total.rejected
                    + " timed out " + total.timedOut + " failed " + total.failed + " in flight " + total.inFlight
                    + " good " + total.good + " delayed " + total.delayed + " tokens " + total.inputTokens + " "
                    + total.outputTokens + " inside " + meter.inside() + " waiting " + meter.waiting() + " cpu " + cpu
                    + " mean " + meter.latencies().meanResponseNanos() + " "
                    + meter.latencies().meanWaitNanos() + " p50 "
                    + Objects.requireNonNull(meter.latencies().periodResponses())
                            .percentileNanos(0.5) + " p99 "
                    + meter.latencies().waits().percentileNanos(0.99) + " max "
                    + meter.latencies().waits().maxNanos() + " requests "
                    + kernel.requests() + " oldest " + kernel.oldestWaiting() + " first token " + firstToken());
        }
    }
}
