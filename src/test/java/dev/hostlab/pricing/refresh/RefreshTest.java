package dev.hostlab.pricing.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Commitment;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.pricing.SnapshotStore;
import dev.hostlab.pricing.refresh.AwsPriceList.Patience;
import dev.hostlab.pricing.refresh.Records.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Fetching prices from a server on this machine that answers as AWS does, and as AWS does on a bad day.
class RefreshTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Patience PATIENT = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60));
    /// For servers that never answer; for others it would be a race.
    private static final Patience SHORT = new Patience(Duration.ofMillis(400), Duration.ofMillis(1500));
    private static final String CANARY_KEY = "AKIACANARYCANARY00";
    private static final String CANARY_SECRET = "canary/secret/of/nobody/0123456789abcdef";

    @TempDir
    private Path folder;

    @BeforeAll
    static void credentials() {
        System.setProperty("aws.accessKeyId", CANARY_KEY);
        System.setProperty("aws.secretAccessKey", CANARY_SECRET);
    }

    @AfterAll
    static void noCredentials() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void twoRegionsArriveWithTheFiguresOfTheirRecords() throws IOException, RefreshException {
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var refresh = refresh(list);
            var virginia = book(refresh.save(refresh.fetch("us-east-1", Watch.nobody())));
            var ireland = book(refresh.save(refresh.fetch("eu-west-1", Watch.nobody())));
            assertIsVirginia(virginia);
            assertIsIreland(ireland);
        }
    }

    private static void assertIsVirginia(PriceBook book) {
        assertThat(usd(book, Skus.fargateVcpu(Architecture.X86_64, false))).isEqualTo("0.04048");
        assertThat(usd(book, Skus.fargateMemory(Architecture.ARM64, false))).isEqualTo("0.00356");
        assertThat(usd(book, Skus.FARGATE_WINDOWS_MEMORY)).isEqualTo("0.01005");
        assertThat(usd(book, Skus.ALB_HOUR)).isEqualTo("0.0225");
        assertThat(usd(book, Skus.ALB_LCU)).isEqualTo("0.008");
        assertThat(usd(book, Skus.EBS_GP3_THROUGHPUT)).isEqualTo("0.04");
        assertThat(usd(book, Skus.PUBLIC_IPV4)).isEqualTo("0.005");
        assertThat(usd(book, Skus.ec2Linux("m7g.large"))).isEqualTo("0.0816");
        assertThat(usd(book, Skus.under(Commitment.ONE_YEAR, Skus.fargateVcpu(Architecture.X86_64, false))))
                .isEqualTo("0.031");
        assertThat(book.instanceTypes()).hasSize(2);
        assertThat(book.instanceType("m7g.large").orElseThrow().architecture()).isEqualTo(Architecture.ARM64);
        assertThat(book.tieredPrice(Skus.TRANSFER_OUT).orElseThrow().tiers())
                .extracting(tier -> tier.usd().toPlainString())
                .containsExactly("0.09", "0.085", "0.07");
        assertThat(book.tieredPrice(Skus.SQS_REQUESTS).orElseThrow().tiers())
                .extracting(tier -> tier.upTo().map(BigDecimal::toPlainString).orElse("no end") + " "
                        + tier.usd().toPlainString())
                .containsExactly("100000 0.4", "200000 0.3", "no end 0.24");
    }

    private static void assertIsIreland(PriceBook book) {
        assertThat(usd(book, Skus.fargateVcpu(Architecture.X86_64, false))).isEqualTo("0.08096");
        assertThat(usd(book, Skus.ALB_HOUR)).isEqualTo("0.045");
        assertThat(usd(book, Skus.ec2Linux("m7g.large"))).isEqualTo("0.1632");
        assertThat(usd(book, Skus.under(Commitment.ONE_YEAR, Skus.ec2Linux("m7g.large"))))
                .isEqualTo("0.0591");
        assertThat(book.location()).isEqualTo("EU (Ireland)");
        assertThat(book.price(Skus.ALB_LCU).orElseThrow().citation())
                .isEqualTo("aws-price-list-AWSELB, as of 2026-11-20");
    }

    @Test
    void publicationAndEffectiveDatesStayApart() throws IOException, RefreshException {
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var refresh = refresh(list);
            var file = refresh.save(refresh.fetch("us-east-1", Watch.nobody()));
            assertThat(file).hasFileName("us-east-1-2026-11-20.json");
            var figure = SnapshotFile.load(file).figures().getFirst();
            assertThat(figure.asOf()).hasToString("2026-11-20");
            assertThat(figure.effective()).hasToString("2026-10-01");
            assertThat(Files.readString(file)).contains("hostlab/prices/2");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaultLeavesTheFilesAsTheyAreAndSaysWhatToDo(Fault fault) throws IOException {
        var before = Files.copy(
                Path.of("pricing-snapshots", "us-east-1-2024-07-01.json"), folder.resolve("us-east-1-2024-07-01.json"));
        var bytes = Files.readAllBytes(before);
        var patience = fault.name().contains("HANGS") ? SHORT : PATIENT;
        try (var server = new PriceListServer(fault, bothRegions());
                var list = list(server.address(), () -> true, patience)) {
            assertRefused(refresh(list), fault.message());
            assertThat(server.requests()).isPositive();
        }
        assertThat(Files.readAllBytes(before)).isEqualTo(bytes);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(before);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        try (var list = list(URI.create("http://127.0.0.1:9"))) {
            assertRefused(refresh(list), "connection was refused");
        }
    }

    @Test
    void aNameThatNobodyKnowsIsNamed() {
        try (var list = list(URI.create("http://prices.invalid"))) {
            assertRefused(refresh(list), "DNS");
        }
    }

    @Test
    void aServerWithoutEncryptionIsNotTrusted() throws IOException {
        try (var socket = new ServerSocket(0);
                var list = list(URI.create("https://127.0.0.1:" + socket.getLocalPort()))) {
            var server = Thread.startVirtualThread(() -> answerInClear(socket));
            assertRefused(refresh(list), "TLS");
            server.interrupt();
        }
    }

    private static void answerInClear(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void regionsPricedInYuanAreRefused() {
        try (var list = list(URI.create("http://127.0.0.1:9"))) {
            var refused = catchThrowableOfType(
                    RefreshException.class, () -> refresh(list).fetch("cn-north-1", Watch.nobody()));
            assertThat(refused.issues().getFirst().problem()).contains("yuan");
        }
    }

    @Test
    void aPriceThatJumpsHasToBeConfirmed() throws IOException, RefreshException {
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var refresh = refresh(list);
            refresh.save(refresh.fetch("eu-west-1", Watch.nobody()));
            assertThat(refresh.fetch("eu-west-1", Watch.nobody()).changes()).isEmpty();
        }
        var dearer = bothRegions().stream()
                .map(product ->
                        product.usage().equals("EU-LCUUsage") && !product.sku().equals("NETWORK")
                                ? product.costing("0,Inf,0.0105")
                                : product)
                .toList();
        try (var server = new PriceListServer(Fault.NONE, dearer);
                var list = list(server.address())) {
            var fetched = refresh(list).fetch("eu-west-1", Watch.nobody());
            assertThat(fetched.doubtful()).singleElement().satisfies(change -> {
                assertThat(change.sku()).isEqualTo(Skus.ALB_LCU);
                assertThat(change.words()).isEqualTo("0.008 → 0.0105 (+31.3 %)");
            });
        }
    }

    @Test
    void figuresThatTheListDoesNotHaveAreCarriedOverWithTheirDate() throws IOException, RefreshException {
        Files.copy(
                Path.of("pricing-snapshots", "us-east-1-2024-07-01.json"), folder.resolve("us-east-1-2024-07-01.json"));
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var refresh = refresh(list);
            var fetched = refresh.fetch("us-east-1", Watch.nobody());
            var book = book(refresh.save(fetched));
            var spot = book.price(Skus.fargateVcpu(Architecture.X86_64, true)).orElseThrow();
            assertThat(spot.citation()).isEqualTo("fargate-calculator, as of 2026-09-29");
            assertThat(fetched.doubtful()).extracting(change -> change.sku()).contains("ec2.linux.m5.large");
        }
    }

    @Test
    void cancelEndsItAndWritesNothing() throws IOException {
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var cancelled = catchThrowableOfType(
                    RefreshCancelledException.class,
                    () -> refresh(list).fetch("us-east-1", (step, share) -> share < 0.3));
            assertThat(cancelled).isNotNull();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void cancelIsHeardWhileAFileIsRead() throws IOException {
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address(), () -> asked.incrementAndGet() < 18, PATIENT)) {
            assertThat(catchThrowableOfType(
                            RefreshCancelledException.class, () -> refresh(list).fetch("us-east-1", Watch.nobody())))
                    .isNotNull();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void credentialsSignTheRequestsAndAreNowhereElse() throws IOException, RefreshException {
        try (var server = new PriceListServer(Fault.NONE, bothRegions());
                var list = list(server.address())) {
            var refresh = refresh(list);
            var file = refresh.save(refresh.fetch("us-east-1", Watch.nobody()));
            assertThat(server.authorizations()).isNotEmpty().allMatch(header -> header.contains(CANARY_KEY));
            assertThat(Files.readString(file)).doesNotContain(CANARY_KEY).doesNotContain(CANARY_SECRET);
        }
        try (var server = new PriceListServer(Fault.ACCESS_DENIED, bothRegions());
                var list = list(server.address())) {
            var refused = catchThrowableOfType(
                    RefreshException.class, () -> refresh(list).fetch("us-east-1", Watch.nobody()));
            assertThat(refused.issues().toString()).doesNotContain(CANARY_KEY);
        }
    }

    private void assertRefused(Refresh refresh, String words) {
        var refused = catchThrowableOfType(RefreshException.class, () -> refresh.fetch("us-east-1", Watch.nobody()));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.issues().toString()).contains(words);
        assertThat(refused.issues())
                .allSatisfy(issue -> assertThat(issue.advice()).isNotBlank());
    }

    private Refresh refresh(PriceList list) {
        return new Refresh(list, new SnapshotStore(folder), TODAY);
    }

    private static AwsPriceList list(URI address) {
        return list(address, () -> true, PATIENT);
    }

    private static AwsPriceList list(URI address, BooleanSupplier goesOn, Patience patience) {
        var now = Instant.parse("2026-11-23T08:00:00Z");
        return new AwsPriceList("us-east-1", Optional.of(address), now, goesOn, patience);
    }

    private static List<Product> bothRegions() {
        var all = new ArrayList<>(RegionList.of("us-east-1", "USE1-", 1));
        all.addAll(RegionList.of("eu-west-1", "EU-", 2));
        return all;
    }

    private static PriceBook book(Path file) throws IOException {
        var reading = SnapshotFile.read(file);
        assertThat(reading.issues()).isEmpty();
        return reading.book().orElseThrow();
    }

    private static String usd(PriceBook book, String sku) {
        return book.price(sku).orElseThrow().usd().toPlainString();
    }
}
