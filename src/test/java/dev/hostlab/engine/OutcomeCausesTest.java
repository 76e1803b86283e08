package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Why a request was not served, as the load balancer would say it. Source: ALB user guide, troubleshooting.
class OutcomeCausesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSilentAnswerThatTakesLongerThanTheIdleTimeoutIs504() {
        var meter = new Meter(new MeterRules(60 * SECOND, false, SECOND, true, Long.MAX_VALUE), 0, false);
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
        var meter = new Meter(new MeterRules(Long.MAX_VALUE, false, SECOND, false, 60 * SECOND), 0, false);
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

    private static void answer(Meter meter, long wait, long response) {
        meter.entered(0);
        meter.started(wait);
        meter.left(0, wait, response);
    }
}
