package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said of workers on a steady load whose backlog comes and goes: eight hours of some 420 messages a minute,
/// each 4.4 s in one of 8 slots of a task.
class QueueAdviceTest {

    private static String compare(String... more) {
        var args = Stream.concat(
                Stream.of(
                        "compare",
                        "sample-workloads/retrieval-worker.csv",
                        "--replications",
                        "1",
                        "--options",
                        "fargate",
                        "--set",
                        "service.preset=retrieval-worker"),
                Stream.of(more));
        var ran = Ran.hostlab(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    /// 7 messages a second × 4.4 s are 31 at once, and three deviations of 5.6 make 48: 6 tasks of 8 slots.
    @Test
    void capacityThatSwingsIsToldWithWhatHoldsIt() {
        assertThat(compare().replaceAll("\\s+", " "))
                .contains("ECS on Fargate swings between 2 and 18 tasks, ")
                .contains("About 6 tasks carry the usual load: capacity.min=6 keeps them");
        assertThat(compare("--set", "capacity.min=6")).doesNotContain("swings").doesNotContain("misses");
    }

    @Test
    void theMetricThatHelpedIsNamed() {
        var out = compare("--metrics", "queue-backlog,in-flight");
        assertThat(out.replaceAll("\\s+", " "))
                .contains("On in-flight the fewer tasks served better")
                .doesNotContain("Neither metric helped");
        assertThat(out.lines().filter(line -> line.startsWith("Fargate           queue-backlog")))
                .hasSize(1)
                .allMatch(line -> line.contains(" min "));
    }
}
