package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.engine.reference.Demand;
import dev.hostlab.engine.reference.Fate;
import dev.hostlab.engine.reference.Fate.Outcome;
import dev.hostlab.engine.reference.ReferenceSimulator;
import dev.hostlab.engine.reference.ReferenceSimulator.Snapshot;
import dev.hostlab.routing.Routing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The kernel that hosts the options against a slow simulator that shares no code with it, on random fleets, loads
/// and services, request by request: when each got its slot, when it was done, how it ended, and which unit had it.
class ReferenceTest {

    private static final int CASES = Integer.getInteger("hostlab.reference.cases", 60);

    private static final long CLEAR_OF_ROUNDING = 20_000;

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyRequestFaresAsInTheReference(Routing routing) {
        var outcomes = EnumSet.noneOf(Outcome.class);
        for (var number = 0; number < CASES; number++) {
            var randomCase = RandomCase.of(routing, number);
            var run = randomCase.run();
            var reference = new ReferenceSimulator(run.rules());
            var demands = run.demands();
            var expected =
                    reference.play(demands, randomCase.changes(), run.load().horizonNanos());
            var byArrival = new TreeMap<Long, List<Fate>>();
            for (var index = 0; index < demands.size(); index++) {
                byArrival
                        .computeIfAbsent(demands.get(index).arrivesAt(), at -> new ArrayList<>())
                        .add(expected.get(index));
                outcomes.add(expected.get(index).outcome());
            }
            assertSame(randomCase, run.fates(randomCase.changes()), byArrival);
            assertSameUnits(randomCase, reference.history());
            assertThat(run.cpuUsedNanos(randomCase.changes()))
                    .as("CPU time in %s", randomCase)
                    .isCloseTo(reference.cpuUsedNanos(), within(1_000 + 1e-9 * reference.cpuUsedNanos()));
        }
        assertThat(outcomes).as("every way to end is tried").isEqualTo(possible(routing));
    }

    /// Where no CPU is shared, production computes departures; they are the reference's.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void computedDeparturesAreThoseOfTheReference(Routing routing) {
        var compared = 0;
        for (var number = 0; number < CASES; number++) {
            var randomCase = RandomCase.of(routing, number);
            var run = randomCase.run();
            if (randomCase.sharesCpu()) {
                continue;
            }
            var demands = run.demands();
            var fates = new ReferenceSimulator(run.rules())
                    .play(demands, randomCase.changes(), run.load().horizonNanos());
            var expected = IntStream.range(0, demands.size())
                    .filter(index -> fates.get(index).endedAt() >= 0)
                    .mapToObj(index -> answer(demands.get(index), fates.get(index)))
                    .sorted(WatchedRun.Answer.IN_ORDER)
                    .toList();
            compared += expected.size();
            assertThat(run.answers(randomCase.changes()))
                    .as(randomCase.toString())
                    .isEqualTo(expected);
        }
        assertThat(compared).as("answers compared").isGreaterThan(20 * CASES);
    }

    private static WatchedRun.Answer answer(Demand demand, Fate fate) {
        return new WatchedRun.Answer(fate.startedAt() - demand.arrivesAt(), fate.endedAt() - demand.arrivesAt());
    }

    /// The central queue has room for everybody.
    private static EnumSet<Outcome> possible(Routing routing) {
        return routing == Routing.CENTRAL
                ? EnumSet.complementOf(EnumSet.of(Outcome.REJECTED))
                : EnumSet.allOf(Outcome.class);
    }

    private static void assertSame(RandomCase randomCase, Map<Long, List<Fate>> found, Map<Long, List<Fate>> expected) {
        assertThat(found.keySet()).as("arrivals of %s", randomCase).isEqualTo(expected.keySet());
        expected.forEach((arrived, fates) -> {
            var here = sorted(found.getOrDefault(arrived, List.of()));
            var there = sorted(fates);
            assertThat(here).as("requests at %d ns in %s", arrived, randomCase).hasSameSizeAs(there);
            for (var index = 0; index < there.size(); index++) {
                assertSame(here.get(index), there.get(index), randomCase);
            }
        });
    }

    /// Times are exact where no CPU is shared. Shares are not whole nanoseconds, so each end of CPU work may be
    /// rounded the other way: by at most as many nanoseconds as there were requests before.
    private static void assertSame(Fate found, Fate expected, RandomCase randomCase) {
        var requests = (long) randomCase.run().load().requests();
        var slack = within(randomCase.sharesCpu() ? requests + (long) (1e-9 * expected.endedAt()) : 0);
        assertThat(found.outcome()).as("outcome in %s", randomCase).isEqualTo(expected.outcome());
        assertThat(found.startedAt()).as("start in %s", randomCase).isCloseTo(expected.startedAt(), slack);
        assertThat(found.endedAt()).as("end in %s", randomCase).isCloseTo(expected.endedAt(), slack);
    }

    private static List<Fate> sorted(List<Fate> fates) {
        return fates.stream()
                .sorted(Comparator.comparing(Fate::outcome)
                        .thenComparingLong(Fate::startedAt)
                        .thenComparingLong(Fate::endedAt))
                .toList();
    }

    private static void assertSameUnits(RandomCase randomCase, List<Snapshot> history) {
        var moments = new ArrayList<Long>();
        var expected = new ArrayList<List<Integer>>();
        for (var index = 0; index + 1 < history.size(); index++) {
            var gap = history.get(index + 1).at() - history.get(index).at();
            if (gap > CLEAR_OF_ROUNDING) {
                moments.add(history.get(index).at() + gap / 2);
                expected.add(history.get(index).outstanding());
            }
        }
        var found = randomCase.run().outstandingAt(moments, randomCase.changes());
        for (var index = 0; index < moments.size(); index++) {
            assertThat(found.get(index).outstanding())
                    .as("requests in each unit at %d ns in %s", moments.get(index), randomCase)
                    .isEqualTo(expected.get(index));
        }
    }
}
