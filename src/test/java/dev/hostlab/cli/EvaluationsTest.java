package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Evaluations in the event calendar, as the command tells them.
class EvaluationsTest {

    private static final String CHAT = "sample-workloads/chat-service.csv";

    private static Ran compare(String... more) {
        var arguments =
                new ArrayList<>(List.of("compare", CHAT, "--options", "beanstalk,fargate", "--replications", "1"));
        for (var set : List.of(
                "events.deploymentsAt=0.5 fails, 2",
                "evaluation.minutes=15",
                "evaluation.inputTokens=600000",
                "evaluation.outputTokens=60000",
                "evaluation.usdPerMillionInputTokens=3",
                "fargate.deployment.strategy=blue-green",
                "fargate.vcpuQuota=100")) {
            arguments.addAll(List.of("--set", set));
        }
        arguments.addAll(List.of(more));
        var ran = Ran.hostlab(arguments.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void theTextTellsTokensPriceWorkAndLeadTime() {
        assertThat(compare().out().replaceAll("\\s+", " "))
                .contains("evaluated before any traffic reached it for 15 min (660,000 tokens, $1.80 beside the bill,")
                .contains("failed; 0 requests met that version", "passed; lead time")
                .contains(
                        "No test traffic reaches a new version before everybody's does on Elastic Beanstalk (rolling)");
    }

    @Test
    void theJsonTellsWhoMetAVersionThatFails() {
        var options = compare("--json", "-").options();
        var beanstalk = options.get(0).get("events").get(0).get("evaluation");
        var fargate = options.get(1).get("events");
        assertThat(beanstalk.get("verdict").asString()).isEqualTo("failed");
        assertThat(beanstalk.get("requestsMet").asLong()).isGreaterThan(4_000);
        assertThat(fargate.get(0).get("evaluation").get("requestsMet").asLong()).isZero();
        assertThat(fargate.get(0).get("extraUnitMinutes").asDouble()).isGreaterThan(30);
        assertThat(fargate.get(1).get("evaluation").get("verdict").asString()).isEqualTo("passed");
        assertThat(fargate.get(1).get("evaluation").get("leadMinutes").asDouble())
                .isGreaterThan(15);
    }

    @Test
    void whoFailsAnEvaluationNeedsOne() {
        var wrong = Ran.hostlab("compare", CHAT, "--set", "events.deploymentsAt=1 fails");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("There is no evaluation that '1 fails' could fail.");
    }
}
