package dev.hostlab.ui.chart;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;

/// A place for words beside a chart's lines, as far right as none of them runs through.
///
/// @param width  pixels that the words take
/// @param top    their upper edge, pixels from the top
/// @param bottom their lower edge
record FreePlace(int width, double top, double bottom) {

    /// Where the words end, in pixels from the left of the plot; empty where lines are everywhere.
    ///
    /// @param lines as they are drawn, all of one width
    /// @param y     the height at which a value is drawn, from the top
    OptionalInt end(List<Columns> lines, DoubleUnaryOperator y) {
        var all = lines.stream().mapToInt(Columns::width).max().orElse(0);
        var free = 0;
        for (var column = all - 1; column >= 0; column--) {
            var at = column;
            free = lines.stream().anyMatch(line -> crosses(line, at, y)) ? 0 : free + 1;
            if (free == width) {
                return OptionalInt.of(column + width);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether a line runs through the height of the words from this column to the next.
    private boolean crosses(Columns line, int column, DoubleUnaryOperator y) {
        if (column >= line.width() || line.isEmpty(column)) {
            return false;
        }
        var next = Math.min(column + 1, line.width() - 1);
        var joined = line.isEmpty(next) ? column : next;
        var highest = Math.max(line.greatest(column), line.greatest(joined));
        var lowest = Math.min(line.least(column), line.least(joined));
        return y.applyAsDouble(highest) < bottom && y.applyAsDouble(lowest) > top;
    }
}
