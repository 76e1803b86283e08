package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// ECS cluster auto scaling on given counts: the worked cases that the behaviour notes call L6.
class ManagedScalerTest {

    private static final CapacityRange RANGE = new CapacityRange(0, 100);

    private static ManagedScaling policy(double target) {
        return new ManagedScaling(target, RANGE, 300, 15, 0.5, 900);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "0, 1, 200", "0, 10, 200", "3, 2, 66.66666666666667", "4, 10, 250", "4, 0, 0", "8, 7, 87.5"
    })
    void reservationIsNeededOverRunning(int running, int needed, double percent) {
        assertThat(ManagedScaling.reservation(running, needed)).isEqualTo(percent);
    }

    @ParameterizedTest
    // N = 3, two tasks an instance, 6 running and 5 waiting: M = 3 + ceil(5 ÷ 2) = 6, reservation 200 %
    @CsvSource({
        "3, 6, 100, 6",
        "3, 6, 80, 8",
        "3, 2, 50, 4",
        "0, 1, 100, 2",
        "0, 1, 50, 2",
        "5, 8, 80, 10",
        "5, 9, 90, 10",
        "5, 5, 75, 7"
    })
    void scalesOutToTheSmallestGroupThatMeetsTheTarget(int running, int needed, double target, int wanted) {
        var decided = new ManagedScaler(policy(target)).evaluate(60, running, needed, running);
        assertThat(decided.desired()).isEqualTo(wanted);
    }

    @Test
    void nothingNeededAndNothingRunningStaysSo() {
        assertThat(new ManagedScaler(policy(80)).evaluate(60, 0, 0, 0).desired())
                .isZero();
    }

    @Test
    void scaleInWaitsFifteenPointsAndThenHalvesEachMinute() {
        assertThat(scaleIn(new ManagedScaler(policy(100)), 26, 2)).containsExactly("15:13", "16:7", "17:4", "18:2");
    }

    @Test
    void theOldFivePercentLimitTakesOneInstanceEachMinute() {
        var old = new ManagedScaler(new ManagedScaling(100, RANGE, 300, 15, 0.05, 900));
        var changes = scaleIn(old, 26, 2);
        assertThat(changes).hasSize(24).startsWith("15:25").endsWith("38:2");
    }

    @Test
    void oneReservationAboveTheTargetRestartsTheWait() {
        var scaler = new ManagedScaler(policy(100));
        for (var minute = 1; minute <= 14; minute++) {
            assertThat(scaler.evaluate(60L * minute, 3, 2, 3).desired()).isEqualTo(3);
        }
        assertThat(scaler.evaluate(900, 3, 4, 3).desired()).isEqualTo(4);
        for (var minute = 16; minute <= 30; minute++) {
            assertThat(scaler.evaluate(60L * minute, 4, 2, 4).desired())
                    .as("within 15 minutes of a scale-out")
                    .isEqualTo(minute < 30 ? 4 : 2);
        }
    }

    @Test
    void secondScaleOutWaitsForTheWarmUpOfTheFirst() {
        var scaler = new ManagedScaler(policy(100));
        assertThat(scaler.evaluate(0, 3, 6, 3).desired()).isEqualTo(6);
        // at 120 s ten more tasks need five more instances: the group stays at 6 until 300 s
        for (var at = 120; at < 300; at += 60) {
            assertThat(scaler.evaluate(at, 3, 11, 6)).isEqualTo(new Resize(6, "instances warming up until 0:05:00"));
        }
        assertThat(scaler.evaluate(300, 6, 11, 6).desired()).isEqualTo(11);
    }

    private static List<String> scaleIn(ManagedScaler scaler, int start, int needed) {
        var changes = new ArrayList<String>();
        var running = start;
        for (var minute = 1; minute <= 60; minute++) {
            var wanted = scaler.evaluate(60L * minute, running, needed, running).desired();
            if (wanted != running) {
                changes.add(minute + ":" + wanted);
                running = wanted;
            }
        }
        return changes;
    }
}
