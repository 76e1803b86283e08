package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 'hostlab compare' from a user's chair.
class CompareCommandTest {

    private static final String CHAT = "sample-workloads/chat-service.csv";

    @TempDir
    Path folder;

    @Test
    void anotherSeedGivesOtherArrivals() {
        assertThat(compare("--seed", "2").options().getFirst().get("latencySeconds"))
                .isNotEqualTo(compare().options().getFirst().get("latencySeconds"));
    }

    @Test
    void tableFitsAHundredColumnsAndNamesItsPreset() {
        var ran = Ran.hostlab("compare", CHAT, "--replications", "2");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        assertThat(ran.out()).contains("preset tuned").contains("Total a month").contains("Fargate");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aWorkloadOfZerosCostsTheMinimumAndTheLoadBalancersHours() throws IOException {
        var trace = write("zeros.csv", "timestamp,requests\n" + minutes(120, "0"));
        var ran = Ran.hostlab("compare", trace, "--json", "-", "--replications", "3");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).doesNotContain("NaN").doesNotContain("Infinity");
        var fargate = ran.options().get(2);
        assertThat(fargate.get("latencySeconds").isNull()).isTrue();
        assertThat(fargate.get("requests").get("arrived").asLong()).isZero();
        // a month of two tasks of 0.5 vCPU and 1 GiB: 730 h × 0.04048 = 29.55, 2 × 730 h × 0.004445 = 6.49
        assertThat(line(fargate, "vCPU-hour")).isEqualTo(29.55);
        assertThat(line(fargate, "GB-hour")).isEqualTo(6.49);
        // 730 h × 0.0225 = 16.425
        assertThat(line(fargate, "load-balancer-hour")).isBetween(16.42, 16.43);
        assertThat(fargate.get("cost").get("items").toString()).doesNotContain("LCU");
        assertThat(fargate.get("capacity").get("meanTasks").asDouble()).isEqualTo(2);
        assertThat(Ran.hostlab("compare", trace).out()).doesNotContain("NaN");
    }

    @Test
    void anEstimateSaysWhatItLeavesOut() {
        var plain = Ran.hostlab("compare", CHAT, "--estimate");
        assertThat(plain.out()).doesNotContain("leaves out");
        var ran = Ran.hostlab("compare", CHAT, "--estimate", "--set", "fargate.scaling.schedule=daily 08:00 min=3");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("The estimate of ECS on Fargate leaves out scheduled actions; an exact run plays them.")
                .doesNotContain("estimate of ECS on EC2 leaves out");
    }

    @Test
    void anEstimateIsCalledOneInTableAndJson() {
        var ran = Ran.hostlab("compare", CHAT, "--estimate", "--replications", "7");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("estimate, nothing simulated, no intervals", "Estimate, not simulated:", ", estimate")
                .contains("no request was simulated")
                .doesNotContain("±")
                .doesNotContain("single run");
        assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        var json = Ran.hostlab("compare", CHAT, "--estimate", "--json", "-", "--timeline");
        assertThat(json.json().get("method").asString()).isEqualTo("estimate");
        assertThat(json.json().get("replications").asInt()).isZero();
        assertThat(json.out()).doesNotContain("NaN").doesNotContain("Infinity");
        for (var option : json.options()) {
            assertThat(option.get("cost").get("monthlyHalfWidth95").isNull()).isTrue();
            assertThat(option.get("totalHalfWidth95").isNull()).isTrue();
            assertThat(option.get("latencyHalfWidth95").get("mean").isNull()).isTrue();
            assertThat(option.get("timeline").isNull()).isFalse();
        }
        assertThat(compare().json().get("method").asString()).isEqualTo("simulation");
    }

    @Test
    void everyProblemIsListedAtOnce() {
        var ran = Ran.hostlab(
                "compare",
                folder.resolve("missing.csv").toString(),
                "--set",
                "task.vcpuu=2",
                "--set",
                "task.memoryGiB=abc",
                "--options",
                "fargate,lambda",
                "--report",
                "out.docx");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("5 problems")
                .contains("missing.csv")
                .contains("task.vcpu")
                .contains("task.memoryGiB")
                .contains("lambda")
                .contains("out.docx");
    }

    @Test
    void impossibleFargateSizeIsNamedWithAdvice() {
        var ran = Ran.hostlab("compare", CHAT, "--set", "task.vcpu=1", "--set", "task.memoryGiB=30");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("task.memoryGiB").contains("8");
        var others = Ran.hostlab(
                "compare", CHAT, "--set", "task.memoryGiB=30", "--options", "ecs-ec2", "--replications", "1");
        assertThat(others.code())
                .as("an option that nobody asked for does not stand in the way")
                .isZero();
    }

    @Test
    void unknownRegionNamesTheKnownOnes() {
        var ran = Ran.hostlab("compare", CHAT, "--region", "af-south-1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("af-south-1").contains("eu-west-1");
    }

    @Test
    void missingPriceIsReportedAndTheBillMarkedIncomplete() {
        var ran = compare("--region", "eu-south-1");
        assertThat(ran.json().get("prices").get("missing").toString()).contains("alb.hour");
        assertThat(ran.options().getFirst().get("cost").get("incomplete").asBoolean())
                .isTrue();
        var standIn = compare("--region", "eu-south-1", "--set", "prices.alb.hour=0.03");
        assertThat(standIn.json().get("prices").get("missing").toString()).doesNotContain("alb.hour\"");
    }

    @Test
    void reportAndJsonAreWrittenWhereAsked() throws IOException {
        var report = folder.resolve("out.html");
        var json = folder.resolve("out.json");
        var ran = Ran.hostlab(
                "compare", CHAT, "--replications", "2", "--report", report.toString(), "--json", json.toString());
        assertThat(ran.code()).isZero();
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>").contains("Content-Security-Policy");
        assertThat(Files.readString(json)).startsWith("{").contains("hostlab/comparison/1");
        assertThat(ran.out()).contains("Total a month");
    }

    @Test
    void spotTakesItsShareOfFargate() {
        var mixed = compare("--set", "fargate.spotShare=0.5").options().get(2).get("cost");
        assertThat(mixed.get("items").toString()).contains("Spot");
        assertThat(mixed.get("monthlyUsd").asDouble())
                .isLessThan(
                        compare().options().get(2).get("cost").get("monthlyUsd").asDouble());
    }

    private static Ran compare(String... more) {
        var args = new String[more.length + 6];
        System.arraycopy(new String[] {"compare", CHAT, "--replications", "2", "--json", "-"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        var ran = Ran.hostlab(args);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static double line(tools.jackson.databind.JsonNode option, String unit) {
        for (var item : option.get("cost").get("items")) {
            if (item.get("unit").asString().equals(unit)) {
                return item.get("usd").asDouble();
            }
        }
        throw new AssertionError(
                "No line in " + unit + ": " + option.get("cost").get("items"));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String minutes(int count, String requests) {
        var rows = new StringBuilder();
        IntStream.range(0, count)
                .forEach(minute -> rows.append(String.format(
                        Locale.ROOT, "2026-03-02T%02d:%02d:00Z,%s%n", minute / 60, minute % 60, requests)));
        return rows.toString();
    }
}
