package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The calendar queue gives the same order as a heap, whatever its days are fitted to.
class DayQueueTest {

    private static final Comparator<Entry> BY_TIME =
            Comparator.comparingLong(Entry::time).thenComparingInt(Entry::value);

    private record Entry(long time, int value) {}

    /// The hold model: take the earliest, put it back later. Short holds with many ties, holds about a second, and
    /// holds that reach far around the ring.
    @ParameterizedTest
    @CsvSource({"1, 5", "50, 5", "50, 1000000000", "5000, 1000000000", "300, 4000000000000000"})
    void takesInTheOrderOfAHeap(int size, double meanHold) {
        var random = new Random(size);
        var queue = new DayQueue();
        var heap = new PriorityQueue<>(BY_TIME);
        for (var value = 0; value < size; value++) {
            add(queue, heap, hold(random, meanHold), value);
        }
        var fittedAt = 0L;
        for (var step = 1; step <= 20_000; step++) {
            var expected = heap.remove();
            assertThat(queue.earliest()).isEqualTo(expected.time());
            assertThat(queue.first()).isEqualTo(expected.value());
            assertThat(queue.take()).isEqualTo(expected.value());
            add(queue, heap, expected.time() + hold(random, meanHold), expected.value());
            if (step % 1_000 == 0) {
                queue.fit(expected.time() - fittedAt);
                fittedAt = expected.time();
            }
        }
        assertSame(queue, heap);
    }

    /// It grows and empties, and what is added may be earlier than all that is there.
    @Test
    void growsEmptiesAndTakesWhatComesEarlier() {
        var random = new Random(4);
        var queue = new DayQueue();
        var heap = new PriorityQueue<>(BY_TIME);
        var now = 0L;
        for (var round = 0; round < 200; round++) {
            var more = random.nextInt(200);
            for (var value = 0; value < more; value++) {
                add(queue, heap, now + hold(random, 1e9), random.nextInt(50));
            }
            for (var less = random.nextInt(220); less > 0 && !heap.isEmpty(); less--) {
                now = heap.peek().time();
                assertThat(queue.earliest()).isEqualTo(now);
                assertThat(queue.take()).isEqualTo(heap.remove().value());
            }
            if (round % 7 == 0) {
                queue.fit(1 + hold(random, 1e10));
            }
            if (round % 13 == 0) {
                var gone = random.nextInt(50);
                queue.removeIf(value -> value == gone);
                heap.removeIf(entry -> entry.value() == gone);
            }
        }
        assertSame(queue, heap);
    }

    private static void assertSame(DayQueue queue, PriorityQueue<Entry> heap) {
        var expected = new ArrayList<Entry>();
        var found = new ArrayList<Entry>();
        while (!heap.isEmpty()) {
            expected.add(heap.remove());
            found.add(new Entry(queue.earliest(), queue.first()));
            queue.take();
        }
        assertThat(found).isEqualTo(List.copyOf(expected));
        assertThat(queue.earliest()).isEqualTo(Unit.NEVER);
    }

    private static void add(DayQueue queue, PriorityQueue<Entry> heap, long time, int value) {
        queue.add(time, value);
        heap.add(new Entry(time, value));
    }

    private static long hold(Random random, double mean) {
        return (long) (-Math.log(1 - random.nextDouble()) * mean);
    }
}
