package dev.hostlab.cli;

import static dev.hostlab.cli.Ran.hostlab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Requests to SQS on the bills of a queue worker.
class QueueCostTest {

    private static final String TRACE = "sample-workloads/retrieval-worker.csv";

    private static Ran compared(String... more) {
        var args = new ArrayList<>(List.of("compare", TRACE, "--replications", "1", "--json", "-"));
        args.addAll(List.of(more));
        return hostlab(args.toArray(String[]::new));
    }

    private static JsonNode line(JsonNode option) {
        return items(option).stream()
                .filter(item -> item.path("item").stringValue().startsWith("SQS requests"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(JsonNode option) {
        return StreamSupport.stream(option.path("cost").path("items").spliterator(), false)
                .toList();
    }

    @Test
    void everyOptionPaysForWhatItsWorkersAsked() {
        for (var option : compared().options()) {
            var calls = option.path("queue").path("deliveries").path("apiCalls").longValue();
            // eight hours of a month of 730, at 0.40 a million
            var millions = calls * (730 / 8.0) / 1e6;
            assertThat(line(option).path("quantity").doubleValue()).isCloseTo(millions, within(1e-6));
            assertThat(line(option).path("usd").doubleValue()).isCloseTo(0.4 * millions, within(0.011));
            var sum = items(option).stream()
                    .map(item -> item.path("usd").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .isEqualByComparingTo(option.path("cost").path("monthlyUsd").decimalValue());
            assertThat(option.path("cost").path("incomplete").booleanValue()).isFalse();
        }
    }

    @Test
    void anEstimateHasTheLineToo() {
        var played = compared().options();
        var estimated = hostlab("compare", TRACE, "--estimate", "--json", "-").options();
        for (var i = 0; i < played.size(); i++) {
            assertThat(line(estimated.get(i)).path("quantity").doubleValue())
                    .isCloseTo(line(played.get(i)).path("quantity").doubleValue(), within(0.1));
        }
    }

    @Test
    void aRegionWithoutThePriceTakesTheOneOfTheSettings() {
        var ireland = compared("--region", "eu-west-1");
        var line = line(ireland.options().getFirst());
        assertThat(line.path("source").stringValue()).isEqualTo("assumed: billing.sqsUsdPerMillion");
        assertThat(line.path("rateUsd").doubleValue()).isEqualTo(0.4);
        assertThat(ireland.options())
                .noneMatch(option -> option.path("cost").path("incomplete").booleanValue());
        var dearer = compared("--region", "eu-west-1", "--set", "billing.sqsUsdPerMillion=0.8");
        assertThat(line(dearer.options().getFirst()).path("usd").doubleValue())
                .isCloseTo(2 * line.path("usd").doubleValue(), within(0.011));
        var own = compared("--region", "eu-west-1", "--set", "prices.sqs.standard.million-requests=0.1");
        assertThat(line(own.options().getFirst()).path("source").stringValue()).isEqualTo("set by the user");
        assertThat(line(own.options().getFirst()).path("rateUsd").doubleValue()).isEqualTo(0.1);
    }

    @Test
    void batchesAndFewerPollersMakeItCheaper() {
        var alone = line(compared().options().getLast()).path("usd").doubleValue();
        var batched = compared(
                "--set", "queue.messagesPerSend=10",
                "--set", "queue.messagesPerReceive=10",
                "--set", "queue.messagesPerDelete=10");
        // sends and deletes are two thirds; receives of messages that waited are fewer too
        assertThat(line(batched.options().getLast()).path("usd").doubleValue())
                .isLessThan(0.4 * alone)
                .isGreaterThan(0.1 * alone);
    }

    @Test
    void aWebServiceHasNoQueue() {
        var web = hostlab("compare", "sample-workloads/code-assistant.csv", "--estimate", "--json", "-");
        assertThat(web.options())
                .noneMatch(option -> items(option).stream()
                        .anyMatch(item -> item.path("item").stringValue().startsWith("SQS")));
    }
}
