package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.report.QueueFacts;
import dev.hostlab.units.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says of tokens, limits, tenants, queues, events and scaling metrics: the same figures as the result.
class ModelTabsTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestWindow window;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Stagehand.startToolkit();
    }

    @BeforeEach
    void open() throws InterruptedException, ExecutionException {
        window = Stagehand.onScreen(() -> new TestWindow(folder));
    }

    @AfterEach
    void close() throws InterruptedException, ExecutionException {
        Stagehand.onScreen(window::close);
    }

    private void begin(String sample, Map<String, String> changes)
            throws IOException, InterruptedException, ExecutionException {
        var scenario = Scenarios.write(folder, sample, changes);
        Stagehand.onScreen(() -> window.shell().begin(scenario));
        window.waitForResult();
    }

    private void fire(String selector) throws InterruptedException, ExecutionException {
        Stagehand.onScreen(() -> ((ButtonBase) window.find(selector)).fire());
        Stagehand.onScreen(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
    }

    private List<String> tabs() throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> window.all(".tab-button").stream()
                .filter(Node::isVisible)
                .map(tab -> ((ToggleButton) tab).getText())
                .toList());
    }

    private List<List<String>> cells(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> {
            var table = (TableView<?>) window.find(selector);
            return IntStream.range(0, table.getItems().size())
                    .mapToObj(row -> table.getColumns().stream()
                            .map(column -> String.valueOf(column.getCellData(row)))
                            .toList())
                    .toList();
        });
    }

    private List<String> words(String selector) throws InterruptedException, ExecutionException {
        return Stagehand.onScreen(() -> window.find(selector).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private List<Outcome> outcomes() {
        return window.shell().model().comparison().orElseThrow().outcomes();
    }

    @Test
    void limitsAndTenantsAreShownAsTheResultHasThem() throws IOException, InterruptedException, ExecutionException {
        begin("chat-service.csv", Scenarios.LIMITS);
        assertThat(tabs()).contains("Tokens", "Tenants", "Metrics").doesNotContain("Queue");
        assertThat(words(".legend")).contains("provider-bound");
        fire("#tab-tokens");
        var rows = cells("#provider-limits .table-view");
        for (var i = 0; i < rows.size(); i++) {
            var outcome = outcomes().get(i);
            var limits = outcome.limits().orElseThrow();
            assertThat(limits.refusedCalls()).isPositive();
            assertThat(rows.get(i))
                    .containsExactly(
                            outcome.option().shortLabel(),
                            Figures.number(limits.providerMinutes().mean()) + " min",
                            Figures.number(limits.capacityMinutes().mean()) + " min",
                            Figures.count(limits.refusedCalls()),
                            Figures.count(outcome.requests().retries()),
                            Figures.usd(limits.helplessUsd().toDouble()));
        }
        assertThat(words("#provider-limits")).anyMatch(text -> text.contains("more tasks would not have helped"));
    }

    @Test
    void tenantsAndEvaluationsAreShownAndExported() throws IOException, InterruptedException, ExecutionException {
        begin("chat-service.csv", Scenarios.LIMITS);
        fire("#tab-tenants");
        var tenants = outcomes().stream()
                .flatMap(outcome -> outcome.limits().orElseThrow().tenants().stream())
                .toList();
        assertThat(cells("#tenants"))
                .hasSameSizeAs(tenants)
                .allMatch(row -> tenants.stream().anyMatch(tenant -> isOf(tenant, row)));
        // refused and arrived are both requests a minute: one scale, or the part looks larger than the whole
        assertThat(words(".legend")).contains("arrived").noneMatch(text -> text.startsWith("arrived, right"));
        assertThat(words("#budgets")).anyMatch(text -> text.contains("of 12,000,000 tokens"));
        assertThat(Stagehand.onScreen(() -> ((ComboBox<?>) window.find("#tenant")).getItems()))
                .hasSize(3);
        fire("#tab-effort");
        var lead = outcomes().getFirst().delivery().orElseThrow().leadMinutes();
        assertThat(cells("#delivery").getFirst()).contains(Figures.seconds(60 * lead));
        window.strike(KeyCode.CONTROL, KeyCode.E);
        assertThat(Files.readString(folder.resolve("chat-service.html")))
                .contains(
                        "provider-bound: more tasks would not have helped",
                        "First token, 95th percentile",
                        "Requests in flight",
                        "<h2>The model provider&#39;s limits</h2>",
                        "<h2>Tenants</h2>",
                        "<h2>Budgets of tenants</h2>",
                        "<h2>Evaluations and rotations</h2>");
    }

    private static boolean isOf(TenantOutcome tenant, List<String> row) {
        return row.getFirst().equals(tenant.name())
                && row.containsAll(List.of(
                        Figures.count(tenant.arrived().requests()),
                        Figures.count(tenant.passed().requests()),
                        Figures.count(tenant.limited().requests()),
                        Figures.count(tenant.overBudget().requests()),
                        Figures.seconds(tenant.p95Seconds())));
    }

    @Test
    void tabsComeAndGoWithWhatThereIsToSay() throws IOException, InterruptedException, ExecutionException {
        begin("code-assistant.csv", Map.of("replications", "1"));
        assertThat(tabs())
                .containsExactly(
                        "Behaviour", "Cost", "Effort", "Tokens", "Metrics", "Decisions", "Events", "Assumptions");
        fire("#tab-tokens");
        assertThat(words("#provider-limits")).anyMatch(text -> text.startsWith("No limit of the provider is set"));
        window.begin("retrieval-worker.csv");
        assertThat(tabs()).contains("Queue").doesNotContain("Tokens", "Tenants");
        assertThat(Stagehand.onScreen(() -> ((ToggleButton) window.find("#tab-behaviour")).isSelected()))
                .as("what was looked at is gone")
                .isTrue();
        fire("#tab-queue");
        assertThat(cells("#queue-figures .table-view").getFirst())
                .contains(QueueFacts.of(outcomes().getFirst()).oldest());
    }

    @Test
    void cursorIsSharedByAllTabsWithCharts() throws IOException, InterruptedException, ExecutionException {
        begin("code-assistant.csv", Map.of("replications", "1"));
        Stagehand.onScreen(() -> TestWindow.press(window.find(".time-chart"), KeyCode.PLUS));
        fire("#tab-tokens");
        var all = Stagehand.onScreen(() -> window.all(".charts .button").stream()
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().equals("Show all"))
                .findFirst()
                .orElseThrow());
        assertThat(all.isDisabled()).as("zoomed there too").isFalse();
    }

    @Test
    void metricsAreComparedInTheBackgroundAndExported() throws IOException, InterruptedException, ExecutionException {
        begin("code-assistant.csv", Map.of("replications", "1"));
        fire("#tab-metrics");
        assertThat(Stagehand.onScreen(() -> ((CheckBox) window.find("#metric-cpu")).isSelected()))
                .isTrue();
        fire("#compare-metrics");
        Stagehand.waitFor("the trials", () -> window.isShown("#trial-result"));
        var rows = cells("#trials");
        assertThat(rows).hasSize(6);
        assertThat(rows.get(2).subList(0, 2)).containsExactly("ECS on EC2", "cpu");
        assertThat(rows.get(3).subList(0, 2)).containsExactly("ECS on EC2", "in-flight");
        var bill = outcomes().get(1).monthlyBill().mean();
        assertThat(rows.subList(2, 4))
                .as("the form's own metric comes to what the cards say")
                .anyMatch(row -> row.contains(Figures.usd(bill)));
        assertThat(words("#trial-result")).anyMatch(text -> text.contains("requests in flight for each slot"));
        window.strike(KeyCode.CONTROL, KeyCode.E);
        assertThat(Files.readString(folder.resolve("code-assistant.html"))).contains("Scaling metrics side by side");
    }

    @Test
    void trialsAreCancelled() throws IOException, InterruptedException, ExecutionException {
        begin("chat-service.csv", Map.of("replications", "1"));
        fire("#tab-metrics");
        Stagehand.onScreen(() -> {
            ((ButtonBase) window.find("#compare-metrics")).fire();
            assertThat(window.isShown("#cancel-trials")).isTrue();
            ((ButtonBase) window.find("#cancel-trials")).fire();
        });
        assertThat(window.text("#trials-message")).isEqualTo("Cancelled.");
        assertThat(window.isVisible("#trial-result")).isFalse();
        assertThat(Stagehand.onScreen(() -> window.find("#compare-metrics").isDisabled()))
                .isFalse();
    }

    @Test
    void eventsAreListedAndMarked() throws IOException, InterruptedException, ExecutionException {
        begin("code-assistant.csv", Map.of("replications", "1", "events.deploymentsAt", "0.3"));
        fire("#tab-events");
        var events =
                outcomes().stream().mapToInt(outcome -> outcome.events().size()).sum();
        var rows = cells(".tab-page .table-view");
        assertThat(rows).hasSize(events).hasSize(3);
        var first = outcomes().getFirst().events().getFirst();
        assertThat(rows.getFirst())
                .contains(
                        outcomes().getFirst().option().shortLabel(),
                        Figures.count(first.event().notServed()))
                .anyMatch(text -> text.startsWith("Deployment, ") && text.contains("after "));
        fire("#tab-behaviour");
        Stagehand.onScreen(() -> {
            var chart = window.find(".time-chart");
            TestWindow.press(chart, KeyCode.RIGHT);
        });
        assertThat(Stagehand.onScreen(() -> window.find(".cursor-card").isVisible()))
                .isTrue();
    }
}
