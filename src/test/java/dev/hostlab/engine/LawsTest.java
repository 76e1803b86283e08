package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.routing.Routing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Laws that hold for every run, whatever arrives and however capacity changes, on random ones.
class LawsTest {

    private static final int CASES = 100;

    /// Little, "A proof for the queuing formula L = λW", Operations Research 9 (1961): the area under the number
    /// of requests inside is the sum of their stays. Here it holds exactly, since those that are still inside at
    /// the end count with their stay so far.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void littlesLaw(Routing routing) {
        for (var number = 0; number < CASES; number++) {
            var randomCase = RandomCase.of(routing, number);
            var spent = randomCase.run().timeSpent(randomCase.changes());
            assertThat(spent.insideArea())
                    .as(randomCase.toString())
                    .isCloseTo(spent.stays(), within(1 + 1e-9 * spent.stays()));
        }
    }

    /// The same for slots, on runs in which every slot is given back by an answer.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void slotsAreHeldAsLongAsRequestsHoldThem(Routing routing) {
        var drained = 0;
        for (var number = 0; number < CASES; number++) {
            var randomCase = RandomCase.of(routing, number);
            var spent = randomCase.run().timeSpent(randomCase.changes());
            if (spent.counts().inFlight == 0 && spent.counts().failed == 0 && spent.counts().timedOut == 0) {
                drained++;
                assertThat(spent.busyArea())
                        .as(randomCase.toString())
                        .isCloseTo(spent.holds(), within(1 + 1e-9 * spent.holds()));
            }
        }
        assertThat(drained).as("drained runs").isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Routing.class)
    void everyArrivalHasOneOutcome(Routing routing) {
        for (var number = 0; number < CASES; number++) {
            var randomCase = RandomCase.of(routing, number);
            var counts = randomCase.run().timeSpent(randomCase.changes()).counts();
            assertThat(counts.arrived)
                    .as(randomCase.toString())
                    .isEqualTo(counts.decided() + counts.inFlight)
                    .isEqualTo(randomCase.run().demands().size());
        }
    }
}
