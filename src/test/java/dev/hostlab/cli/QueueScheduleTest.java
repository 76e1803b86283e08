package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rates and servers that change, against answers from outside: exact ones of time-dependent queues, and whole numbers
/// that can be worked by hand.
class QueueScheduleTest {

    private static final int REPLICATIONS = 150;

    @TempDir
    Path folder;

    @Test
    void engineAgreesWithTimeDependentQueues() throws IOException {
        var checks = new Checks(REPLICATIONS);
        new Schedules(folder).everyTimeDependentQueue(REPLICATIONS, checks);
        System.out.println("Time-dependent queues: " + checks);
        assertThat(checks.disagreements()).as(checks.toString()).isEmpty();
        assertThat(checks.checks()).isGreaterThan(200);
        assertThat(checks.missedShare()).as(checks.toString()).isBetween(0.01, 0.12);
    }

    @Test
    void backlogsComeOutAsWholeNumbers() throws IOException {
        var disagreements = new ArrayList<String>();
        for (var entry : Schedules.rows("fluid.csv").entrySet()) {
            var backlog = entry.getKey().equals("F5-initial-backlog") ? 250 : 0;
            disagreements.addAll(new Schedules(folder).fluid(entry.getValue(), backlog));
        }
        assertThat(disagreements).isEmpty();
    }
}
