package dev.hostlab.workload.sample;

import static java.util.Objects.requireNonNull;

import dev.hostlab.settings.Certainty;
import java.math.BigDecimal;

/// One number that shapes a sample.
///
/// @param name    what it is called in `--set NAME=VALUE`
/// @param value   what the shipped sample uses
/// @param range   what it may be
/// @param meaning what it does, in one sentence
/// @param origin  where the value comes from
public record SampleParameter(String name, double value, Range range, String meaning, Origin origin) {

    public SampleParameter {
        requireNonNull(name, "name");
        requireNonNull(range, "range");
        requireNonNull(meaning, "meaning");
        requireNonNull(origin, "origin");
    }

    /// What a parameter may be, ends included.
    ///
    /// @param unit  empty where it has none
    /// @param whole whether only whole numbers make sense
    public record Range(double least, double most, String unit, boolean whole) {

        public static Range of(double least, double most, String unit) {
            return new Range(least, most, unit, false);
        }

        public static Range whole(double least, double most, String unit) {
            return new Range(least, most, unit, true);
        }

        boolean allows(double value) {
            return value >= least && value <= most && (!whole || value == StrictMath.rint(value));
        }

        /// The range in words, such as "1 to 24 h".
        public String words() {
            var words = plain(least) + " to " + plain(most) + (unit.isEmpty() ? "" : " " + unit);
            return whole ? words + ", whole" : words;
        }
    }

    /// Where a value comes from.
    public record Origin(Certainty certainty, String source) {

        static Origin measured(String source) {
            return new Origin(Certainty.MEASURED, source);
        }

        static Origin assumed(String source) {
            return new Origin(Certainty.ASSUMED, source);
        }
    }

    public String unit() {
        return range.unit;
    }

    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
