package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.EventCost;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.DecisionStory;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.units.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The exact figures at the cursor, and for each option the last scaling decision with its reason.
final class CursorCard extends VBox {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    static final double WIDTH = 350;

    private final Comparison comparison;
    private final Behaviour behaviour;
    private final Layers layers;

    CursorCard(Comparison comparison, Behaviour behaviour, Layers layers) {
        this.layers = layers;
        this.comparison = comparison;
        this.behaviour = behaviour;
        getStyleClass().add("cursor-card");
        setMouseTransparent(true);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
    }

    /// Shows the time so many seconds from the start.
    void show(double seconds) {
        var capacity = behaviour.capacity();
        var bin = capacity.bin(seconds);
        var load = capacity.series().getFirst().text(bin);
        var time = MINUTE.format(capacity.instant(bin * capacity.time().binSeconds()));
        getChildren().setAll(Labels.of(time + " · requests " + load, "strong"));
        var end = (bin + 1) * capacity.time().binSeconds();
        for (var outcome : comparison.outcomes()) {
            if (!layers.isHidden(outcome.option())) {
                getChildren().add(option(outcome, bin, end));
            }
        }
    }

    private Node option(Outcome outcome, int bin, double end) {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        var line = new HBox(6, mark, Labels.wrapped(figures(outcome.option(), bin), "small"));
        line.setAlignment(Pos.BASELINE_LEFT);
        var why = Labels.wrapped(
                lastDecision(outcome, end).map(this::words).orElse("no scaling decision so far"), "small", "muted");
        why.setMaxWidth(WIDTH);
        var entry = new VBox(1, line, why);
        events(outcome, end).forEach(words -> entry.getChildren().add(Labels.wrapped(words, "small")));
        entry.getStyleClass().add(outcome.option().id());
        return entry;
    }

    /// What was happening to an option in the bin that ends then.
    private List<String> events(Outcome outcome, double end) {
        var begin = end - behaviour.capacity().time().binSeconds();
        return outcome.events().stream()
                .map(EventCost::event)
                .filter(event -> event.beginSeconds() < end && event.endSeconds() >= begin)
                .map(event -> event.kind() + " (" + event.outcome().words() + " after "
                        + Figures.seconds(event.durationSeconds()) + "): " + event.story())
                .toList();
    }

    private String figures(OptionId option, int bin) {
        var words = new StringBuilder(option.shortLabel()).append("  ");
        words.append(text(behaviour.capacity(), Behaviour.IN_SERVICE, option, bin));
        for (var quantity : List.of(Behaviour.DESIRED, Behaviour.PROVISIONED)) {
            if (layers.isAsked(quantity) || differs(quantity, option, bin)) {
                var held = behaviour.capacity().find(quantity, option).orElseThrow();
                words.append(", ")
                        .append(Figures.number(held.value(bin)))
                        .append(' ')
                        .append(quantity);
            }
        }
        for (var quantity : List.of(Behaviour.P50, Behaviour.P95, Behaviour.P99)) {
            if (layers.isAsked(quantity) || quantity.equals(Behaviour.P95)) {
                words.append(" · ").append(quantity).append(' ');
                words.append(text(behaviour.response(), quantity, option, bin));
            }
        }
        return words + " · " + text(behaviour.queue(), Behaviour.WAITING, option, bin);
    }

    /// Whether capacity is on its way up or down.
    private boolean differs(String quantity, OptionId option, int bin) {
        var capacity = behaviour.capacity();
        return capacity.find(quantity, option).orElseThrow().value(bin)
                != capacity.find(Behaviour.IN_SERVICE, option).orElseThrow().value(bin);
    }

    private static String text(ChartModel chart, String quantity, OptionId option, int bin) {
        return chart.find(quantity, option).orElseThrow().text(bin);
    }

    private static Optional<ScalingDecision> lastDecision(Outcome outcome, double end) {
        return outcome.decisions().stream()
                .filter(decision -> decision.atSeconds() < end)
                .reduce((earlier, later) -> later);
    }

    private String words(ScalingDecision decision) {
        var at = MINUTE.format(behaviour.capacity().instant(decision.atSeconds()));
        return at.substring(at.length() - 5) + "  " + Figures.count(decision.from()) + " → "
                + Figures.count(decision.to()) + " " + decision.layer() + ": " + decision.reason() + helped(decision);
    }

    /// How long it took from the load until it helped, if anything came of it.
    private static String helped(ScalingDecision decision) {
        return decision.to() > decision.from() && decision.fulfilment().units() > 0
                ? " (helped after " + Figures.seconds(DecisionStory.seconds(decision)) + ")"
                : "";
    }
}
