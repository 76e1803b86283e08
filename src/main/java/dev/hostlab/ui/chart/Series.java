package dev.hostlab.ui.chart;

import dev.hostlab.hosting.OptionId;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/// One quantity over time, in bins of equal width.
///
/// @param name         what people call it
/// @param optionOrNull the option whose colour and line it has; null for the load
/// @param form         how it is drawn
/// @param values       one a bin; not finite where there is none
/// @param format       a value with its unit
@SuppressWarnings("ArrayRecordComponent")
public record Series(
        String name, @Nullable OptionId optionOrNull, Form form, double[] values, DoubleFunction<String> format) {

    /// How a series is drawn.
    public enum Form {
        /// A line through the middles of the bins.
        LINE,
        /// Each value held for its bin.
        STEPS,
        /// The area under the line, on an axis of its own at the right.
        AREA
    }

    public Optional<OptionId> option() {
        return Optional.ofNullable(optionOrNull);
    }

    /// The value of a bin in words.
    public String text(int bin) {
        return bin >= 0 && bin < values.length ? format.apply(values[bin]) : format.apply(Double.NaN);
    }
}
