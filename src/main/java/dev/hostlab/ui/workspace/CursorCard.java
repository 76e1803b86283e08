package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.Outcome;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.common.Labels;
import dev.hostlab.units.Figures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
    private static final double WIDTH = 300;

    private final Comparison comparison;
    private final Behaviour behaviour;

    CursorCard(Comparison comparison, Behaviour behaviour) {
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
        getChildren().setAll(Labels.of(time + " · " + load, "strong"));
        var end = (bin + 1) * capacity.time().binSeconds();
        for (var i = 0; i < comparison.outcomes().size(); i++) {
            getChildren().add(option(i, bin, end));
        }
    }

    private Node option(int index, int bin, double end) {
        var outcome = comparison.outcomes().get(index);
        var mark = new Region();
        mark.getStyleClass().add("mark");
        var words = outcome.option().shortLabel() + "  " + text(behaviour.capacity(), index + 1, bin) + " · p95 "
                + text(behaviour.response(), index, bin) + " · " + text(behaviour.queue(), index, bin);
        var line = new HBox(6, mark, Labels.of(words, "small"));
        line.setAlignment(Pos.CENTER_LEFT);
        var why = Labels.wrapped(
                lastDecision(outcome, end).map(this::words).orElse("no scaling decision so far"), "small", "muted");
        why.setMaxWidth(WIDTH);
        var entry = new VBox(1, line, why);
        entry.getStyleClass().add(outcome.option().id());
        return entry;
    }

    private static String text(ChartModel chart, int series, int bin) {
        return chart.series().get(series).text(bin);
    }

    private static Optional<ScalingDecision> lastDecision(Outcome outcome, double end) {
        return outcome.decisions().stream()
                .filter(decision -> decision.atSeconds() < end)
                .reduce((earlier, later) -> later);
    }

    private String words(ScalingDecision decision) {
        var at = MINUTE.format(behaviour.capacity().instant(decision.atSeconds()));
        return at.substring(at.length() - 5) + "  " + Figures.count(decision.from()) + " → "
                + Figures.count(decision.to()) + " " + decision.layer() + ": " + decision.reason();
    }
}
