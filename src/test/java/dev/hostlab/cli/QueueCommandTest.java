package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hostlab.theory.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `hostlab queue` as those who call it see it.
class QueueCommandTest {

    @TempDir
    Path folder;

    @Test
    void jsonHasEveryFigure() {
        var json = queue("--lambda 0.8 --mu 1 --json -").json();
        for (var figure : Figure.values()) {
            assertThat(json.get(figure.id()).get("mean").isNumber())
                    .as(figure.id())
                    .isTrue();
            assertThat(json.get(figure.id()).get("halfWidth95").isNumber())
                    .as(figure.id())
                    .isTrue();
        }
        assertThat(json.get("Wq").get("theory").asDouble()).isCloseTo(4, within(1e-9));
        assertThat(json.get("requests").asLong()).isBetween(15_000L, 17_000L);
        assertThat(json.get("requestsPerSecond").asDouble()).isPositive();
        assertThat(json.get("wallSeconds").asDouble()).isPositive();
    }

    @Test
    void tablePutsExactBesideSimulated() {
        var ran = queue("--lambda 0.8 --mu 1");
        assertThat(ran.out())
                .contains("mean wait, s")
                .contains("Exact by M/M/c, Erlang C")
                .contains("Seed 7");
        assertThat(queue("--lambda 1.6 --mu 1 --c 2 --routing jsq").out()).contains("Theory has no exact answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lambda 3.2 --mu 1 --c 4",
                "--lambda 1.6 --mu 1 --c 2 --routing jsq --service erl2",
                "--lambda 2 --mu 1 --c 4 --setup exp:10 --delayoff det:5"
            })
    void figuresDoNotDependOnThreads(String queue) {
        var one = figures(queue(queue + " --threads 1 --json -"));
        assertThat(figures(queue(queue + " --threads 3 --json -"))).isEqualTo(one);
        assertThat(figures(queue(queue + " --threads 2 --seed 8 --json -"))).isNotEqualTo(one);
    }

    @Test
    void queueWithoutEndIsNamedUnstable() {
        var ran = queue("--lambda 4 --mu 1 --c 4 --json -");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().get("stable").asBoolean()).isFalse();
        assertThat(ran.json().get("Wq").get("mean").isNull()).isTrue();
        assertThat(queue("--lambda 4 --mu 1 --c 4").out())
                .contains("Unstable")
                .doesNotContain("mean wait")
                .doesNotContain("NaN");
        assertThat(queue("--lambda 4 --mu 1 --c 4 --K 20").out()).contains("mean wait");
    }

    @Test
    void singleRunHasIntervalsFromBatches() {
        var json = Ran.hostlab("queue --lambda 0.5 --mu 1 --requests 400000 --replications 1 --json -".split(" "))
                .json();
        var wait = json.get("Wq");
        assertThat(wait.get("halfWidth95").asDouble()).isBetween(0.005, 0.05);
        assertThat(wait.get("mean").asDouble())
                .isBetween(
                        1 - 2 * wait.get("halfWidth95").asDouble(),
                        1 + 2 * wait.get("halfWidth95").asDouble());
    }

    @Test
    void replicationsAreAddedUntilPreciseEnough() {
        var json = queue("--lambda 0.8 --mu 1 --precision 0.05 --json -").json();
        assertThat(json.get("replications").asInt()).isGreaterThan(4);
        assertThat(json.get("Wq").get("halfWidth95").asDouble())
                .isLessThanOrEqualTo(0.05 * json.get("Wq").get("mean").asDouble());
        var limited = queue("--lambda 0.8 --mu 1 --precision 0.0001 --max-replications 8 --json -");
        assertThat(limited.json().get("replications").asInt()).isEqualTo(8);
    }

    @Test
    void startsThatAreNotCancelledArePaidFor() {
        var cancelled = queue("--lambda 2 --mu 1 --c 4 --setup exp:10 --cancel-setups --json -")
                .json();
        var kept = queue("--lambda 2 --mu 1 --c 4 --setup exp:10 --json -").json();
        assertThat(kept.get("E_on").get("mean").asDouble())
                .isGreaterThan(cancelled.get("E_on").get("mean").asDouble());
        assertThat(kept.get("E_setup").get("mean").asDouble())
                .isGreaterThan(cancelled.get("E_setup").get("mean").asDouble());
    }

    @Test
    void fixedPatienceEndsWaitsAtThatTime() {
        var json = queue("--lambda 6 --mu 1 --c 4 --patience det:2 --json -").json();
        assertThat(json.get("Wq_p99").get("mean").asDouble()).isBetween(1.99, 2.0);
        assertThat(json.get("P_abandon").get("mean").asDouble()).isBetween(0.3, 0.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lambda 5 --mu 1 --c 4 --K 4 --discipline ps",
                "--lambda 5 --mu 1 --c inf --K 4",
                "--lambda 5 --mu 1 --c 9 --K 4",
                "--lambda 5 --mu 1 --c 9 --K 4 --patience exp:0.001",
                "--lambda 5 --mu 1 --c 4 --K 4 --service det"
            })
    void fullSystemTurnsAwayAsErlangSaid(String queue) {
        // Erlang B: 5 Erlangs on 4 servers, 625/24 ÷ (1 + 5 + 25/2 + 125/6 + 625/24) = 0.3983
        var json = Ran.hostlab(("queue --requests 40000 --replications 4 --json - " + queue).split(" "))
                .json();
        assertThat(json.get("P_block").get("mean").asDouble()).isCloseTo(0.3983, within(0.01));
        assertThat(json.get("L").get("mean").asDouble()).isCloseTo(5 * (1 - 0.3983), within(0.05));
    }

    /// M/M/1-PS at 95 %: 19 inside in the mean, above 64 for 3.6 % of the time, which is more than
    /// a unit starts with.
    @Test
    void sharedProcessorsHoldAsManyAsCome() {
        var json = Ran.hostlab("queue --requests 400000 --replications 4 --discipline ps --lambda 0.95 --mu 1 --json -"
                        .split(" "))
                .json();
        assertThat(json.get("L").get("mean").asDouble()).isCloseTo(19, within(1.5));
    }

    @Test
    void everythingThatIsWrongIsListed() {
        var ran = Ran.hostlab(
                "queue --interarrival sometimes --service h2-0.5 --mu 0 --c none --patience exp:-1".split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("--interarrival")
                .contains("--service")
                .contains("--mu")
                .contains("--c:")
                .contains("--patience")
                .contains("--lambda: It is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lambda 1 --mu 1 --c 2 --setup exp:1 --routing random",
                "--lambda 1 --mu 1 --c 2 --discipline ps --patience exp:1",
                "--lambda 1 --mu 1 --c 2 --delayoff exp:1",
                "--population 5 --mu 1",
                "--lambda 1 --mu 1 --replications 0",
                "--lambda 1 --mu 1 --discipline lifo",
                "--lambda 1 --mu 1 --routing shortest"
            })
    void whatCannotGoTogetherIsRefused(String queue) {
        var ran = Ran.hostlab(("queue " + queue).split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("Problem:");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void scheduleNamesTheLineThatIsWrong() throws IOException {
        var file = folder.resolve("wrong.csv");
        Files.writeString(file, "end_seconds,lambda,c\n60,2,4\n50,2,4\n120,x,4\n180,-1,4\n240,2\n");
        var ran = Ran.hostlab("queue", "--schedule", file.toString(), "--mu", "1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("line 3")
                .contains("line 4")
                .contains("line 5")
                .contains("line 6");
        assertThat(Ran.hostlab("queue", "--schedule", "missing.csv", "--mu", "1")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void scheduleTellsEveryRow() throws IOException {
        var file = folder.resolve("schedule.csv");
        Files.writeString(file, "end_seconds,lambda,c\n60,2,4\n120,6,4\n180,0,8\n");
        var rows = queue("--schedule " + file + " --mu 1 --json -").json().get("rows");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).get("t_end").asDouble()).isEqualTo(180);
        assertThat(rows.get(1).get("EN_end").get("mean").asDouble()).isBetween(80.0, 170.0);
        assertThat(rows.get(2).get("avg_busy").get("mean").asDouble()).isBetween(1.5, 3.0);
        assertThat(queue("--schedule " + file + " --mu 1").out()).contains("over the whole schedule");
    }

    private static List<String> figures(Ran ran) {
        var figures = new ArrayList<String>();
        for (var figure : Figure.values()) {
            figures.add(ran.json().get(figure.id()).toString());
        }
        return figures;
    }

    /// Four short replications, unless the words say otherwise.
    private static Ran queue(String words) {
        var all = new ArrayList<>(List.of("queue", "--requests", "4000", "--warmup", "1000", "--replications", "4"));
        if (!words.contains("--seed")) {
            all.addAll(List.of("--seed", "7"));
        }
        all.addAll(List.of(words.split(" ")));
        return Ran.hostlab(all.toArray(String[]::new));
    }
}
