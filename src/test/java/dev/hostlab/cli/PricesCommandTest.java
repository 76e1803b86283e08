package dev.hostlab.cli;

import static dev.hostlab.cli.Ran.hostlab;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {

    @TempDir
    private Path folder;

    @Test
    void listShowsRegionDateAndAge() {
        var ran = hostlab("prices", "list");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()
                        .lines()
                        .filter(line -> line.matches("us-east-1 +2024-07-01 +.* old +.*us-east-1-2024-07-01.json")))
                .hasSize(1);
    }

    @Test
    void showGivesEveryFigureItsSourceAndNamesWhatIsMissing() {
        var ran = hostlab("prices", "show", "eu-south-1");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("EU (Milan)")
                .containsPattern("nat\\.hour +0\\.05 +gateway-hour +2025-10-28")
                .contains("bill that needs one is marked incomplete")
                .contains("  alb.lcu-hour\n")
                .contains("Sources:\n");
    }

    @Test
    void diffListsWhatDiffers() {
        var ran = hostlab("prices", "diff", "us-east-1", "eu-west-1");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).containsPattern("alb\\.hour +0\\.0225 → 0\\.0252 \\(\\+12\\.0 %\\)");
        assertThat(hostlab("prices", "diff", "us-east-1", "us-east-1").out()).isEqualTo("No figure differs.\n");
    }

    @Test
    void whatIsNeitherRegionNorFileIsNamed() {
        var ran = hostlab("prices", "show", "mars-1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("mars-1").contains("us-east-1");
    }

    @Test
    void refreshChecksItsArgumentsBeforeItAsksAnybody() {
        var ran = hostlab("prices", "refresh", "Ireland", "--endpoint-region", "eu-west-1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("2 problems").contains("eu-central-1").contains("'Ireland'");
    }

    @Test
    void aRefreshThatFailsSaysWhyAndNamesNoKey() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = "{\"__type\": \"ExpiredTokenException\", \"message\": \"AKIACANARYCANARY01\"}";
            exchange.sendResponseHeaders(400, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        System.setProperty("aws.accessKeyId", "AKIACANARYCANARY01");
        System.setProperty("aws.secretAccessKey", "canary-secret-01");
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            var ran = hostlab("prices", "refresh", "us-east-1", "--endpoint", address, "--to", folder.toString());
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("us-east-1: credentials: The AWS credentials have expired.");
            assertThat(ran.out() + ran.err()).doesNotContain("CANARY").doesNotContain("canary");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
            server.stop(0);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
