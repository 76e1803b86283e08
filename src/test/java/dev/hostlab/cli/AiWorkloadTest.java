package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// LLM proxies on the samples that are like Azure's traces: what scales them, and what a provider's limit does.
class AiWorkloadTest {

    private static final String CHAT = "sample-workloads/chat-service.csv";
    private static final String CODE = "sample-workloads/code-assistant.csv";

    @TempDir
    Path folder;

    /// A Python proxy on tasks of 1 vCPU with 10 slots.
    private static List<JsonNode> trials(String trace) {
        var ran = Ran.hostlab(
                "compare",
                trace,
                "--set",
                "service.preset=llm-proxy-python",
                "--options",
                "ecs-ec2,fargate",
                "--replications",
                "2",
                "--metrics",
                "cpu,in-flight",
                "--json",
                "-");
        assertThat(ran.code()).as(ran.err()).isZero();
        var trials = new ArrayList<JsonNode>();
        ran.json().get("scalingMetrics").forEach(trials::add);
        assertThat(trials).hasSize(4);
        return trials;
    }

    @Test
    void cpuTrackingUnderScalesAChatProxyAndInFlightTrackingDoesNot() {
        var trials = trials(CHAT);
        for (var option = 0; option < 2; option++) {
            var cpu = trials.get(option);
            var inFlight = trials.get(2 + option);
            assertThat(cpu.get("metric").asString()).isEqualTo("cpu");
            assertThat(inFlight.get("id")).isEqualTo(cpu.get("id"));
            assertThat(cpu.get("lostShare").asDouble()).isGreaterThan(0.5);
            assertThat(inFlight.get("lostShare").asDouble()).isLessThan(0.01);
            assertThat(cpu.get("p95Seconds").asDouble())
                    .isGreaterThan(2 * inFlight.get("p95Seconds").asDouble());
            assertThat(cpu.get("monthlyUsd").asDouble())
                    .isLessThan(inFlight.get("monthlyUsd").asDouble());
            assertThat(cpu.get("cpuPercent").asDouble())
                    .as("far below its target of 60")
                    .isLessThan(30);
            assertThat(cpu.get("inFlightPerSlot").asDouble()).isGreaterThan(1);
            assertThat(inFlight.get("inFlightPerSlot").asDouble()).isLessThan(1);
        }
    }

    @Test
    void cpuTrackingNeverAddsATaskForBurstsOfCode() {
        var trials = trials(CODE);
        for (var option = 0; option < 2; option++) {
            assertThat(trials.get(option).get("peakTasks").asInt()).isEqualTo(2);
            assertThat(trials.get(option).get("inFlightPerSlot").asDouble()).isGreaterThan(1);
            assertThat(trials.get(2 + option).get("peakTasks").asInt()).isGreaterThan(4);
        }
    }

    @Test
    void theReportShowsBothSideBySideAndSaysWhy() throws IOException {
        var report = folder.resolve("report.html");
        var ran = Ran.hostlab(
                "compare",
                CHAT,
                "--set",
                "service.preset=llm-proxy-python",
                "--options",
                "fargate",
                "--replications",
                "2",
                "--metrics",
                "cpu,in-flight",
                "--report",
                report.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        for (var text : List.of(ran.out(), Files.readString(report))) {
            assertThat(text.replaceAll("\\s+", " "))
                    .contains("Scaling metrics side by side")
                    .contains("On cpu it under-scales: a request holds its slot while it waits upstream")
                    .contains("p95", "of the requests were lost", "a month");
        }
    }

    @Test
    void aTriggerSaysWhatItWatchesInstead() {
        var ran = Ran.hostlab(
                "compare",
                CHAT,
                "--options",
                "beanstalk",
                "--replications",
                "1",
                "--metrics",
                "cpu,in-flight",
                "--json",
                "-");
        assertThat(ran.code()).as(ran.err()).isZero();
        var trials = ran.json().get("scalingMetrics");
        assertThat(trials.get(0).get("watched").asString()).isEqualTo("cpu");
        assertThat(trials.get(1).get("metric").asString()).isEqualTo("in-flight");
        assertThat(trials.get(1).get("watched").asString()).isEqualTo("network-out");
    }

    @Test
    void aMetricThatThereIsNotIsRefused() {
        var ran = Ran.hostlab("compare", CHAT, "--metrics", "cpu,moon");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("There is no scaling metric 'moon'.").contains("in-flight");
    }

    /// The sample brings about 450,000 tokens a minute.
    @Test
    void aLimitOf60000TokensAMinuteIsShownAndMoreTasksOnlyCost() {
        var few = limited("10");
        var many = limited("30");
        var minutes = few.get("limits").get("providerBoundMinutes").asDouble();
        assertThat(minutes).isGreaterThan(230);
        assertThat(passed(many)).isCloseTo(passed(few), within(0.01 * passed(few)));
        assertThat(many.get("cost").get("monthlyUsd").asDouble())
                .isGreaterThan(1.5 * few.get("cost").get("monthlyUsd").asDouble());
        assertThat(many.get("limits").get("helplessMonthlyUsd").asDouble())
                .isGreaterThan(few.get("limits").get("helplessMonthlyUsd").asDouble() + 100);
    }

    private static double passed(JsonNode option) {
        var passed = option.get("limits").get("passed");
        return passed.get("inputTokens").asDouble() + passed.get("outputTokens").asDouble();
    }

    private static JsonNode limited(String tasks) {
        var ran = Ran.hostlab(
                "compare",
                CHAT,
                "--options",
                "fargate",
                "--replications",
                "1",
                "--json",
                "-",
                "--set",
                "provider.tokensPerMinute=60000",
                "--set",
                "capacity.min=" + tasks,
                "--set",
                "capacity.max=" + tasks);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.options().getFirst();
    }

    @Test
    void tenantsAddUp() {
        var limits = tenants().getFirst().get("limits");
        assertThat(limits.get("tenants").size()).isEqualTo(3);
        for (var kind : List.of("requests", "inputTokens", "outputTokens")) {
            var sum = 0L;
            for (var tenant : limits.get("tenants")) {
                assertThat(amount(tenant, "offered", kind))
                        .isEqualTo(amount(tenant, "passed", kind)
                                + amount(tenant, "limited", kind)
                                + amount(tenant, "overBudget", kind));
                sum += amount(tenant, "offered", kind) + amount(tenant, "unsent", kind);
            }
            assertThat(sum).isEqualTo(amount(limits, "arrived", kind));
        }
        assertThat(amount(limits, "arrived", "requests")).isEqualTo(80_004);
        var gamma = limits.get("tenants").get(2);
        assertThat(gamma.get("budget").get("used").asLong()).isLessThanOrEqualTo(9_000_000);
        assertThat(amount(gamma, "overBudget", "requests")).isPositive();
    }

    /// Acme and beta for a quarter of an hour, then beta alone, which asks for more.
    private String tenantsTrace() throws IOException {
        var trace = folder.resolve("tenants.csv");
        var rows = new StringBuilder("timestamp,requests,input_tokens,output_tokens,tenant\n");
        for (var minute = 10; minute < 40; minute++) {
            if (minute < 25) {
                rows.append("2026-03-02T00:").append(minute).append(":00Z,90,90000,9000,acme\n");
            }
            var many = minute < 25 ? 30 : 120;
            rows.append("2026-03-02T00:").append(minute).append(":00Z,").append(many);
            rows.append(",30000,3001,beta\n");
        }
        Files.writeString(trace, rows);
        return trace.toString();
    }

    private static JsonNode limits(String... arguments) {
        var ran = Ran.hostlab(arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.options().getFirst().get("limits");
    }

    @Test
    void tenantsComeFromTheTraceMinuteByMinute() throws IOException {
        for (var option : List.of("fargate", "beanstalk")) {
            var limits = limits(
                    "compare", tenantsTrace(), "--options", option, "--replications", "1", "--timeline", "--json", "-");
            var acme = limits.get("tenants").get(0);
            var beta = limits.get("tenants").get(1);
            assertThat(acme.get("name").asString()).isEqualTo("acme");
            assertThat(amount(acme, "arrived", "requests")).isEqualTo(15 * 90);
            assertThat(amount(acme, "arrived", "inputTokens")).isEqualTo(15 * 90_000);
            assertThat(amount(beta, "arrived", "requests")).isEqualTo(15 * 150);
            assertThat(amount(beta, "arrived", "outputTokens")).isEqualTo(30 * 3_001);
            assertThat(acme.get("series").get("arrived").get(14).asInt()).isEqualTo(90);
            assertThat(acme.get("series").get("arrived").get(15).asInt()).isZero();
            assertThat(beta.get("series").get("arrived").get(20).asInt()).isEqualTo(120);
            assertThat(beta.get("series").get("firstTokenP95Seconds").get(20).asDouble())
                    .isPositive();
        }
    }

    @Test
    void limitsOfATracesTenantsNeedNoShares() throws IOException {
        var limits = limits(
                "compare",
                tenantsTrace(),
                "--options",
                "fargate",
                "--replications",
                "1",
                "--set",
                "service.tenants=beta rpm=40",
                "--timeline",
                "--json",
                "-");
        var acme = limits.get("tenants").get(0);
        var beta = limits.get("tenants").get(1);
        assertThat(amount(acme, "arrived", "requests")).isEqualTo(15 * 90);
        assertThat(amount(acme, "limited", "requests")).isZero();
        assertThat(beta.get("series").get("limited").get(10).asInt()).isZero();
        assertThat(beta.get("series").get("limited").get(20).asInt()).isGreaterThan(60);
        var wrong = Ran.hostlab("compare", tenantsTrace(), "--set", "service.tenants=gamma rpm=40");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("no tenant called gamma; it has acme, beta");
    }

    private static long amount(JsonNode of, String what, String kind) {
        return of.get(what).get(kind).asLong();
    }

    private static List<JsonNode> tenants() {
        var ran = Ran.hostlab(
                "compare",
                CHAT,
                "--options",
                "fargate",
                "--replications",
                "1",
                "--set",
                "service.tenants=acme share=3; beta share=1 tpm=20000; gamma share=1 budget=9000000 spent=1000000 hard",
                "--json",
                "-");
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.options();
    }
}
