package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The bursts of the sample that is like Azure's code trace: what a provider's limit means, and what would help.
class CodeAssistantTest {

    private static final String CODE = "sample-workloads/code-assistant.csv";

    @TempDir
    Path folder;

    private static Ran compare(List<String> settings, String... more) {
        var arguments = new ArrayList<>(List.of("compare", CODE, "--options", "fargate", "--replications", "1"));
        settings.forEach(set -> arguments.addAll(List.of("--set", set)));
        arguments.addAll(List.of(more));
        var ran = Ran.hostlab(arguments.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static List<String> limited(String tasks) {
        return List.of("provider.tokensPerMinute=60000", "capacity.min=" + tasks, "capacity.max=" + tasks);
    }

    /// The sample brings about 300,000 tokens a minute.
    @Test
    void scalingOutBeyondTheProvidersLimitCostsAndBringsNothing() {
        var few = compare(limited("4"), "--json", "-").options().getFirst();
        var many = compare(limited("12"), "--json", "-").options().getFirst();
        for (var option : List.of(few, many)) {
            assertThat(option.get("limits").get("providerBoundMinutes").asDouble())
                    .isGreaterThan(45);
            assertThat(passed(option)).isLessThan(60 * 60_000 + 60_000);
        }
        assertThat(passed(many)).as("no more throughput").isLessThan(1.02 * passed(few));
        assertThat(monthly(many)).isGreaterThan(2 * monthly(few));
        assertThat(helpless(many) - helpless(few))
                .as("what more tasks cost is for tasks that wait")
                .isCloseTo(monthly(many) - monthly(few), within(0.4 * (monthly(many) - monthly(few))));
    }

    @Test
    void textAndReportSayThatMoreTasksWouldNotHaveHelped() throws IOException {
        var report = folder.resolve("report.html");
        var ran = compare(limited("4"), "--report", report.toString());
        for (var text : List.of(ran.out(), Files.readString(report))) {
            assertThat(text.replaceAll("\\s+", " "))
                    .containsPattern("in 5[0-9.]+ min it was the model provider.{1,8}s limit, not capacity, that held "
                            + "requests back")
                    .containsPattern(
                            "More tasks would not have helped; \\$1[0-9]{2} a month pay for tasks that could only "
                                    + "wait for it");
        }
    }

    /// What the words advise takes the waits away.
    @Test
    void theAdviceForBurstsHelps() {
        var proxy = List.of("service.preset=llm-proxy-python", "task.vcpu=1");
        var words = compare(proxy, "--metrics", "cpu,in-flight").out().replaceAll("\\s+", " ");
        assertThat(words).contains("What would help is capacity that is there before a burst");
        var advice = Pattern.compile("capacity\\.min=(\\d+)\\).*service\\.concurrency=(\\d+)\\)")
                .matcher(words);
        assertThat(advice.find()).isTrue();
        var before = waited(proxy);
        assertThat(before).isGreaterThan(10);
        assertThat(waited(with(proxy, "capacity.min=" + advice.group(1)))).isLessThan(before / 4);
        assertThat(waited(with(proxy, "service.concurrency=" + advice.group(2))))
                .isLessThan(before / 4);
    }

    private static List<String> with(List<String> settings, String one) {
        var all = new ArrayList<>(settings);
        all.add(one);
        return all;
    }

    private static double waited(List<String> settings) {
        return compare(settings, "--json", "-")
                .options()
                .getFirst()
                .get("waitSeconds")
                .get("p95")
                .asDouble();
    }

    private static double passed(JsonNode option) {
        var passed = option.get("limits").get("passed");
        return passed.get("inputTokens").asDouble() + passed.get("outputTokens").asDouble();
    }

    private static double monthly(JsonNode option) {
        return option.get("cost").get("monthlyUsd").asDouble();
    }

    private static double helpless(JsonNode option) {
        return option.get("limits").get("helplessMonthlyUsd").asDouble();
    }
}
