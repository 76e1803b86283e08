package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The main job on every sample that ships, with every option and both presets: nothing is lost, bills are their
/// lines.
class ShippedSamplesTest {

    private static final List<String> OUTCOMES = List.of("served", "rejected", "timedOut", "failed", "inFlight");

    @ParameterizedTest
    @CsvSource({
        "code-assistant, tuned", "code-assistant, aws-defaults",
        "chat-service, tuned", "chat-service, aws-defaults",
        "retrieval-worker, tuned", "retrieval-worker, aws-defaults",
        "json-api-two-weeks, tuned", "json-api-two-weeks, aws-defaults",
        "flash-crowd, tuned", "flash-crowd, aws-defaults",
        "leaving-beanstalk, tuned", "leaving-beanstalk, aws-defaults"
    })
    void everyRequestAndEveryCentIsAccountedFor(String sample, String preset) {
        var ran = Ran.hostlab(
                "compare",
                "sample-workloads/" + sample + ".csv",
                "--preset",
                preset,
                "--replications",
                "1",
                "--json",
                "-");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(ran.json().get("preset").asString()).isEqualTo(preset);
        var options = ran.options();
        assertThat(options)
                .extracting(option -> option.get("id").asString())
                .containsExactly("beanstalk", "ecs-ec2", "fargate");
        for (var option : options) {
            assertRequestsAreConserved(ran.json().get("workload"), option.get("requests"));
            assertBillIsItsLines(option.get("cost"));
        }
    }

    private static void assertRequestsAreConserved(JsonNode workload, JsonNode requests) {
        var arrived = requests.get("arrived").asLong();
        assertThat(arrived).isEqualTo(workload.get("requests").asLong());
        assertThat(OUTCOMES.stream()
                        .mapToLong(outcome -> requests.get(outcome).asLong())
                        .sum())
                .isEqualTo(arrived);
        assertThat(requests.get("served").asLong()).isPositive();
    }

    private static void assertBillIsItsLines(JsonNode cost) {
        var sum = BigDecimal.ZERO;
        for (var item : cost.get("items")) {
            sum = sum.add(item.get("usd").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(cost.get("monthlyUsd").decimalValue());
        assertThat(sum).isPositive();
    }
}
