package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.ui.chart.Layers;
import dev.hostlab.ui.common.Look;
import java.util.stream.IntStream;

/// The charts of behaviour over time.
final class BehaviourTab {

    private static final double[] HEIGHTS = {152, 122, 90, 90};

    private BehaviourTab() {}

    /// @param layers which lines are seen
    static ChartColumn of(Comparison comparison, Behaviour behaviour, Layers layers, Look look) {
        var charts = behaviour.charts();
        var places = IntStream.range(0, charts.size())
                .mapToObj(i -> new ChartColumn.Place(charts.get(i), HEIGHTS[i]))
                .toList();
        var card = new CursorCard(comparison, behaviour.time(), layers, new BehaviourWords(behaviour, layers));
        return new ChartColumn(places, behaviour.viewport(), card, layers, look);
    }
}
