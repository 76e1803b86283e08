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
    private final ChartModel.Time time;
    private final Told told;
    private final Layers layers;

    /// What a page of charts tells of a bin.
    interface Told {

        /// What is alike for all options.
        String head(int bin);

        String figures(OptionId option, int bin);
    }

    CursorCard(Comparison comparison, ChartModel.Time time, Layers layers, Told told) {
        this.layers = layers;
        this.comparison = comparison;
        this.time = time;
        this.told = told;
        getStyleClass().add("cursor-card");
        setMouseTransparent(true);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
    }

    /// Shows the time so many seconds from the start.
    void show(double seconds) {
        var bin = (int) (seconds / time.binSeconds());
        var at = MINUTE.format(time.instant(bin * time.binSeconds()));
        getChildren().setAll(Labels.wrapped(at + " · " + told.head(bin), "strong"));
        var end = (bin + 1) * time.binSeconds();
        for (var outcome : comparison.outcomes()) {
            if (!layers.isHidden(outcome.option())) {
                getChildren().add(option(outcome, bin, end));
            }
        }
    }

    private Node option(Outcome outcome, int bin, double end) {
        var mark = new Region();
        mark.getStyleClass().add("mark");
        var line = new HBox(6, mark, Labels.wrapped(told.figures(outcome.option(), bin), "small"));
        line.setAlignment(Pos.BASELINE_LEFT);
        var why = Labels.wrapped(
                lastDecision(outcome, end).map(this::words).orElse("no scaling decision so far"), "small", "muted");
        why.setMaxWidth(WIDTH);
        var entry = new VBox(1, line, why);
        bound(outcome.option(), bin).ifPresent(words -> entry.getChildren().add(Labels.wrapped(words, "small")));
        events(outcome, end).forEach(words -> entry.getChildren().add(Labels.wrapped(words, "small")));
        entry.getStyleClass().add(outcome.option().id());
        return entry;
    }

    /// Whether the provider and not capacity held an option's requests back.
    private Optional<String> bound(OptionId option, int bin) {
        return time.shades().stream()
                .filter(shade -> shade.option().filter(option::equals).isPresent())
                .filter(shade -> shade.value(bin) > 0)
                .map(shade -> "provider-bound: " + shade.text(bin) + ", more tasks would not have helped")
                .findFirst();
    }

    /// What was happening to an option in the bin that ends then.
    private List<String> events(Outcome outcome, double end) {
        var begin = end - time.binSeconds();
        return outcome.events().stream()
                .map(EventCost::event)
                .filter(event -> event.beginSeconds() < end && event.endSeconds() >= begin)
                .map(event -> event.kind() + " (" + event.outcome().words() + " after "
                        + Figures.seconds(event.durationSeconds()) + "): " + event.story())
                .toList();
    }

    private static Optional<ScalingDecision> lastDecision(Outcome outcome, double end) {
        return outcome.decisions().stream()
                .filter(decision -> decision.atSeconds() < end)
                .reduce((earlier, later) -> later);
    }

    private String words(ScalingDecision decision) {
        var at = MINUTE.format(time.instant(decision.atSeconds()));
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
