package dev.hostlab.ui.workspace;

import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.LoadPicture;
import dev.hostlab.ui.common.Sparkline;
import dev.hostlab.units.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The scenario as a column of fields. What is folded is made when it is opened.
final class FormView extends VBox {

    private static final double PICTURE_HEIGHT = 44;

    private final WorkspaceViewModel workspace;
    private final Runnable prices;
    private final VBox load = new VBox(4);

    /// @param prices shows the prices of the region
    FormView(WorkspaceViewModel workspace, Runnable prices) {
        this.workspace = workspace;
        this.prices = prices;
        getStyleClass().add("form");
        var sections = FormSections.standard();
        for (var section : sections.open()) {
            getChildren().add(heading(section.title()));
            if (section.title().equals("Workload")) {
                getChildren().add(load);
            }
            getChildren().addAll(rows(section));
        }
        getChildren().add(heading("All other settings"));
        sections.folded().forEach(section -> getChildren().add(folded(section)));
        workspace.traceProperty().addListener((property, before, now) -> show(now));
        show(workspace.traceProperty().get());
    }

    private static Node heading(String title) {
        var heading = Labels.of(title, "section");
        VBox.setMargin(heading, new Insets(10, 0, 2, 0));
        return heading;
    }

    private List<FieldRow> rows(FormSections.Section section) {
        return section.parameters().stream().map(this::row).toList();
    }

    private FieldRow row(Parameter<?> parameter) {
        var form = workspace.form();
        var field = form.field(parameter.path());
        var isRegion = field.path().equals(RunParameters.REGION.path());
        var row = new FieldRow(field, isRegion ? workspace.regions() : field.choices(), () -> form.reset(field.path()));
        if (isRegion) {
            row.link("Prices", "regionPrices", prices);
        }
        return DragRange.suits(parameter) ? row.withSlider(new FieldSlider(field, parameter, workspace)) : row;
    }

    private TitledPane folded(FormSections.Section section) {
        var pane = new TitledPane();
        pane.setText(section.title());
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("fold");
        pane.expandedProperty().addListener((property, before, now) -> {
            if (now && pane.getContent() == null) {
                var rows = new VBox();
                rows.getStyleClass().add("fold-rows");
                rows.getChildren().setAll(rows(section));
                pane.setContent(rows);
            }
        });
        var form = workspace.form();
        form.resolutionProperty().addListener((property, before, now) -> {
            var wrong = now.issues().stream()
                    .filter(issue ->
                            section.parameters().stream().anyMatch(p -> p.path().equals(issue.path())))
                    .count();
            pane.setText(wrong == 0 ? section.title() : section.title() + ": " + wrong + " to mend");
        });
        return pane;
    }

    private void show(Optional<TraceReading.Accepted> trace) {
        load.getChildren().clear();
        trace.ifPresent(read -> {
            var workload = read.workload();
            var name = Labels.of(workload.name(), "strong");
            name.setMaxWidth(Double.MAX_VALUE);
            name.setTooltip(new Tooltip(workload.name()));
            var words = Figures.count(Math.round(workload.arrivals().requests())) + " requests over "
                    + Figures.span(Duration.between(workload.from(), workload.to()));
            var picture = new Sparkline(LoadPicture.of(workload.arrivals()));
            picture.setPrefHeight(PICTURE_HEIGHT);
            picture.setMinHeight(Region.USE_PREF_SIZE);
            load.getChildren().setAll(name, Labels.of(words, "small", "muted"), picture);
        });
    }
}
