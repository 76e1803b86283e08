package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.LatencySummary;
import dev.hostlab.report.OptionFacts;
import dev.hostlab.report.Totals;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.ui.common.Look;
import dev.hostlab.units.Figures;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One option at a glance: what it costs in all, where that goes, how it serves.
final class CardView extends VBox {

    private static final double PEOPLE = 0.35;
    private static final Pattern FIGURE_AND_UNIT = Pattern.compile("(\\d) ");

    private final GridPane rows = new GridPane();

    /// @param highest the highest total of all options, to which the bar is drawn
    /// @param whole   whether all options are in, so that this one can be told better or worse than others
    CardView(OptionFacts facts, double highest, Look look, boolean whole) {
        getStyleClass().addAll("panel", "card", facts.option().id());
        setId("card-" + facts.option().id());
        rows.getStyleClass().add("card-rows");
        var name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        var value = new ColumnConstraints();
        value.setMinWidth(Region.USE_PREF_SIZE);
        rows.getColumnConstraints().setAll(name, value);
        fill(facts);
        setMinWidth(0);
        getChildren()
                .setAll(
                        heading(facts),
                        total(facts),
                        interval(facts, whole),
                        bar(facts, highest, look),
                        rows,
                        setup(facts));
        if (whole) {
            getChildren().add(badges(facts));
        }
    }

    private static HBox heading(OptionFacts facts) {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        var name = Labels.of(facts.option().label(), "heading");
        var heading = new HBox(8, mark, name);
        name.setMinWidth(Region.USE_PREF_SIZE);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    /// On lines of its own, so that all of it can be read on narrow cards.
    private static Label setup(OptionFacts facts) {
        var words = FIGURE_AND_UNIT.matcher(facts.outcome().setup()).replaceAll("$1\u00a0");
        var setup = Labels.wrapped(words, "small", "muted");
        VBox.setMargin(setup, new Insets(3, 0, 0, 0));
        return setup;
    }

    private static FlowPane badges(OptionFacts facts) {
        var badges = new FlowPane(4, 4);
        badges.getStyleClass().add("badges");
        for (var badge : facts.badges()) {
            badges.getChildren().add(Labels.of(badge.text(), "badge", badge.warning() ? "warning" : "praise"));
        }
        return badges;
    }

    private static HBox total(OptionFacts facts) {
        var total = Labels.of(facts.total(), "total");
        total.setId("total-" + facts.option().id());
        total.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(6, total, Labels.of("a month", "muted"));
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static Label interval(OptionFacts facts, boolean whole) {
        if (!whole) {
            return Labels.of(facts.totalInterval(), "muted");
        }
        var above = facts.aboveLowest();
        var words = switch (above) {
            case "lowest" -> "lowest total";
            case "equal" -> "equal to the lowest";
            case Figures.NONE -> "nothing to compare with";
            default -> above;
        };
        var label = Labels.of(facts.totalInterval() + " · " + words, "muted");
        label.setTooltip(new Tooltip("95 % interval of the total, and how far it is above the lowest one."));
        return label;
    }

    private static SegmentBar bar(OptionFacts facts, double highest, Look look) {
        var bill = Totals.bill(facts.outcome()).toDouble();
        var people = Totals.people(facts.outcome()).toDouble();
        var segments = List.of(
                new SegmentBar.Segment("Bill " + facts.bill() + " a month", bill, 1),
                new SegmentBar.Segment(
                        "People " + facts.people() + " a month: "
                                + facts.hours().compact(),
                        people,
                        PEOPLE));
        var bar = new SegmentBar(facts.option(), look, segments, highest);
        VBox.setMargin(bar, new Insets(4, 0, 6, 0));
        return bar;
    }

    private void fill(OptionFacts facts) {
        row("Bill", facts.bill(), "", false);
        row("People", facts.people(), "(" + facts.hours().value() + ")", false);
        var p95 = facts.response(LatencySummary::p95);
        row(
                "p95 response",
                p95.value(),
                p95.intervalOnly(),
                facts.arrived() && !facts.outcome().slo().isMet());
        row("Requests lost", facts.lost(), "", facts.overloaded());
        row("Cold starts", facts.coldStarts(), inBrackets(facts.coldStartMean()), false);
        row("Tasks held", facts.capacity(), "(" + facts.capacityRange() + ")", false);
    }

    private static String inBrackets(String mean) {
        return mean.isEmpty() ? "" : "(" + mean.replace("mean ", "") + ")";
    }

    private void row(String name, String value, String aside, boolean warning) {
        var figure = Labels.of(value, "value");
        if (warning) {
            figure.getStyleClass().add("warning-text");
        }
        var line = new HBox(5, figure);
        if (!aside.isEmpty()) {
            line.getChildren().add(Labels.of(aside, "small", "muted"));
        }
        line.setAlignment(Pos.BASELINE_RIGHT);
        var label = Labels.of(name, "muted-strong");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.BASELINE);
        rows.addRow(rows.getRowCount(), label, line);
    }
}
