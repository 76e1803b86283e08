package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.LimitSummary;
import dev.hostlab.report.LimitFacts;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.chart.Viewport;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Tables;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a service that calls a model asks of it, and what the provider's limits hold back.
final class TokensTab extends VBox {

    private static final List<Double> HEIGHTS = List.of(160.0, 130.0, 120.0, 110.0);

    static final String NO_LIMIT =
            "No limit of the provider is set, so every call passes. Give yours under “Model provider and tenants” on the "
                    + "left (tokens or requests a minute) to see what they hold back, and what waiting for them costs.";
    static final String HELPLESS =
            "In provider-bound minutes (shaded in the charts) the model provider's limit held requests back, not capacity: "
                    + "more tasks would not have helped. “Paid for waiting” is what a month costs for tasks that could "
                    + "only wait for it.";
    static final String NOTHING_REFUSED = "The provider's limits held nothing back.";

    TokensTab(Comparison comparison, Behaviour behaviour, Layers layers, Look look) {
        getStyleClass().add("tab-page");
        getChildren().add(limits(comparison));
        TokenCharts.of(comparison, behaviour.time()).ifPresent(charts -> {
            var column = charts(comparison, charts, behaviour.viewport(), layers, look);
            VBox.setVgrow(column, Priority.ALWAYS);
            getChildren().add(column);
        });
    }

    private static ChartColumn charts(
            Comparison comparison, TokenCharts charts, Viewport viewport, Layers layers, Look look) {
        var heights = HEIGHTS.iterator();
        var places = charts.charts().stream()
                .map(chart -> new ChartColumn.Place(chart, heights.next()))
                .toList();
        var card = new CursorCard(comparison, charts.tokens().time(), layers, charts);
        return new ChartColumn(places, viewport, card, layers, look);
    }

    private static VBox limits(Comparison comparison) {
        var panel = new VBox(8, Labels.of("Limits of the model provider", "heading"));
        panel.setId("provider-limits");
        panel.getStyleClass().add("panel");
        var facts = comparison.outcomes().stream()
                .map(LimitFacts::of)
                .filter(LimitFacts::isThere)
                .toList();
        if (facts.isEmpty()) {
            panel.getChildren().add(Labels.wrapped(NO_LIMIT, "muted"));
            return panel;
        }
        var bound = facts.stream().anyMatch(fact -> fact.words().isPresent());
        panel.getChildren().add(Labels.wrapped(bound ? HELPLESS : NOTHING_REFUSED, "limit-words"));
        panel.getChildren().add(table(facts));
        return panel;
    }

    private static TableView<LimitFacts> table(List<LimitFacts> facts) {
        var table = Tables.of(facts, "Nothing is limited.");
        table.getColumns().add(Tables.option(fact -> fact.outcome().option()));
        var columns = table.getColumns();
        columns.add(figure(
                "Provider-bound",
                LimitFacts::providerBound,
                fact -> all(fact).providerMinutes().mean()));
        columns.add(figure(
                "Capacity-bound",
                LimitFacts::capacityBound,
                fact -> all(fact).capacityMinutes().mean()));
        columns.add(figure(
                "Refused (429)", LimitFacts::refusedCalls, fact -> all(fact).refusedCalls()));
        columns.add(figure(
                "Retries",
                LimitFacts::retries,
                fact -> fact.outcome().requests().retries()));
        columns.add(figure(
                "Paid for waiting",
                LimitFacts::helpless,
                fact -> all(fact).helplessUsd().toDouble()));
        return Tables.full(table);
    }

    private static LimitSummary all(LimitFacts facts) {
        return facts.limits().orElseThrow();
    }

    private static TableColumn<LimitFacts, Tables.Figure> figure(
            String title, Function<LimitFacts, String> text, ToDoubleFunction<LimitFacts> number) {
        return Tables.figure(title, 66, fact -> new Tables.Figure(number.applyAsDouble(fact), text.apply(fact)));
    }
}
