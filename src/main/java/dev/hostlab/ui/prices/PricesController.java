package dev.hostlab.ui.prices;

import dev.hostlab.pricing.PriceChange;
import dev.hostlab.pricing.refresh.AwsPriceList;
import dev.hostlab.pricing.refresh.Refresh.Fetched;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Tables;
import dev.hostlab.units.Figures;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of prices: what figures there are, how old they are, and how to get new ones.
public final class PricesController {

    private static final double CHANGES_HEIGHT = 190;
    private static final double NAME_WIDTH = 420;
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final PricesViewModel model;
    private final Runnable back;

    @FXML
    private ComboBox<String> pricesRegion;

    @FXML
    private ComboBox<String> endpoint;

    @FXML
    private ComboBox<String> otherSnapshot;

    @FXML
    private Button refresh;

    @FXML
    private Label place;

    @FXML
    private Label summary;

    @FXML
    private Label overrides;

    @FXML
    private VBox problems;

    @FXML
    private HBox progressBanner;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label step;

    @FXML
    private HBox doubtBanner;

    @FXML
    private Label doubts;

    @FXML
    private Label message;

    @FXML
    private VBox changes;

    @FXML
    private TextField search;

    @FXML
    private VBox figures;

    /// @param back shows the page from which the user came
    public PricesController(PricesViewModel model, Runnable back) {
        this.model = model;
        this.back = back;
    }

    @FXML
    private void initialize() {
        pricesRegion.getItems().setAll(model.regions());
        pricesRegion.valueProperty().bindBidirectional(model.regionProperty());
        otherSnapshot.setOnShowing(opened -> otherSnapshot.getItems().setAll(model.others()));
        otherSnapshot.valueProperty().bindBidirectional(model.otherProperty());
        endpoint.getItems().setAll(AwsPriceList.ENDPOINT_REGIONS);
        endpoint.valueProperty().bindBidirectional(model.endpointProperty());
        var run = model.refresh();
        progress.progressProperty().bind(run.progressProperty());
        step.textProperty().bind(run.stepProperty());
        bind(progressBanner, run.runningProperty());
        refresh.disableProperty().bind(run.runningProperty());
        endpoint.disableProperty().bind(run.runningProperty());
        message.textProperty().bind(model.messageProperty());
        bind(message, model.messageProperty().isNotEmpty());
        overrides.setText(model.words().overrides());
        model.shownProperty().addListener((property, before, now) -> show(now));
        model.doubtedProperty().addListener((property, before, now) -> ask(now));
        model.problems().addListener((ListChangeListener<Object>) change -> showProblems());
        model.changes().addListener((ListChangeListener<PriceChange>) change -> showChanges());
        show(model.shownProperty().get());
        ask(model.doubtedProperty().get());
        showProblems();
        showChanges();
    }

    private static void bind(Node node, ObservableValue<Boolean> visible) {
        node.visibleProperty().bind(visible);
        node.managedProperty().bind(visible);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void show(Optional<PricesViewModel.Shown> shown) {
        place.setText(shown.map(it -> it.snapshot().location()).orElse("No prices of this region yet"));
        summary.setText(shown.map(model.words()::summary).orElse("Refresh from AWS to get them."));
        figures.getChildren().clear();
        shown.ifPresent(it -> figures.getChildren().setAll(table(it.rows()), sources(it)));
    }

    private TableView<PriceRow> table(List<PriceRow> rows) {
        var found = new FilteredList<PriceRow>(FXCollections.observableArrayList(rows));
        search.textProperty().subscribe(text -> found.setPredicate(row -> row.matches(text)));
        var sorted = new SortedList<PriceRow>(found);
        var table = Tables.of(rows, "No figure is called so.");
        table.setItems(sorted);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setRowFactory(own -> new Row());
        table.getColumns().add(Tables.words("Figure", NAME_WIDTH, PriceRow::sku));
        table.getColumns().add(Tables.figure("List price, $", 100, row -> figure(row.list())));
        table.getColumns().add(Tables.figure("In bills, $", 100, row -> figure(row.billed())));
        table.getColumns().add(Tables.words("Per", 132, PriceRow::unit));
        table.getColumns().add(Tables.words("State", 92, row -> row.state().words()));
        table.getColumns().add(Tables.words("Published", 88, PriceRow::published));
        table.getColumns().add(Tables.words("Charged since", 102, PriceRow::since));
        table.getColumns().add(Tables.words("Source", 210, PriceRow::source));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    /// Sorted by the first step; where there are several, the cell shows the first rate and the last, its tip all.
    private static Tables.Figure figure(String words) {
        var steps = words.split(", then ", -1);
        var first = rate(steps[0]);
        var text = steps.length == 1 ? words : first + " … " + rate(steps[steps.length - 1]);
        return new Tables.Figure(first.equals(Figures.NONE) ? -1 : Double.parseDouble(first), text, words);
    }

    /// The rate of a step such as "0.3 to 10000".
    private static String rate(String step) {
        return step.split(" ", 2)[0];
    }

    /// Missing figures stand out.
    private static final class Row extends TableRow<PriceRow> {

        @Override
        protected void updateItem(PriceRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(MISSING, !empty && row.state() == PriceRow.State.MISSING);
        }
    }

    private Label sources(PricesViewModel.Shown shown) {
        var count = shown.snapshot().sources().size();
        var label = Labels.of(count == 1 ? "One source" : count + " sources", "small", "muted");
        var texts =
                shown.snapshot().sources().stream().map(model.words()::source).toList();
        var tip = new Tooltip(String.join("\n\n", texts));
        tip.setWrapText(true);
        tip.setMaxWidth(520);
        label.setTooltip(tip);
        return label;
    }

    private void ask(Optional<Fetched> doubted) {
        show(doubtBanner, doubted.isPresent());
        doubts.setText(doubted.map(model.words()::doubts).orElse(""));
    }

    private void showProblems() {
        problems.getChildren().clear();
        for (var issue : model.problems()) {
            problems.getChildren().add(Labels.problem(issue.path(), issue.problem() + " " + issue.advice()));
        }
        show(problems, !problems.getChildren().isEmpty());
    }

    private void showChanges() {
        changes.getChildren().clear();
        if (!model.changes().isEmpty()) {
            var table = Tables.of(model.changes(), "");
            table.getColumns().add(Tables.words("Differs from the snapshot in use", 320, PriceChange::sku));
            table.getColumns().add(Tables.words("Before → after, $", 420, PriceChange::words));
            table.setMinHeight(CHANGES_HEIGHT);
            table.setPrefHeight(CHANGES_HEIGHT);
            changes.getChildren().add(table);
        }
        show(changes, !model.changes().isEmpty());
    }

    @FXML
    private void goBack() {
        model.cancel();
        back.run();
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void accept() {
        model.accept();
    }

    @FXML
    private void refuse() {
        model.refuse();
    }
}
