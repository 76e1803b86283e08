package dev.hostlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueTimesTest {

    @Test
    void comesInOrderOfTimeHoweverItWasAdded() {
        var random = new Random(7);
        var due = new DueTimes();
        var times = new long[500];
        for (var thing = 0; thing < times.length; thing++) {
            times[thing] = random.nextInt(200);
            due.add(times[thing], thing);
        }
        var taken = new ArrayList<Integer>();
        var before = Long.MIN_VALUE;
        while (due.next() < Long.MAX_VALUE) {
            var next = due.next();
            var thing = due.take();
            assertThat(times[thing]).isEqualTo(next).isGreaterThanOrEqualTo(before);
            before = next;
            taken.add(thing);
        }
        assertThat(taken).hasSize(times.length).doesNotHaveDuplicates();
    }
}
