package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One quantity over time, in bins of equal width. What is known of its values is worked out when it is first asked
/// for; used on the screen's thread alone.
public final class Series {

    private final Name name;
    private final Form form;
    private final Bins source;
    private final DoubleFunction<String> format;
    private final Map<Integer, Spread> spreads = new HashMap<>();
    private double @Nullable [] made;
    private @Nullable Extremes extremes;

    /// The values of a series, made when they are first looked at.
    ///
    /// @param count how many there are
    /// @param make  one a bin, not finite where there is none; shared and not to be changed
    public record Bins(int count, Supplier<double[]> make) {}

    /// Whose it is and what it says.
    ///
    /// @param quantity     what people call it, alike for all options
    /// @param optionOrNull the option whose colour and line it has; null for the load
    /// @param stress       how much it stands out
    public record Name(String quantity, @Nullable OptionId optionOrNull, Stress stress) {}

    /// How much a series stands out. All but the main ones are shown on demand.
    public enum Stress {
        MAIN("strong", 1.6, 1, 0.2),
        SECOND("thin", 1.1, 0.75, 0.1),
        THIRD("pale", 1.1, 0.45, 0.06);

        private final String words;
        private final double width;
        private final double opacity;
        private final double shade;

        Stress(String words, double width, double opacity, double shade) {
            this.words = words;
            this.width = width;
            this.opacity = opacity;
            this.shade = shade;
        }

        /// How it looks beside a main one.
        String words() {
            return words;
        }

        double width() {
            return width;
        }

        double opacity() {
            return opacity;
        }

        /// Opacity of the band from the middle to the greatest value.
        double shade() {
            return shade;
        }
    }

    /// How a series is drawn.
    public enum Form {
        /// A line through the middles of the bins; where they are narrower than a pixel, from least to
        /// greatest.
        LINE,
        /// A line through the middles of the bins; where they are too narrow to be told apart, the middle value
        /// of several bins, shaded up to the greatest. For percentiles, which cannot be added up.
        SPREAD,
        /// Each value held for its bin.
        STEPS,
        /// The area under the line, on an axis of its own at the right.
        AREA
    }

    /// @param format a value with its unit
    public Series(Name name, Form form, Bins source, DoubleFunction<String> format) {
        this.name = name;
        this.form = form;
        this.source = source;
        this.format = format;
    }

    public String quantity() {
        return name.quantity();
    }

    public Optional<OptionId> option() {
        return Optional.ofNullable(name.optionOrNull());
    }

    public Stress stress() {
        return name.stress();
    }

    public Form form() {
        return form;
    }

    int bins() {
        return source.count();
    }

    private double[] values() {
        var known = made;
        if (known == null) {
            known = source.make().get();
            made = known;
        }
        return known;
    }

    /// The value of a bin; not finite where there is none, as beyond either end.
    public double value(int bin) {
        return bin >= 0 && bin < bins() ? values()[bin] : Double.NaN;
    }

    /// The value of a bin in words.
    public String text(int bin) {
        return format.apply(value(bin));
    }

    Extremes extremes() {
        var known = extremes;
        if (known == null) {
            known = new Extremes(values());
            extremes = known;
        }
        return known;
    }

    /// The series in stretches of so many bins.
    Spread spread(int bins) {
        return spreads.computeIfAbsent(bins, each -> Spread.of(values(), each));
    }
}
