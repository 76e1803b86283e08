package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.pricing.refresh.FakePriceList;
import dev.hostlab.pricing.refresh.FakePriceList.Mood;
import dev.hostlab.pricing.refresh.PriceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looking at prices and fetching new ones, from a price list that is none.
class PricesJourneyTest {

    private static final String SHIPPED = "us-east-1-2024-07-01.json";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path snapshots;

    private final AtomicInteger opened = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    @SuppressWarnings("NullAway.Init")
    private TestWindow window;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException, ExecutionException {
        snapshots = Files.createDirectory(folder.resolve("prices"));
        Files.copy(Path.of("pricing-snapshots", SHIPPED), snapshots.resolve(SHIPPED));
        window = Stagehand.onScreen(() -> new TestWindow(folder, snapshots, this::list));
    }

    private PriceList list(String endpointRegion, Instant now, BooleanSupplier goesOn) {
        opened.incrementAndGet();
        return new FakePriceList(2, mood, goesOn);
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(window::close);
    }

    @Test
    void everyFigureStandsWithItsSourceAndDatesAndMissingOnesAreMarked()
            throws InterruptedException, ExecutionException {
        fire("#openPrices");
        Stagehand.waitFor("figures", () -> window.look("#figures > .table-view").isPresent());
        assertThat(window.text("#summary")).contains("2024-07-01", "years old", "missing", SHIPPED);
        assertThat(window.text("#overrides")).contains("no discount", "No rates of your own");
        Stagehand.onScreen(() -> ((TextField) window.find("#search")).setText("fargate.linux.x86_64.vcpu"));
        assertThat(rows("#figures > .table-view"))
                .first()
                .asString()
                .contains("0.04048", "vCPU-hour", "published=2025-10-27", "source=github.com");
        Stagehand.onScreen(() -> ((TextField) window.find("#search")).setText("missing"));
        assertThat(rows("#figures > .table-view")).isNotEmpty().allMatch(row -> row.contains("MISSING"));
        fire("#leavePrices");
        assertThat(Stagehand.onScreen(() -> window.look("#openTrace"))).isPresent();
        assertThat(opened).as("price lists opened without being asked").hasValue(0);
    }

    @Test
    void ownRatesAndDiscountAreShown() throws InterruptedException, ExecutionException {
        window.begin("code-assistant.csv");
        window.expand("Billing");
        window.write("billing.discountPercent", "10");
        fire("#regionPrices");
        Stagehand.waitFor("figures", () -> window.look("#figures > .table-view").isPresent());
        assertThat(window.text("#overrides")).contains("takes 10 % off");
        Stagehand.onScreen(() -> ((TextField) window.find("#search")).setText("fargate.linux.x86_64.vcpu"));
        assertThat(rows("#figures > .table-view")).first().asString().contains("0.04048", "0.036432");
    }

    @Test
    void anyTwoSnapshotsAreHeldAgainstEachOther() throws IOException, InterruptedException, ExecutionException {
        var other = "eu-central-1-2024-09-25.json";
        Files.copy(Path.of("pricing-snapshots", other), snapshots.resolve(other));
        fire("#openPrices");
        Stagehand.waitFor("figures", () -> window.look("#figures > .table-view").isPresent());
        Stagehand.onScreen(() -> choose(other));
        Stagehand.waitFor("the differences", () -> window.isShown("#message"));
        assertThat(window.text("#message")).contains(other, "differ");
        assertThat(rows("#changes > .table-view"))
                .anyMatch(row -> row.contains("fargate.linux.x86_64.vcpu-hour") && row.contains("0.04048"));
        Stagehand.onScreen(() -> choose(""));
        assertThat(window.isVisible("#message")).isFalse();
        assertThat(opened).as("price lists opened without being asked").hasValue(0);
    }

    @Test
    void refreshThatFailsHalfWayChangesNothing() throws IOException, InterruptedException, ExecutionException {
        mood = Mood.FAILS;
        fire("#openPrices");
        fire("#refresh");
        Stagehand.waitFor("the reason", () -> window.look(".problem-panel").isPresent());
        assertThat(window.visible(".problem-panel .label")).anyMatch(text -> text.contains("throttled"));
        assertThat(window.isVisible("#progressBanner")).isFalse();
        assertThat(files()).containsExactly(SHIPPED);
    }

    @Test
    void hangingRefreshIsCancelledAtOnce() throws IOException, InterruptedException, ExecutionException {
        mood = Mood.HANGS;
        fire("#openPrices");
        fire("#refresh");
        Stagehand.waitFor("half the way", () -> window.isShown("#progressBanner"));
        fire("#cancelRefresh");
        assertThat(window.isVisible("#progressBanner")).isFalse();
        assertThat(window.text("#message")).contains("Cancelled", "nothing was written");
        assertThat(files()).containsExactly(SHIPPED);
    }

    @Test
    void doubtfulPricesNeedTheUsersWordAndThenEveryBillIsWeighedAgain()
            throws IOException, InterruptedException, ExecutionException {
        window.begin("code-assistant.csv");
        var before = window.text("#total-fargate");
        fire("#regionPrices");
        fire("#refresh");
        Stagehand.waitFor("the question", () -> window.isShown("#doubtBanner"));
        assertThat(window.text("#doubts")).contains("more than 30 %");
        assertThat(rows("#changes > .table-view")).anyMatch(row -> row.contains("fargate.linux.x86_64.vcpu-hour"));
        assertThat(files()).containsExactly(SHIPPED);
        fire("#refuseChanges");
        assertThat(window.text("#message")).contains("nothing was written");
        fire("#refresh");
        Stagehand.waitFor("the question", () -> window.isShown("#doubtBanner"));
        fire("#acceptChanges");
        Stagehand.waitFor("the new prices", () -> window.isShown("#message"));
        assertThat(files()).hasSize(2);
        fire("#leavePrices");
        assertThat(window.text("#total-fargate")).startsWith("$").isNotEqualTo(before);
        assertThat(window.shell().model().simulations())
                .as("nothing was simulated again")
                .isEqualTo(1);
    }

    private void fire(String button) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((Button) window.find(button)).fire());
    }

    private List<String> rows(String table) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> ((TableView<?>) window.find(table))
                .getItems().stream().map(Object::toString).toList());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(snapshots)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private void choose(String snapshot) {
        ((ComboBox<String>) window.find("#otherSnapshot")).setValue(snapshot);
    }
}
