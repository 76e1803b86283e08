package dev.hostlab.ui.chart;

import dev.hostlab.units.Figures;
import java.math.BigDecimal;

/// The texts of grid lines.
public final class Ticks {

    private Ticks() {}

    /// Just the figure.
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                ? Figures.count(value.longValue())
                : value.stripTrailingZeros().toPlainString();
    }

    /// Seconds as people say them.
    public static String seconds(BigDecimal value) {
        return value.signum() == 0 ? "0 s" : Figures.seconds(value.doubleValue());
    }
}
