package dev.hostlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The price snapshots that come with Hostlab.
class ShippedSnapshotsTest {

    private static final SnapshotCatalogue SHIPPED = new SnapshotCatalogue(Path.of("pricing-snapshots"));

    static List<SnapshotCatalogue.Entry> shipped() throws IOException {
        return SHIPPED.list();
    }

    @Test
    void thereIsOneForEachOfSeventeenRegions() throws IOException {
        assertThat(SHIPPED.regions())
                .containsExactly(
                        "ap-northeast-1",
                        "ap-northeast-2",
                        "ap-south-1",
                        "ap-southeast-1",
                        "ap-southeast-2",
                        "ca-central-1",
                        "eu-central-1",
                        "eu-north-1",
                        "eu-south-1",
                        "eu-west-1",
                        "eu-west-2",
                        "eu-west-3",
                        "sa-east-1",
                        "us-east-1",
                        "us-east-2",
                        "us-west-1",
                        "us-west-2");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachVerifiesAndBearsTheDateOfItsOldestFigure(SnapshotCatalogue.Entry entry) throws IOException {
        var reading = SnapshotFile.read(entry.file());
        assertThat(reading.issues()).isEmpty();
        var book = reading.book().orElseThrow();
        assertThat(book.region()).isEqualTo(entry.region());
        assertThat(book.asOf()).isEqualTo(entry.asOf());
        assertThat(book.sha256()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachKnowsWhatEveryBillNeeds(SnapshotCatalogue.Entry entry) throws IOException {
        var book = book(entry.region());
        for (var architecture : Architecture.values()) {
            assertThat(book.price(Skus.fargateVcpu(architecture, false))).isPresent();
            assertThat(book.price(Skus.fargateMemory(architecture, false))).isPresent();
        }
        assertThat(book.instanceTypes())
                .hasSizeGreaterThan(140)
                .allSatisfy(type ->
                        assertThat(book.price(Skus.ec2Linux(type.name()))).isPresent());
        for (var type : List.of("t3.micro", "t4g.medium", "m5.large", "c6g.xlarge", "r5.large")) {
            assertThat(book.instanceType(type)).as(type).isPresent();
        }
        assertThat(book.tieredPrice(Skus.TRANSFER_OUT)).isPresent();
        assertThat(book.price(Skus.PUBLIC_IPV4)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void oneFlippedCharacterAnywhereIsNoticed(SnapshotCatalogue.Entry entry) throws IOException {
        var text = Files.readString(entry.file());
        var random = new Random(entry.region().hashCode());
        for (var i = 0; i < 40; i++) {
            var at = random.nextInt(text.length());
            if (!Character.isWhitespace(text.charAt(at))) {
                var flipped = text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
                assertThat(SnapshotFile.read("flipped.json", flipped).issues())
                        .as("%s at %d: %s", entry.region(), at, text.substring(Math.max(0, at - 20), at + 1))
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void lineEndsAndIndentationDoNotMatter(SnapshotCatalogue.Entry entry) throws IOException {
        var text = Files.readString(entry.file()).replace("\n", "\r\n\t");
        assertThat(SnapshotFile.read("windows.json", text).issues()).isEmpty();
    }

    @Test
    void virginiaHasThePublishedFigures() throws IOException {
        var book = book("us-east-1");
        assertThat(usd(book, Skus.fargateVcpu(Architecture.X86_64, false))).isEqualTo("0.04048");
        assertThat(usd(book, Skus.fargateMemory(Architecture.X86_64, false))).isEqualTo("0.004445");
        assertThat(usd(book, Skus.ALB_HOUR)).isEqualTo("0.0225");
        assertThat(usd(book, Skus.ALB_LCU)).isEqualTo("0.008");
        assertThat(usd(book, Skus.ec2Linux("m7g.large"))).isEqualTo("0.0816");
        assertThat(book.price(Skus.ALB_HOUR).orElseThrow().citation()).isEqualTo("focus-sample, as of 2024-09");
        var type = book.instanceType("m7g.large").orElseThrow();
        assertThat(type.vcpus()).isEqualTo(2);
        assertThat(type.memoryMebibytes()).isEqualTo(8192);
        assertThat(type.architecture()).isEqualTo(Architecture.ARM64);
    }

    @Test
    void anUnknownFigureIsAbsentAndNotZero() throws IOException {
        var book = book("eu-south-1");
        assertThat(book.price(Skus.ALB_HOUR)).isEmpty();
        assertThat(book.price(Skus.ALB_LCU)).isEmpty();
    }

    private static String usd(PriceBook book, String sku) {
        return book.price(sku).orElseThrow().usd().toPlainString();
    }

    private static PriceBook book(String region) throws IOException {
        var entry = SHIPPED.newest(region).orElseThrow();
        return SnapshotFile.read(entry.file()).book().orElseThrow();
    }
}
