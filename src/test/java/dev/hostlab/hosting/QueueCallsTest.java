package dev.hostlab.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.hosting.QueueCalls.Batches;
import dev.hostlab.hosting.QueueCalls.Messages;
import dev.hostlab.settings.Settings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Requests that Amazon SQS counts, by hand.
class QueueCallsTest {

    private static final double DAY = 86_400;

    @Test
    void aMessageIsSentReceivedAndDeletedInACallEach() {
        assertThat(QueueCalls.ONE_BY_ONE.requests(new Messages(1_000, 400, 600, 1_000, 0, 0)))
                .isEqualTo(3_000);
    }

    @Test
    void emptyReceivesAndChangesOfVisibilityAreRequestsToo() {
        assertThat(QueueCalls.ONE_BY_ONE.requests(new Messages(10, 10, 1, 9, 7, 90)))
                .isEqualTo(10 + 11 + 9 + 7 + 90);
    }

    @Test
    void batchesDivideTheCallsButNotThoseOfWaitingWorkers() {
        var calls = new QueueCalls(20, 0, new Batches(10, 10, 5), 0);
        // 1,000 ÷ 10 sends, 400 alone, 600 ÷ 10 receives, 1,000 ÷ 5 deletes
        assertThat(calls.requests(new Messages(1_000, 400, 600, 1_000, 0, 0))).isEqualTo(100 + 400 + 60 + 200);
    }

    @Test
    void each64KibBegunOfACallIsARequest() {
        var large = new QueueCalls(20, 0, Batches.NONE, 150_000);
        // 150,000 bytes are 2.3 chunks: 3 a send, 3 a receive, 1 a delete
        assertThat(large.requests(new Messages(100, 50, 50, 100, 0, 0))).isEqualTo(300 + 300 + 100);
        var exact = new QueueCalls(20, 0, Batches.NONE, 65_536);
        assertThat(exact.requests(new Messages(1, 1, 0, 1, 0, 0))).isEqualTo(3);
        // ten of 20,000 bytes in a call are 200,000 bytes, 4 chunks
        var batched = new QueueCalls(20, 0, new Batches(10, 10, 10), 20_000);
        assertThat(batched.requests(new Messages(100, 0, 100, 100, 0, 0))).isEqualTo(40 + 40 + 10);
    }

    @Test
    void anIdlePollerReceivesThreeTimesAMinute() {
        assertThat(QueueCalls.ONE_BY_ONE.emptyReceives(60, 0)).isEqualTo(3);
        // two tasks of 8 slots through a night of 8 hours
        var slots = QueueCalls.ONE_BY_ONE.waiting(2 * 8 * 28_800.0, 2 * 28_800.0);
        assertThat(QueueCalls.ONE_BY_ONE.emptyReceives(slots, 0)).isEqualTo(23_040);
        // and with one receiving loop a task
        var loops = new QueueCalls(20, 1, Batches.NONE, 0);
        assertThat(loops.emptyReceives(loops.waiting(2 * 8 * 28_800.0, 2 * 28_800.0), 0))
                .isEqualTo(2_880);
        assertThat(loops.waiting(0.5, 60))
                .as("idle slots are fewer than pollers")
                .isEqualTo(0.5);
        assertThat(loops.waiting(-1e-9, 60)).isZero();
    }

    /// Waits of random lengths, each cut into polls of 20 s, of which all but the last are empty.
    @Test
    void messagesThatComeToPollersLeaveFewerEmptyReceives() {
        var random = new SplittableRandom(20_261_123);
        for (var meanWait : new double[] {2, 10, 20, 60, 500}) {
            var waits = (int) (2e6 / meanWait);
            var waited = 0.0;
            var empty = 0.0;
            for (var wait = 0; wait < waits; wait++) {
                var seconds = -meanWait * StrictMath.log(1 - random.nextDouble());
                waited += seconds;
                empty += StrictMath.floor(seconds / 20);
            }
            var expected = QueueCalls.ONE_BY_ONE.emptyReceives(waited, waits);
            assertThat(expected)
                    .as("a wait of %s s", meanWait)
                    .isCloseTo(empty, within(5 * StrictMath.sqrt(empty + 1) * (1 + meanWait / 20)));
        }
    }

    @Test
    void busyPollersHardlyEverComeBackEmpty() {
        assertThat(QueueCalls.ONE_BY_ONE.emptyReceives(0, 50)).isZero();
        assertThat(QueueCalls.ONE_BY_ONE.emptyReceives(1, 1e9)).isZero();
        assertThat(QueueCalls.ONE_BY_ONE.emptyReceives(DAY, DAY)).isLessThan(1e-3);
    }

    @Test
    void settingsSayHowTheApiIsCalled() {
        assertThat(QueueCalls.of(Settings.standard())).isEqualTo(new QueueCalls(20, 0, Batches.NONE, 2_000));
        assertThatThrownBy(() -> new Batches(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new QueueCalls(0, 0, Batches.NONE, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
