package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.TenantOutcome;
import dev.hostlab.report.TenantFacts;
import dev.hostlab.report.TenantFacts.Row;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.Tables;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who the requests belong to, what became of them, budgets, and who suffers for whom.
final class TenantsTab extends VBox {

    private static final double HEIGHT = 130;
    /// How pale what is left of a budget is.
    private static final double LEFT = 0.2;

    TenantsTab(Comparison comparison, Behaviour behaviour, Layers layers, Look look) {
        getStyleClass().add("tab-page");
        var facts = TenantFacts.of(comparison);
        if (!facts.neighbours().isEmpty()) {
            getChildren().add(neighbours(facts.neighbours()));
        }
        var shares = new VBox(8, Labels.of("What became of each tenant's requests", "heading"), table(facts.rows()));
        shares.getChildren()
                .add(Labels.wrapped(
                        "Arrived = passed + limited + over budget + unsent. Unsent never came to a call: turned away for a "
                                + "full line, lost with a task, or still waiting at the end. First replication.",
                        "small",
                        "muted"));
        shares.getStyleClass().add("panel");
        getChildren().add(shares);
        if (!facts.budgets().isEmpty()) {
            getChildren().add(budgets(facts.budgets(), look));
        }
        var tenants = TenantCharts.tenants(comparison);
        if (!tenants.isEmpty()) {
            getChildren().add(overTime(tenants, tenant -> charts(comparison, tenant, behaviour, layers, look)));
        }
    }

    /// The charts of one tenant at a time, made when it is chosen.
    private static VBox overTime(List<String> tenants, Function<String, ChartColumn> charts) {
        var choice = new ComboBox<String>();
        choice.setId("tenant");
        choice.getItems().setAll(tenants);
        choice.setAccessibleText("Tenant whose charts are shown");
        var place = new VBox();
        choice.valueProperty()
                .addListener((property, before, now) -> place.getChildren().setAll(charts.apply(now)));
        choice.setValue(tenants.getFirst());
        var line = new HBox(8, Labels.of("Over time", "heading"), choice);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, line, place);
    }

    private static ChartColumn charts(
            Comparison comparison, String tenant, Behaviour behaviour, Layers layers, Look look) {
        var charts = TenantCharts.of(comparison, behaviour.time(), tenant);
        var places = charts.charts().stream()
                .map(chart -> new ChartColumn.Place(chart, HEIGHT))
                .toList();
        var card = new CursorCard(comparison, behaviour.time(), layers, charts);
        return new ChartColumn(places, behaviour.viewport(), card, layers, look);
    }

    private static VBox neighbours(List<String> sentences) {
        var panel = new VBox(6, Labels.of("Noisy neighbours", "heading"));
        sentences.forEach(sentence -> panel.getChildren().add(Labels.wrapped(sentence)));
        panel.setId("noisy-neighbours");
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static TableView<Row> table(List<Row> rows) {
        var table = Tables.of(rows, "Nobody is told apart.");
        table.setId("tenants");
        var columns = table.getColumns();
        columns.add(Tables.words("Tenant", 72, Row::tenant));
        columns.add(Tables.option(Row::option));
        columns.add(
                figure("Arrived", 62, Row::arrived, tenant -> tenant.arrived().requests()));
        columns.add(figure("of all", 50, Row::share, tenant -> tenant.arrived().requests()));
        columns.add(figure("Passed", 56, Row::passed, tenant -> tenant.passed().requests()));
        columns.add(
                figure("Limited", 56, Row::limited, tenant -> tenant.limited().requests()));
        columns.add(figure(
                "Over budget",
                78,
                Row::overBudget,
                tenant -> tenant.overBudget().requests()));
        columns.add(figure("Unsent", 52, Row::unsent, tenant -> tenant.unsent().requests()));
        columns.add(figure("p95", 54, Row::p95, TenantOutcome::p95Seconds));
        columns.add(Tables.spared(
                figure("Tokens", 88, Row::tokens, tenant -> tenant.arrived().tokens())));
        return Tables.full(table);
    }

    private static TableColumn<Row, Tables.Figure> figure(
            String title, double width, Function<Row, String> text, ToDoubleFunction<TenantOutcome> number) {
        return Tables.figure(title, width, row -> new Tables.Figure(number.applyAsDouble(row.of()), text.apply(row)));
    }

    private static VBox budgets(List<TenantFacts.Budget> budgets, Look look) {
        var rows = new GridPane();
        rows.setHgap(12);
        rows.setVgap(5);
        var bars = new ColumnConstraints();
        bars.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().setAll(List.of(new ColumnConstraints(), new ColumnConstraints(), bars));
        var before = "";
        for (var budget : budgets) {
            var name = Labels.of(budget.tenant().equals(before) ? "" : budget.tenant(), "strong");
            var option = Labels.of(budget.option().shortLabel());
            var words = Labels.of(
                    budget.words(), "small", budget.state() == TenantFacts.State.FINE ? "muted" : "warning-text");
            List.of(name, option, words).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
            rows.addRow(rows.getRowCount(), name, option, bar(budget, look), words);
            before = budget.tenant();
        }
        var panel = new VBox(8, Labels.of("Budgets of the month", "heading"), rows);
        panel.setId("budgets");
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static SegmentBar bar(TenantFacts.Budget budget, Look look) {
        var used = new SegmentBar.Segment(budget.words(), budget.used(), 1);
        var left = new SegmentBar.Segment("left", Math.max(0, budget.tokens() - budget.used()), LEFT);
        var bar = new SegmentBar(budget.option(), look, List.of(used, left), Math.max(budget.tokens(), budget.used()));
        bar.setMaxHeight(Region.USE_PREF_SIZE);
        return bar;
    }
}
