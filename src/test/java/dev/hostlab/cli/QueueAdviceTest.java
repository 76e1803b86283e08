package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /// What is compared stands together, and options keep their colour.
    @Test
    void metricsOfOneOptionStandTogether(@TempDir Path folder) throws IOException {
        var report = folder.resolve("report.html");
        var ran = Ran.hostlab(
                "compare",
                "sample-workloads/code-assistant.csv",
                "--replications",
                "1",
                "--options",
                "ecs-ec2,fargate",
                "--metrics",
                "cpu,in-flight",
                "--report",
                report.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        var rows = ran.out()
                .lines()
                .filter(line -> line.matches("(ECS on EC2|Fargate) +(cpu|in-flight) .*"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.subList(0, 2)).allMatch(row -> row.startsWith("ECS on EC2 "));
        assertThat(rows.get(2)).startsWith("Fargate cpu ");
        assertThat(Files.readString(report))
                .contains(
                        "<td class=\"w fargate\"><span class=\"square\"></span>Fargate</td><td class=\"w\">in-flight");
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
