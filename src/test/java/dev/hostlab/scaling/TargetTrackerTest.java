package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Target tracking of an ECS service on a given metric: the worked trace that the behaviour notes call L1.
class TargetTrackerTest {

    private static final TargetTracking POLICY =
            new TargetTracking(50, new CapacityRange(2, 20), 300, 300, TargetTracking.AlarmShape.ECS, 1.0);

    @Test
    void exogenousMetricGivesTheWorkedTraceL1() {
        var metric = new double[42];
        fill(metric, 1, 3, 40);
        fill(metric, 4, 8, 80);
        fill(metric, 9, 10, 95);
        fill(metric, 11, 16, 55);
        fill(metric, 17, 41, 30);
        var expected = new int[42];
        fill(expected, 1, 5, 4);
        fill(expected, 6, 8, 7); // 3 of 3: ceil(4 × 80 ÷ 50) = 7, base 4, cooldown to 11
        fill(expected, 9, 13, 8); // ceil(4 × 95 ÷ 50) = 8, larger: timer restarts to 14
        fill(expected, 14, 30, 9); // cooldown over, base 8: ceil(8 × 55 ÷ 50) = 9
        fill(expected, 31, 35, 6); // 15 of 15 low: ceil(9 × 30 ÷ 50) = 6
        fill(expected, 36, 40, 4); // ceil(6 × 0.6) = 4
        fill(expected, 41, 41, 3); // ceil(4 × 0.6) = 3

        assertThat(desiredByMinute(metric)).isEqualTo(expected);
    }

    @Test
    void reasonsNameTheAlarmAndTheChange() {
        var tracker = new TargetTracker(POLICY);
        for (var minute = 0; minute < 3; minute++) {
            tracker.observe(80);
        }
        assertThat(tracker.evaluate(180, 4).reason()).isEqualTo("3 of 3 points above 50; 4 → 7");
        assertThat(tracker.evaluate(240, 7).reason()).isEqualTo("3 of 3 points above 50; cooldown until 0:08:00");
    }

    @ParameterizedTest
    @CsvSource({"4, 100, 8", "3, 60, 4", "10, 51, 11", "10, 50, 10"})
    void wantsTheProportionalCapacityRoundedUp(int capacity, double metric, int wanted) {
        var tracker = new TargetTracker(new TargetTracking(
                50, new CapacityRange(1, 100), 300, 300, new TargetTracking.AlarmShape(1, 15, 0.9), 1.0));
        tracker.observe(metric);
        assertThat(tracker.evaluate(60, capacity).desired()).isEqualTo(wanted);
    }

    @Test
    void exactRatiosDoNotOvershootByARoundingError() {
        // 3 × 0.27 ÷ 0.27 is 3, and 0.27 ÷ 0.09 is 3.0000000000000004 in binary
        var tracker = new TargetTracker(new TargetTracking(
                0.09, new CapacityRange(1, 100), 300, 300, new TargetTracking.AlarmShape(1, 15, 0.9), 1.0));
        tracker.observe(0.27);
        assertThat(tracker.evaluate(60, 1).desired()).isEqualTo(3);
    }

    @Test
    void missingPointsNeverScale() {
        var tracker = new TargetTracker(POLICY);
        for (var minute = 1; minute <= 40; minute++) {
            tracker.observe(Double.NaN);
            assertThat(tracker.evaluate(60L * minute, 9)).isEqualTo(new Resize(9, "no alarm"));
        }
    }

    private static int[] desiredByMinute(double[] metric) {
        var tracker = new TargetTracker(POLICY);
        var desired = new int[metric.length];
        var now = 4;
        for (var minute = 1; minute < metric.length; minute++) {
            tracker.observe(metric[minute]);
            now = tracker.evaluate(60L * minute, now).desired();
            desired[minute] = now;
        }
        return desired;
    }

    private static void fill(double[] values, int from, int to, double value) {
        java.util.Arrays.fill(values, from, to + 1, value);
    }

    private static void fill(int[] values, int from, int to, int value) {
        java.util.Arrays.fill(values, from, to + 1, value);
    }
}
