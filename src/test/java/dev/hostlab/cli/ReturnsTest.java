package dev.hostlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Messages that are delivered again and requests that clients repeat, from the command line to every report.
class ReturnsTest {

    private static final List<String> OUTCOMES = List.of("served", "rejected", "timedOut", "failed", "inFlight");

    @TempDir
    Path folder;

    private Path trace;

    /// An hour of 300 requests a minute with ten minutes of five times that.
    @BeforeEach
    void writeTrace() throws IOException {
        var text = new StringBuilder("timestamp,requests\n");
        for (var minute = 0; minute < 60; minute++) {
            text.append(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(60L * minute))
                    .append(minute >= 20 && minute < 30 ? ",1500\n" : ",300\n");
        }
        trace = Files.writeString(folder.resolve("hour.csv"), text);
    }

    private Ran compare(String... settings) {
        var words =
                new ArrayList<>(List.of("compare", trace.toString(), "--options", "fargate", "--replications", "1"));
        for (var setting : settings) {
            words.addAll(setting.startsWith("--") ? List.of(setting.split("=", 2)) : List.of("--set", setting));
        }
        var ran = Ran.hostlab(words.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static void assertConserved(JsonNode requests) {
        var sum = OUTCOMES.stream()
                .mapToLong(outcome -> requests.get(outcome).asLong())
                .sum();
        assertThat(requests.get("arrived").asLong()).isEqualTo(sum).isEqualTo(10 * 1_500 + 50 * 300);
    }

    @Test
    void aQueueTellsWhatCameBack() throws IOException {
        var page = folder.resolve("queue.html");
        String[] settings = {
            "service.preset=queue-worker",
            "service.upstreamMs=8000",
            "queue.visibilityTimeoutSeconds=20",
            "queue.failureShare=0.1",
            "queue.maxReceives=2",
            "--report=" + page
        };
        var table = compare(settings).out();
        assertThat(table).contains("Delivered again", "Dead letters, expired", "SQS requests");
        assertThat(Files.readString(page)).contains("Redelivered", "SQS requests");
        settings[settings.length - 1] = "--json=-";
        var option = compare(settings).json().get("options").get(0);
        assertConserved(option.get("requests"));
        var deliveries = option.get("queue").get("deliveries");
        var causes = option.get("requests").get("causes");
        assertThat(deliveries.get("deadLettered").asLong())
                .isPositive()
                .isEqualTo(causes.get("deadLettered").asLong());
        assertThat(deliveries.get("redeliveries").asLong())
                .isPositive()
                .isEqualTo(option.get("requests").get("retries").asLong());
        assertThat(causes.get("lostInDrain502").asLong()).isZero();
    }

    @Test
    void aQueueWhoseProviderRefusesTellsAttemptsByTenant() throws IOException {
        var option = compare(
                        "service.preset=queue-worker",
                        "service.upstreamMs=2000",
                        "service.inputTokens=800",
                        "service.outputTokens=200",
                        "queue.maxReceives=3",
                        "provider.tokensPerMinute=300000",
                        "provider.retry.attempts=2",
                        "service.tenants=acme share=3; beta share=1 tpm=50000",
                        "--json=-")
                .json()
                .get("options")
                .get(0);
        assertConserved(option.get("requests"));
        var limits = option.get("limits");
        var requests = limits.get("arrived").get("requests").asLong()
                + limits.get("repeated").get("requests").asLong();
        assertThat(limits.get("offered").get("requests").asLong()
                        + limits.get("unsent").get("requests").asLong())
                .isEqualTo(requests);
        var deliveries = option.get("queue").get("deliveries");
        assertThat(limits.get("repeated").get("requests").asLong())
                .isPositive()
                .isEqualTo(deliveries.get("redeliveries").asLong());
        assertThat(deliveries.get("deadLettered").asLong()).isPositive();
    }

    @Test
    void clientsThatAskAgainAreToldApartFromTheirRequests() throws IOException {
        var page = folder.resolve("clients.html");
        String[] settings = {
            "service.preset=json-api",
            "service.cpuMsPerRequest=60",
            "service.clientTimeoutSeconds=2",
            "capacity.min=2",
            "capacity.max=2",
            "client.retry.attempts=3",
            "--report=" + page
        };
        assertThat(compare(settings).out()).contains("Asked again", "slot time for nobody");
        assertThat(Files.readString(page)).contains("Clients that ask again");
        settings[settings.length - 1] = "--json=-";
        var requests = compare(settings).json().get("options").get(0).get("requests");
        assertConserved(requests);
        assertThat(requests.get("attempts").asLong())
                .isEqualTo(requests.get("arrived").asLong()
                        + requests.get("retries").asLong());
        assertThat(requests.get("abandonedSeconds").asDouble()).isPositive();
    }

    @Test
    void clientsOfALimitedProviderAskAgain() throws IOException {
        var ran = compare(
                "service.preset=llm-proxy-compiled",
                "provider.requestsPerMinute=400",
                "client.retry.attempts=3",
                "service.tenants=acme share=3; beta share=1",
                "--json=-");
        var option = ran.json().get("options").get(0);
        assertConserved(option.get("requests"));
        var repeated = 0L;
        for (var tenant : option.get("limits").get("tenants")) {
            repeated += tenant.get("repeated").get("requests").asLong();
            assertThat(requests(tenant, "arrived") + requests(tenant, "repeated"))
                    .isEqualTo(requests(tenant, "offered") + requests(tenant, "unsent"));
        }
        assertThat(option.get("requests").get("attempts").asLong())
                .isEqualTo(option.get("requests").get("arrived").asLong() + repeated);
        assertThat(repeated).isPositive();
        assertThat(option.get("requests").get("causes").get("limited429").asLong())
                .isPositive();
    }

    private static long requests(JsonNode tenant, String part) {
        return tenant.get(part).get("requests").asLong();
    }

    @Test
    void notesSayWhatDoesNotGoTogether() {
        assertThat(compare("service.preset=queue-worker", "service.upstreamMs=40000")
                        .out())
                .contains("Note: queue.visibilityTimeoutSeconds");
    }
}
