package dev.hostlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Fulfilment;
import dev.hostlab.scaling.ScalingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionStoryTest {

    private static final Clocks CLOCKS = new Clocks(180, 158, 12, 13, 4, 50, 17);

    @Test
    void aScaleOutIsToldFromTheLoadToTheLastUnit() {
        var how = new Fulfilment(
                List.of(
                        new Fulfilment.Step("waits for the account's vCPU quota", 4),
                        new Fulfilment.Step("image pull", 50),
                        new Fulfilment.Step("registration", 0),
                        new Fulfilment.Step("first health check", 17)),
                3,
                71,
                95,
                40);
        var decision = decision(4, 7, how);
        assertThat(DecisionStory.before(decision))
                .isEqualTo("metric 3 min, published 2.63 min, alarm 12 s, action 13 s");
        assertThat(DecisionStory.after(decision))
                .isEqualTo("waits for the account's vCPU quota 4 s, image pull 50 s, first health check 17 s; 3"
                        + " units, the last after 95 s; 40 s paid before serving");
        assertThat(DecisionStory.seconds(decision)).isEqualTo(434);
        assertThat(DecisionStory.clocks(CLOCKS))
                .extracting(Fulfilment.Step::seconds)
                .containsExactly(180.0, 158.0, 12.0, 13.0, 4.0, 50.0, 17.0);
    }

    @Test
    void aScaleInTellsWhatWasStillPaid() {
        var steps = List.of(new Fulfilment.Step("finishes what it has", 300), new Fulfilment.Step("stops", 1));
        var decision = decision(3, 2, new Fulfilment(steps, 1, 301, 301, 301));
        assertThat(DecisionStory.after(decision))
                .isEqualTo("finishes what it has 5 min, stops 1 s; 5.02 min paid after leaving");
        assertThat(DecisionStory.seconds(decision)).isZero();
    }

    @Test
    void aScaleOutWithoutAUnitSaysSo() {
        assertThat(DecisionStory.after(decision(2, 3, Fulfilment.NONE))).isEqualTo("no unit has come of it");
        assertThat(DecisionStory.after(decision(3, 2, Fulfilment.NONE))).isEmpty();
    }

    private static ScalingDecision decision(int from, int to, Fulfilment how) {
        return new ScalingDecision(0, "tasks", from, to, "cpu", 80, "3 of 3 points above 60", CLOCKS, how);
    }
}
