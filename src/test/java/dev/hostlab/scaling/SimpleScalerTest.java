package dev.hostlab.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Beanstalk's trigger on a given metric: the worked trace that the behaviour notes call L5.
class SimpleScalerTest {

    private static final int LAUNCH_SECONDS = 150;
    private static final int TERMINATE_SECONDS = 30;

    /// Millions of bytes a minute per instance, one five-minute point each, usable at its end.
    private static final double[] POINTS = {3, 8, 8, 7, 5, 5, 1, 1, 1};

    @Test
    void defaultTriggerGivesTheWorkedTraceL5() {
        // minute 10 → 2 (blocked to 18.5), 19 → 3 (blocked to 27.5), 28 at 5 MB nothing, 35 → 2 (to 41.5), 42 → 1
        assertThat(changes(1)).containsExactly("10:2", "19:3", "35:2", "42:1");
    }

    @Test
    void readPerFiveMinutesTheGroupScalesOutFromMinuteFive() {
        assertThat(changes(5).getFirst()).isEqualTo("5:2");
    }

    @Test
    void atTheMaximumNothingHappensAndNoCooldownStarts() {
        var scaler = new SimpleScaler(new SimpleScaling(6, 2, 1, 1, 1, new CapacityRange(1, 2), 360));
        scaler.observe(9);
        assertThat(scaler.evaluate(60, 2)).isEqualTo(new Resize(2, "at maximum 2"));
        scaler.observe(1);
        assertThat(scaler.evaluate(120, 2).desired()).isEqualTo(1);
    }

    private static List<String> changes(double factor) {
        var scaler = new SimpleScaler(new SimpleScaling(6, 2, 1, 1, 1, new CapacityRange(1, 4), 360));
        var changes = new ArrayList<String>();
        var desired = 1;
        var activityEnds = Long.MAX_VALUE;
        for (var minute = 1; minute <= 45; minute++) {
            var at = 60L * minute;
            if (activityEnds <= at) {
                scaler.activityEnded(activityEnds);
                activityEnds = Long.MAX_VALUE;
            }
            if (minute % 5 == 0) {
                scaler.observe(factor * POINTS[minute / 5 - 1]);
            }
            var wanted = scaler.evaluate(at, desired).desired();
            if (wanted != desired) {
                changes.add(minute + ":" + wanted);
                activityEnds = at + (wanted > desired ? LAUNCH_SECONDS : TERMINATE_SECONDS);
                desired = wanted;
            }
        }
        return changes;
    }
}
