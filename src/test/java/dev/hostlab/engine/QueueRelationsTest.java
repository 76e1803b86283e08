package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.engine.reference.Change;
import dev.hostlab.engine.reference.Fate;
import dev.hostlab.engine.reference.Rules;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How results of the kernel must be related when its input changes in a known way, whatever the results are. Most
/// relations hold request by request; the few that hold only on average are tried over replications.
class QueueRelationsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final int REQUESTS = 3_000;
    private static final int[] NO_TOKENS = {};
    private static final RunId RUN = new RunId(20_260_302, 0, false);

    @ParameterizedTest
    @EnumSource(Routing.class)
    void anotherUnitOfTimeChangesNothingElse(Routing routing) {
        var plain = fates(rules(routing, 2, 1), times(1), service(20, 130, 1), fixed(3));
        var tenTimes = fates(rules(routing, 2, 1), times(10), service(20, 130, 10), fixed(3));
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(tenTimes.get(request).endedAt() / 10.0)
                    .isCloseTo(plain.get(request).endedAt(), within(2.0 * REQUESTS));
        }
    }

    @Test
    void anotherServerDelaysNobodyOnACentralQueue() {
        // Kiefer and Wolfowitz 1955: with first come, first served the vector of workloads falls in every component
        var few = fates(rules(Routing.CENTRAL, 1, 1), times(1), service(0, 110, 1), fixed(3));
        var more = fates(rules(Routing.CENTRAL, 1, 1), times(1), service(0, 110, 1), fixed(4));
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(more.get(request).endedAt())
                    .isLessThanOrEqualTo(few.get(request).endedAt());
        }
        assertThat(more).isNotEqualTo(few);
    }

    @Test
    void longerServiceHelpsNobodyOnACentralQueue() {
        var plain = fates(rules(Routing.CENTRAL, 1, 1), times(1), service(0, 110, 1), fixed(3));
        var longer = fates(rules(Routing.CENTRAL, 1, 1), times(1), service(0, 111, 1), fixed(3));
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(longer.get(request).startedAt())
                    .isGreaterThanOrEqualTo(plain.get(request).startedAt());
        }
    }

    @Test
    void capacityThatStartsAtOnceIsAsGoodAsCapacityThatWasThere() {
        // four servers come at the very moment at which the first request finds all of the fewer ones taken
        var rules = rules(Routing.CENTRAL, 1, 1);
        var there = fates(rules, times(1), service(0, 110, 1), fixed(4));
        var changes = new ArrayList<>(fixed(1));
        for (var unit = 1; unit < 4; unit++) {
            changes.add(new Change(firstTimeBusy(there, unit), Change.Kind.ADMIT, unit));
        }
        assertThat(fates(rules, times(1), service(0, 110, 1), changes)).isEqualTo(there);
    }

    private static long firstTimeBusy(List<Fate> fates, int servers) {
        var arrivals = times(1);
        return IntStream.range(0, REQUESTS)
                .filter(request -> fates.stream()
                                .limit(request)
                                .filter(fate -> fate.endedAt() > arrivals[request])
                                .count()
                        >= servers)
                .mapToLong(request -> arrivals[request])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void serversOnACentralQueueAreSlotsOfOneServer() {
        var servers = fates(rules(Routing.CENTRAL, 1, 1), times(1), service(0, 110, 1), fixed(4));
        var slots = fates(rules(Routing.CENTRAL, 4, 1), times(1), service(0, 110, 1), fixed(1));
        assertThat(slots).isEqualTo(servers);
    }

    @Test
    void withOneUnitEveryRoutingIsTheSame() {
        var central = fates(rules(Routing.CENTRAL, 3, 0.5), times(1), service(8, 60, 1), fixed(1));
        for (var routing : EnumSet.complementOf(EnumSet.of(Routing.CENTRAL))) {
            assertThat(fates(rules(routing, 3, 0.5), times(1), service(8, 60, 1), fixed(1)))
                    .as(routing.id())
                    .isEqualTo(central);
        }
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void whereEverySlotHasACpuWorkIsLikeWaiting(Routing routing) {
        var work = fates(rules(routing, 2, 2), times(1), steady(150, 0), fixed(2));
        var wait = fates(rules(routing, 2, 2), times(1), steady(0, 150), fixed(2));
        assertThat(work).hasSize(REQUESTS);
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(work.get(request).endedAt()).isCloseTo(wait.get(request).endedAt(), within((long) REQUESTS));
        }
    }

    @Test
    void halfASlowerCpuIsTwiceTheWork() {
        var slow = fates(rules(Routing.ROUND_ROBIN, 1, 0.5), times(1), service(50, 0, 1), fixed(3));
        var much = fates(rules(Routing.ROUND_ROBIN, 1, 1), times(1), service(100, 0, 1), fixed(3));
        for (var request = 0; request < REQUESTS; request++) {
            assertThat(slow.get(request).endedAt()).isCloseTo(much.get(request).endedAt(), within((long) REQUESTS));
        }
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void whatComesLaterDoesNotChangeWhatWasBefore(Routing routing) {
        var whole = times(1);
        var half = Arrays.copyOf(whole, REQUESTS / 2);
        var all = fates(rules(routing, 2, 1), whole, service(20, 130, 1), fixed(3));
        var first = fates(rules(routing, 2, 1), half, service(20, 130, 1), fixed(3));
        var until = half[half.length - 1];
        for (var request = 0; request < half.length; request++) {
            if (all.get(request).endedAt() < until) {
                assertThat(first.get(request)).isEqualTo(all.get(request));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void aUnitThatCameAndWentBeforeTheFirstRequestChangesNothing(Routing routing) {
        var rules = rules(routing, 2, 1);
        var changes = new ArrayList<>(fixed(3));
        changes.add(new Change(0, Change.Kind.ADMIT, 3));
        changes.add(new Change(0, Change.Kind.WITHDRAW, 3));
        changes.add(new Change(SECOND, Change.Kind.END, 3));
        assertThat(fates(rules, times(1), service(20, 130, 1), changes))
                .isEqualTo(fates(rules, times(1), service(20, 130, 1), fixed(3)));
    }

    @Test
    void moreImpatientClientsLoseMore() {
        // work whose client has gone goes on, so patience changes nothing but who is still there at the end
        var served = new ArrayList<Long>();
        for (var seconds : List.of(0.1, 0.3, 1.0, 1e9)) {
            var rules = new Rules(Routing.ROUND_ROBIN, 2, 1, 1_024, (long) (seconds * SECOND), false);
            served.add(fates(rules, times(1), service(20, 130, 1), fixed(3)).stream()
                    .filter(fate -> fate.outcome() == Fate.Outcome.SERVED)
                    .count());
        }
        assertThat(served).isSorted().doesNotHaveDuplicates().endsWith((long) REQUESTS);
    }

    @Test
    void twiceTheLoadOnTwiceTheServersWaitsLess() {
        // a larger shop is more efficient (Smith and Whitt 1981); with random routing it only has more counters
        assertThat(meanWait(Routing.CENTRAL, 8, 6.4)).isLessThan(meanWait(Routing.CENTRAL, 4, 3.2));
        assertThat(meanWait(Routing.RANDOM, 8, 6.4)).isCloseTo(meanWait(Routing.RANDOM, 4, 3.2), within(0.3));
    }

    @Test
    void whoKnowsMoreWaitsLess() {
        var known = List.of(Routing.CENTRAL, Routing.LEAST_OUTSTANDING, Routing.ROUND_ROBIN, Routing.RANDOM);
        assertThat(known.stream().map(routing -> meanWait(routing, 4, 3.2))).isSorted();
        assertThat(meanWait(Routing.POWER_OF_TWO, 4, 3.2))
                .isBetween(meanWait(Routing.LEAST_OUTSTANDING, 4, 3.2), meanWait(Routing.RANDOM, 4, 3.2));
    }

    private static double meanWait(Routing routing, int units, double perSecond) {
        var queue = new QueueRun(routing, units, new UnitShape(1, 1), QueueingTheoryTest.waiting(1));
        return queue.play(perSecond, 150_000, 1).latencies().meanWaitNanos() / SECOND;
    }

    private static List<Fate> fates(Rules rules, long[] at, ServiceModel service, List<Change> changes) {
        var load = new RequestArrivals(at[at.length - 1] + 1_000_000 * SECOND, at, NO_TOKENS, NO_TOKENS);
        Map<Long, List<Fate>> byArrival = new WatchedRun(rules, load, service, RUN).fates(changes);
        return byArrival.values().stream().map(List::getFirst).toList();
    }

    private static Rules rules(Routing routing, int slots, double vcpus) {
        return new Rules(routing, slots, vcpus, Integer.MAX_VALUE, Long.MAX_VALUE, false);
    }

    private static List<Change> fixed(int units) {
        return IntStream.range(0, units)
                .mapToObj(unit -> new Change(0, Change.Kind.ADMIT, unit))
                .toList();
    }

    /// Arrivals with gaps of 1 to 90 ms, `scale` times slower.
    private static long[] times(int scale) {
        var random = new Random(7);
        var at = new long[REQUESTS];
        at[0] = scale * 2L * SECOND;
        for (var request = 1; request < REQUESTS; request++) {
            at[request] = at[request - 1] + scale * (1_000_000 + random.nextLong(89_000_000));
        }
        return at;
    }

    private static ServiceModel service(double cpuMs, double upstreamMs, int scale) {
        return service(scale * cpuMs, scale * upstreamMs, new Variation.Exponential());
    }

    private static ServiceModel steady(double cpuMs, double upstreamMs) {
        return service(cpuMs, upstreamMs, new Variation.Constant());
    }

    private static ServiceModel service(double cpuMs, double upstreamMs, Variation variation) {
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(cpuMs, 0, 0, variation),
                new ServiceModel.Upstream(
                        upstreamMs, variation, 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }
}
