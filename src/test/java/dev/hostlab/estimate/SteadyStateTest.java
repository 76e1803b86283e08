package dev.hostlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The steady state against results that are known in closed form.
class SteadyStateTest {

    private static final double EXPONENTIAL = 1;

    private static SteadyState fleet(int slots, double vcpus, double cpuSeconds, double upstreamSeconds) {
        return new SteadyState(
                new UnitPlan("task", slots, vcpus, 1_024, 1, 1_024),
                Routing.CENTRAL,
                new SteadyState.MeanDemand(cpuSeconds, upstreamSeconds),
                EXPONENTIAL);
    }

    /// Erlang's C formula by its recursion over B (Cooper, "Introduction to queueing theory", 1981, ch. 3).
    private static double erlangC(int servers, double erlangs) {
        var b = 1.0;
        for (var n = 1; n <= servers; n++) {
            b = erlangs * b / (n + erlangs * b);
        }
        return servers * b / (servers - erlangs * (1 - b));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.8", "4, 0.8", "4, 0.9", "50, 0.9", "50, 0.95", "200, 0.95"})
    void singleSlotsAreErlangC(int units, double load) {
        var steady = fleet(1, 1, 1, 0);
        steady.look(units, load);
        var waits = erlangC(units, load * units);
        assertThat(steady.waitShare()).isCloseTo(waits, within(1e-6));
        assertThat(steady.waitSeconds()).isCloseTo(waits / (units * (1 - load)), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.4", "0.8", "0.9"})
    void oneSharedCpuStretchesWorkAsProcessorSharingDoes(double load) {
        var steady = fleet(250, 1, 0.01, 0);
        steady.look(1, load);
        assertThat(steady.stretch()).isCloseTo(1 / (1 - load), within(0.01));
    }

    @Test
    void turnsHalveTheWaitOfManySingleSlots() {
        // M/M/1 at 80 %: 4 s. Of 32 units in turn, each gets nearly regular arrivals: about half of that (G/M/1 with
        // D arrivals: 1.69 s, Kleinrock, "Queueing systems", vol. 1, 1975, ch. 6), as the exact runs found.
        var steady = new SteadyState(
                new UnitPlan("task", 1, 1, 1_024, 1, 1_024),
                Routing.ROUND_ROBIN,
                new SteadyState.MeanDemand(1, 0),
                EXPONENTIAL);
        steady.look(32, 0.8);
        assertThat(steady.waitSeconds()).isCloseTo(1.7, within(0.1));
        steady.look(1, 0.8);
        assertThat(steady.waitSeconds()).isCloseTo(4, within(0.02));
    }

    @Test
    void waitingElsewhereTakesNoCpu() {
        var steady = fleet(250, 1, 0.01, 0.5);
        steady.look(1, 0.8);
        assertThat(steady.stretch()).isCloseTo(5, within(0.05));
        assertThat(steady.waitSeconds()).isCloseTo(0, within(1e-6));
    }

    @Test
    void fullSlotsThatMostlyWaitWorkAtSlotsOverHoldingTime() {
        var unit = new ServedUnit(new UnitPlan("task", 10, 1, 1_024, 1, 0), 0.001, 2);
        assertThat(unit.mostPerSecond()).isCloseTo(10 / 2.001, within(0.01));
        assertThat(unit.rate(5)).isCloseTo(5 / 2.001, within(0.01));
    }

    @Test
    void manySlotsAreCutIntoPartsWithoutLosingWork() {
        var unit = new ServedUnit(new UnitPlan("instance", 1_000, 4, 1_024, 1, 0), 0.02, 0.1);
        assertThat(unit.mostPerSecond()).isCloseTo(4 / 0.02, within(0.5));
    }
}
