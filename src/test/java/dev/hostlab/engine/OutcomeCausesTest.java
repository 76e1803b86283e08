package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.KeepAlive;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scenario.ScenarioDefaults;
import dev.hostlab.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why a request was not served, as the load balancer would say it. Source: ALB user guide, troubleshooting.
class OutcomeCausesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSilentAnswerThatTakesLongerThanTheIdleTimeoutIs504() {
        var meter = new Meter(new MeterRules(60 * SECOND, false, SECOND, true, Long.MAX_VALUE, false), 0, false);
        answer(meter, 0, 61 * SECOND);
        assertThat(meter.total().timedOut).isEqualTo(1);
        assertThat(meter.total().idleTimeout).isEqualTo(1);
    }

    @Test
    void aClientThatGoesFirstIs460() {
        var meter = new Meter(new MeterRules(10 * SECOND, false, SECOND), 0, false);
        answer(meter, 0, 11 * SECOND);
        assertThat(meter.total().timedOut).isEqualTo(1);
        assertThat(meter.total().idleTimeout).isZero();
    }

    @Test
    void aStreamedAnswerIsSilentOnlyUntilItStarts() {
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, SECOND, false, 60 * SECOND, false), 0, false);
        answer(meter, 5 * SECOND, 300 * SECOND);
        assertThat(meter.total().served).isEqualTo(1);
        answer(meter, 61 * SECOND, 70 * SECOND);
        assertThat(meter.total().timedOut).isEqualTo(1);
        assertThat(meter.total().idleTimeout).isEqualTo(1);
    }

    @Test
    void noTargetIs503AndAFullLineIsNot() {
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, SECOND), 0, false);
        meter.total().foundNoTarget(1);
        meter.rejected();
        assertThat(meter.total().rejected).isEqualTo(2);
        assertThat(meter.total().noTarget).isEqualTo(1);
    }

    @Test
    void whatADrainCutsShortFailsAndIsNotACrash() {
        // 60 s to finish, and half a minute of work behind a full line
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, SECOND), 0, false);
        meter.entered(0);
        meter.started(0);
        meter.lost(0, 60 * SECOND);
        assertThat(meter.total().failed).isEqualTo(1);
        assertThat(meter.total().crashed).isZero();
    }

    @Test
    void aNewTargetsShareGrowsEvenly() {
        // over 100 s of slow start: about a quarter of its turns after 25 s, all of them from 100 s on, and at once
        // where it is alone
        var slow = new SlowStart(100 * SECOND, new RunId(7, 0, false));
        slow.joins(0, 5 * SECOND, true);
        assertThat(slow.isOn(6 * SECOND)).isFalse();
        slow.joins(1, 10 * SECOND, false);
        assertThat(slow.isOn(11 * SECOND)).isTrue();
        var taken = 0;
        for (var turn = 0; turn < 10_000; turn++) {
            taken += slow.takes(1, 35 * SECOND) ? 1 : 0;
            assertThat(slow.takes(0, 35 * SECOND)).isTrue();
        }
        assertThat(taken).isBetween(2_300, 2_700);
        assertThat(slow.takes(1, 110 * SECOND)).isTrue();
        assertThat(slow.isOn(110 * SECOND)).isFalse();
    }

    @Test
    void aConnectionThatItsTargetIsClosingIs502() {
        // two tasks with two connections each, a request in four seconds on each: e^-1.25 of them come after 5 s, and
        // one in four of those in the second after
        var brief = new KeepAlive(5, 1, 2);
        assertThat(brief.lostShare(0.5, 0)).isCloseTo(Math.exp(-1.25) * (1 - Math.exp(-0.25)), within(1e-12));
        var lost = run(brief).requests();
        assertThat((double) lost.keepAlive() / lost.arrived()).isCloseTo(0.0634, within(0.003));
        assertThat(lost.failed()).isEqualTo(lost.keepAlive());
        assertThat(lost.served() + lost.failed() + lost.inFlight()).isEqualTo(lost.arrived());
        assertThat(lost.good()).isLessThanOrEqualTo(lost.served());
        assertThat(run(KeepAlive.LONG).requests().failed()).isZero();
    }

    @Test
    void aBusyConnectionIsNeverClosed() {
        assertThat(new KeepAlive(5, 0.001, 2).lostShare(100, 0)).isLessThan(1e-100);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, false", "5, 60, true", "75, 60, false", "75, 120, true"})
    void aKeepAliveBelowTheIdleTimeoutIsShort(String keepAlive, String idle, boolean isShort) {
        var user = Settings.standard()
                .with(Map.of("alb.targetKeepAliveSeconds", keepAlive, "alb.idleTimeoutSeconds", idle))
                .settings();
        var resolution = ScenarioDefaults.resolve(user, List.of());
        var front = new EcsOnFargate(resolution.settings()).fleetPlan(2).front();
        assertThat(front.keepAlive().isShort()).isEqualTo(isShort);
        assertThat(resolution.notes())
                .filteredOn(note -> note.path().equals("alb.targetKeepAliveSeconds"))
                .hasSize(isShort ? 1 : 0);
    }

    /// A day of a request a second on two tasks.
    private static RunResult run(KeepAlive keepAlive) {
        var plan = Plans.tasks(Routing.ROUND_ROBIN, new ScalingPlan.Fixed());
        var front = new FleetPlan(
                plan.unit(),
                plan.range(),
                plan.initialUnits(),
                plan.routing(),
                plan.start(),
                plan.drain(),
                plan.launches(),
                plan.scaling(),
                plan.rented(),
                new FleetPlan.Front(true, 1, 0, 0, keepAlive));
        var counts = new double[1_440];
        Arrays.fill(counts, 60);
        return SimulationTest.run(front, Plans.minutes(counts), 60, false, 0);
    }

    private static void answer(Meter meter, long wait, long response) {
        meter.entered(0);
        meter.started(wait);
        meter.left(0, wait, response, 0);
    }
}
