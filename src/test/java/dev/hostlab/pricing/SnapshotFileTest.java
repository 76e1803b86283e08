package dev.hostlab.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.PriceDate;
import dev.hostlab.pricebook.PriceSource;
import dev.hostlab.pricebook.PriceTier;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.Snapshot.Figure;
import dev.hostlab.pricing.Snapshot.InstanceFigure;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Writing and reading snapshot files, good ones and bad ones.
class SnapshotFileTest {

    private static final PriceDate DAY = new PriceDate("2026-11-20");
    private static final Snapshot SMALL = new Snapshot(
            "eu-test-1",
            "Test „Größe\"",
            List.of(new PriceSource("hand", "made up \\ for this test", "2026-11-20", "none", "all")),
            List.of(
                    Figure.flat(Skus.ALB_HOUR, new BigDecimal("0.02250"), new PriceDate("2024-09"), "hand"),
                    Figure.unknown(Skus.ALB_LCU),
                    Figure.flat(
                            Skus.NAT_HOUR, new BigDecimal("0.0000000000000000000000001"), PriceDate.UNKNOWN, "hand"),
                    new Figure(
                            Skus.TRANSFER_OUT,
                            List.of(
                                    new PriceTier(BigDecimal.TEN, BigDecimal.ONE),
                                    new PriceTier(null, BigDecimal.ZERO)),
                            DAY,
                            "hand")),
            List.of(new InstanceFigure(
                    new InstanceType("t2.nano", 1, 512, Architecture.X86_64, null, true, 0),
                    Figure.flat(Skus.ec2Linux("t2.nano"), new BigDecimal("0.0058"), DAY, "hand"))));

    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenCanBeReadToTheLastDigit() throws IOException {
        var file = directory.resolve("eu-test-1-2024-09-01.json");
        SnapshotFile.write(file, SMALL);
        var book = SnapshotFile.read(file).book().orElseThrow();
        assertThat(book.location()).isEqualTo(SMALL.location());
        assertThat(book.asOf()).hasToString("2024-09-01");
        assertThat(book.price(Skus.NAT_HOUR).orElseThrow().usd()).isEqualTo(new BigDecimal("1E-25"));
        assertThat(book.price(Skus.ALB_HOUR).orElseThrow().usd()).isEqualTo(new BigDecimal("0.02250"));
        assertThat(book.price(Skus.ALB_LCU)).isEmpty();
        assertThat(book.tieredPrice(Skus.TRANSFER_OUT).orElseThrow().tiers()).hasSize(2);
        assertThat(book.instanceType("t2.nano").orElseThrow().networkBaselineMbps())
                .isEmpty();
    }

    @Test
    void aFileIsNeverReplaced() throws IOException {
        var file = directory.resolve("prices.json");
        SnapshotFile.write(file, SMALL);
        assertThatThrownBy(() -> SnapshotFile.write(file, SMALL)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void shippedFilesHaveTheLayoutThatIsWritten() throws IOException {
        for (var entry : new SnapshotCatalogue(Path.of("pricing-snapshots")).list()) {
            var text = Files.readString(entry.file());
            assertThat(text).isEqualTo(SnapshotFile.text(SnapshotFile.snapshot(text)));
        }
    }

    @Test
    void allProblemsAreReportedAtOnceWithFileAndPath() {
        var text = SnapshotFile.text(SMALL)
                .replace("\"usd\": 0.02250", "\"usd\": -1")
                .replace("\"unit\": \"LCU-hour\"", "\"unit\": \"hour\"")
                .replace("\"vcpus\": 1", "\"vcpus\": 1.5, \"cores\": 1")
                .replace("2026-11-20\", \"source\": \"hand\"}\n  ]\n}", "soon\", \"source\": \"nobody\"}\n  ]\n}");
        var issues = SnapshotFile.read("x.json", text).issues();
        assertThat(issues)
                .extracting(Issue::path)
                .containsExactlyInAnyOrder(
                        "x.json: prices[0].usd",
                        "x.json: prices[1].unit",
                        "x.json: instanceTypes[0].cores",
                        "x.json: instanceTypes[0].vcpus",
                        "x.json: instanceTypes[0].asOf",
                        "x.json: instanceTypes[0].source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"schema\": \"hostlab/prices/2\"}",
                "{\"schema\": \"hostlab/prices/1\"}",
                "{\"schema\": \"hostlab/prices/1\", \"schema\": \"hostlab/prices/1\"}",
                "{\"schema\": 1",
                "not json"
            })
    void documentsOfAnotherKindAreRefused(String text) {
        var reading = SnapshotFile.read("x.json", text);
        assertThat(reading.book()).isEmpty();
        assertThat(reading.issues())
                .isNotEmpty()
                .allSatisfy(issue -> assertThat(issue.path()).startsWith("x.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e999999999", "\"0.02\"", "true", "[]", "-0.0001"})
    void figuresThatAreNoAmountsAreRefused(String figure) {
        var text = SnapshotFile.text(SMALL).replace("0.02250", figure);
        assertThat(SnapshotFile.read("x.json", text).issues()).isNotEmpty();
    }

    @Test
    void aChangedFigureFailsTheHash() {
        var text = SnapshotFile.text(SMALL).replace("0.02250", "0.02251");
        assertThat(SnapshotFile.read("x.json", text).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.path()).isEqualTo("x.json: sha256"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        var file = directory.resolve("x.json");
        Files.write(file, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'});
        assertThat(SnapshotFile.read(file).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.problem()).contains("UTF-8"));
    }

    @Test
    void theNewestOfARegionIsFoundByDateAndIssue() throws IOException {
        var catalogue = new SnapshotCatalogue(directory);
        for (var name : List.of(
                "eu-west-1-2024-09-01.json",
                "eu-west-1-2026-11-20.json",
                "eu-west-1-2026-11-20-2.json",
                "eu-west-2-2027-01-01.json",
                "eu-west-1-2027-13-01.json",
                "notes.json")) {
            Files.writeString(directory.resolve(name), "");
        }
        assertThat(catalogue.list()).hasSize(4);
        assertThat(catalogue.newest("eu-west-1").orElseThrow().file()).hasFileName("eu-west-1-2026-11-20-2.json");
        assertThat(catalogue.newest("mars-1")).isEmpty();
        assertThat(catalogue.regions()).containsExactly("eu-west-1", "eu-west-2");
    }

    @Test
    void aFreeNameNeverMeetsAnExistingFile() throws IOException {
        var catalogue = new SnapshotCatalogue(directory);
        assertThat(catalogue.freeName(SMALL)).hasFileName("eu-test-1-2024-09-01.json");
        SnapshotFile.write(catalogue.freeName(SMALL), SMALL);
        assertThat(catalogue.freeName(SMALL)).hasFileName("eu-test-1-2024-09-01-2.json");
        assertThat(new SnapshotCatalogue(directory.resolve("none")).list()).isEmpty();
    }
}
