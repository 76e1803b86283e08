package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// Instances started for the tasks that wait and ended when idle, look by look.
class DirectScalerTest {

    private static final CapacityRange RANGE = new CapacityRange(0, 20);

    private static InstanceScaler scaler(int idleSeconds) {
        return new DirectScaling(RANGE, 10, idleSeconds).scaler();
    }

    @Test
    void waitingTasksGetTheirInstancesAtTheFirstLook() {
        var decided = scaler(300).evaluate(10, 2, 5, 2);
        assertThat(decided.desired()).isEqualTo(5);
        assertThat(decided.reason()).contains("3 more", "2 → 5");
    }

    @Test
    void fromNothingOneTaskStartsOneInstanceAndNotTwo() {
        assertThat(scaler(300).evaluate(10, 0, 1, 0).desired()).isEqualTo(1);
        assertThat(scaler(300).evaluate(10, 0, 0, 0).desired()).isZero();
    }

    @Test
    void whatIsOnTheWayIsNotAskedForAgain() {
        assertThat(scaler(300).evaluate(20, 2, 5, 5).desired()).isEqualTo(5);
    }

    @Test
    void idleInstancesEndAfterTheirTimeAndNotBefore() {
        var scaler = scaler(300);
        assertThat(scaler.evaluate(0, 5, 3, 5).desired()).isEqualTo(5);
        assertThat(scaler.evaluate(290, 5, 3, 5).desired()).isEqualTo(5);
        var decided = scaler.evaluate(300, 5, 3, 5);
        assertThat(decided.desired()).isEqualTo(3);
        assertThat(decided.reason()).contains("idle for 300 s", "5 → 3");
    }

    @Test
    void useInBetweenStartsTheWaitAgain() {
        var scaler = scaler(300);
        scaler.evaluate(0, 5, 4, 5);
        scaler.evaluate(200, 5, 5, 5);
        assertThat(scaler.evaluate(310, 5, 4, 5).desired()).isEqualTo(5);
        assertThat(scaler.evaluate(610, 5, 4, 5).desired()).isEqualTo(4);
    }

    @Test
    void oneThatBecameIdleLaterWaitsItsOwnTime() {
        var scaler = scaler(300);
        scaler.evaluate(0, 5, 4, 5);
        scaler.evaluate(290, 5, 2, 5);
        assertThat(scaler.evaluate(300, 5, 2, 5).desired()).isEqualTo(4);
        assertThat(scaler.evaluate(310, 4, 2, 4).desired()).isEqualTo(4);
        assertThat(scaler.evaluate(600, 4, 2, 4).desired()).isEqualTo(2);
    }

    @Test
    void minusOneNeverEndsAny() {
        var scaler = scaler(-1);
        scaler.evaluate(0, 5, 0, 5);
        assertThat(scaler.evaluate(1_000_000, 5, 0, 5).desired()).isEqualTo(5);
    }

    @Test
    void theRangeHolds() {
        assertThat(scaler(300).evaluate(10, 2, 50, 2).desired()).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> new DirectScaling(RANGE, 0, 300));
    }
}
