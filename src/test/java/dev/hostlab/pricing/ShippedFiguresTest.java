package dev.hostlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shipped figures against the published ones, letter by letter, and the full list of what is not known where.
class ShippedFiguresTest {

    private static final SnapshotCatalogue SHIPPED = new SnapshotCatalogue(Path.of("pricing-snapshots"));

    /// Sources: AWS's price pages for Fargate (2025-10-27), NAT (2025-10-28), IPv4 (2025-11-04) and CloudWatch
    /// (2025-09-23) as recorded in a public repository; karpenter's price table (2026-07-20) and the calculator
    /// of ECS Managed Instances (2026-02-07) for EC2; a published sample of bills (2024-09) for load balancers.
    @ParameterizedTest
    @CsvSource({
        "us-east-1, fargate.linux.x86_64.vcpu-hour, 0.04048",
        "us-east-1, fargate.linux.x86_64.gb-hour, 0.004445",
        "us-east-1, fargate.linux.arm64.vcpu-hour, 0.03238",
        "us-east-1, fargate.linux.arm64.gb-hour, 0.00356",
        "us-east-1, fargate.spot.x86_64.vcpu-hour, 0.01288561",
        "us-east-1, fargate.ephemeral.gb-hour, 0.000111",
        "us-east-1, savings-1yr.fargate.linux.x86_64.vcpu-hour, 0.032384",
        "us-east-1, savings-3yr.fargate.linux.arm64.gb-hour, 0.00192",
        "us-east-1, alb.hour, 0.0225",
        "us-east-1, alb.lcu-hour, 0.008",
        "us-east-1, nat.hour, 0.045",
        "us-east-1, ipv4.hour, 0.005",
        "us-east-1, ec2.linux.c5.12xlarge, 2.04",
        "eu-central-1, fargate.linux.x86_64.vcpu-hour, 0.04656",
        "eu-central-1, fargate.linux.x86_64.gb-hour, 0.00511",
        "eu-central-1, fargate.linux.arm64.vcpu-hour, 0.03725",
        "eu-central-1, fargate.linux.arm64.gb-hour, 0.00409",
        "eu-central-1, fargate.spot.x86_64.vcpu-hour, 0.01441236",
        "eu-central-1, fargate.ephemeral.gb-hour, 0.000132",
        "eu-central-1, nat.hour, 0.052",
        "eu-central-1, cloudwatch.logs.ingested.gb, 0.63",
        "eu-central-1, ec2.linux.c5.12xlarge, 2.328"
    })
    void figureIsThePublishedOne(String region, String sku, String usd) throws IOException {
        assertThat(book(region).price(sku).orElseThrow().usd()).isEqualByComparingTo(usd);
    }

    @Test
    void exactlyTheseFiguresAreMissing() throws IOException {
        var missing = new ArrayList<String>();
        for (var region : SHIPPED.regions()) {
            var book = book(region);
            Skus.general().stream()
                    .filter(sku ->
                            book.price(sku).isEmpty() && book.tieredPrice(sku).isEmpty())
                    .forEach(sku -> missing.add(region + " " + sku));
        }
        assertThat(missing).containsExactlyInAnyOrderElementsOf(listed());
    }

    private static java.util.List<String> listed() throws IOException {
        try (var in = Objects.requireNonNull(ShippedFiguresTest.class.getResourceAsStream("missing-figures.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static PriceBook book(String region) throws IOException {
        var entry = SHIPPED.newest(region).orElseThrow();
        return SnapshotFile.read(entry.file()).book().orElseThrow();
    }
}
