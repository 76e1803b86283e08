package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How sure a comparison says it is, and how it becomes surer.
class PrecisionTest {

    @TempDir
    Path folder;

    @Test
    void replicationsAreAddedUntilEveryFigureIsSureEnough() throws IOException {
        var trace = trace("steady", 60, 120);
        var rough = json(trace, "--replications", "3");
        var sure = json(trace, "--replications", "3", "--until-half-width", "1%");
        assertThat(rough.get("replications").asInt()).isEqualTo(3);
        assertThat(leastSure(rough)).isGreaterThan(0.01);
        assertThat(sure.get("replications").asInt()).isBetween(4, 100);
        assertThat(leastSure(sure)).isLessThanOrEqualTo(0.01);
        assertThat(sure.get("options").get(0).get("requests"))
                .as("replication 0 stays what it was")
                .isEqualTo(rough.get("options").get(0).get("requests"));
    }

    @Test
    void thatDependsOnNothingButTheInput() throws IOException {
        var trace = trace("steady", 60, 120);
        var one = run(trace, "--replications", "2", "--until-half-width", "1.5", "--threads", "1", "--json", "-");
        var eight = run(trace, "--replications", "2", "--until-half-width", "1.5", "--threads", "8", "--json", "-");
        assertThat(eight.jsonWithoutEngine()).isEqualTo(one.jsonWithoutEngine());
    }

    @Test
    void itEndsAtTheMostAndSaysHowSureItIs() throws IOException {
        var trace = trace("steady", 60, 120);
        var ran = run(trace, "--replications", "2", "--until-half-width", "0.001", "--max-replications", "5");
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("5 replications")
                .contains("Stopped at 5 replications, the most allowed: the ")
                .contains("; 0.001 % was asked for.");
    }

    @Test
    void nonsenseIsNamed() throws IOException {
        var ran = Ran.hostlab(
                "compare", trace("steady", 60, 120), "--until-half-width", "often", "--max-replications", "0");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("precision.halfWidthPercent").contains("precision.maxReplications");
    }

    @Test
    void anOptionThatCanNeverKeepUpIsCalledUnstable() throws IOException {
        // 20 requests/s of 100 ms CPU are 2 vCPUs; four tasks of 0.25 vCPU have 1
        var trace = trace("flood", 20, 1_200);
        String[] small = {
            "--options",
            "fargate",
            "--replications",
            "2",
            "--set",
            "service.cpuMsPerRequest=100",
            "--set",
            "task.vcpu=0.25",
            "--set",
            "capacity.max=4"
        };
        var table = run(trace, small).out().replaceAll("\\s+", " ");
        assertThat(table)
                .contains("Fargate is unstable: with all the capacity it may have it could do 50 % of the work")
                .contains("Response p95 unstable");
        var capacity = json(trace, small).get("options").get(0).get("capacity");
        assertThat(capacity.get("offeredLoad").asDouble()).isBetween(1.99, 2.1);
        assertThat(capacity.get("unstable").asBoolean()).isTrue();
        small[small.length - 1] = "capacity.max=40";
        assertThat(run(trace, small).out()).doesNotContain("unstable");
    }

    /// The largest relative half-width of totals, means and 95th percentiles.
    private static double leastSure(JsonNode comparison) {
        var largest = 0.0;
        for (var option : comparison.get("options")) {
            largest = Math.max(
                    largest,
                    option.get("totalHalfWidth95").asDouble()
                            / option.get("totalMonthlyUsd").asDouble());
            for (var statistic : List.of("mean", "p95")) {
                var half = option.get("latencyHalfWidth95").get(statistic).asDouble();
                largest = Math.max(
                        largest,
                        half / option.get("latencySeconds").get(statistic).asDouble());
            }
        }
        return largest;
    }

    private static JsonNode json(String trace, String... more) {
        var args = new ArrayList<>(List.of("--json", "-"));
        args.addAll(Arrays.asList(more));
        return run(trace, args.toArray(String[]::new)).json();
    }

    private static Ran run(String trace, String... more) {
        var args = new ArrayList<>(List.of("compare", trace));
        args.addAll(Arrays.asList(more));
        var ran = Ran.hostlab(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private String trace(String name, int minutes, int requests) throws IOException {
        var rows = new StringBuilder("timestamp,requests\n");
        for (var minute = 0; minute < minutes; minute++) {
            rows.append("2026-03-02T00:%02d:00Z,%d%n".formatted(minute, requests));
        }
        return Files.writeString(folder.resolve(name + ".csv"), rows).toString();
    }
}
