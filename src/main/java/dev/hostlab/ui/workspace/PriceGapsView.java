package dev.hostlab.ui.workspace;

import dev.hostlab.ui.common.Labels;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says which prices are missing, offers those of the standard region in their place, and shows what was put there. A
/// stand-in enters only by the user's word.
final class PriceGapsView extends VBox {

    private final FormViewModel form;

    PriceGapsView(FormViewModel form) {
        this.form = form;
        setId("price-gaps");
        getStyleClass().add("price-gaps");
        show("", "", List.of());
    }

    /// @param region   whose prices are used
    /// @param standard the region whose figures are offered
    void show(String region, String standard, List<PriceGap> gaps) {
        getChildren().clear();
        var open = gaps.stream().filter(PriceGap::isOpen).toList();
        var filled = gaps.stream().filter(gap -> !gap.isOpen()).toList();
        if (!open.isEmpty()) {
            getChildren().add(offer(region, standard, open));
        }
        if (!filled.isEmpty()) {
            getChildren().add(taken(filled));
        }
        setVisible(!gaps.isEmpty());
        setManaged(isVisible());
    }

    private HBox offer(String region, String standard, List<PriceGap> open) {
        var known = open.stream().filter(gap -> gap.reference().isPresent()).toList();
        var names = open.stream().map(PriceGap::words).collect(Collectors.joining(", "));
        var line = line("Bills are too low: the prices of " + region + " lack " + names + ".", "old");
        if (!known.isEmpty()) {
            var figures = known.stream()
                    .map(gap -> usd(gap.reference().orElseThrow()))
                    .collect(Collectors.joining(", "));
            var accept = button("Use " + figures + " as in " + standard, "accept-prices");
            accept.setOnAction(event -> known.forEach(
                    gap -> form.edit(gap.path(), gap.reference().orElseThrow().toPlainString())));
            line.getChildren().add(accept);
        }
        return line;
    }

    private HBox taken(List<PriceGap> filled) {
        var figures = filled.stream()
                .map(gap -> gap.words() + " " + usd(gap.own().orElseThrow()))
                .collect(Collectors.joining(", "));
        var line = line("Stand-ins by your word: " + figures + ".", "plain");
        var reset = button("Take back", "reset-prices");
        reset.setOnAction(event -> filled.forEach(gap -> form.reset(gap.path())));
        line.getChildren().add(reset);
        return line;
    }

    private static HBox line(String words, String style) {
        var text = Labels.wrapped(words);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("banner", style);
        return line;
    }

    private static Button button(String words, String id) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static String usd(BigDecimal figure) {
        return "$" + figure.toPlainString();
    }
}
