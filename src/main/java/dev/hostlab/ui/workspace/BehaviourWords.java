package dev.hostlab.ui.workspace;

import dev.hostlab.hosting.OptionId;
import dev.hostlab.ui.chart.ChartModel;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.units.Figures;
import java.util.List;

/// What the charts of behaviour tell at the cursor.
///
/// @param layers which quantities were asked for
record BehaviourWords(Behaviour behaviour, Layers layers) implements CursorCard.Told {

    @Override
    public String head(int bin) {
        return "requests " + behaviour.capacity().series().getFirst().text(bin);
    }

    @Override
    public String figures(OptionId option, int bin) {
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
}
