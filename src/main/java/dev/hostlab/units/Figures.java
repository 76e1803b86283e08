package dev.hostlab.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Figures as people read them in reports: in English, on every machine alike, and never with more digits than they
/// earn.
///
/// With a half-width, a figure is rounded to the half-width's second significant digit. What is not finite is shown
/// as [#NONE].
public final class Figures {

    /// Stands for what does not apply or is not known.
    public static final String NONE = "–";

    private static final String MINUS = "−";
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Figures() {}

    /// Dollars: no cents from $100.
    public static String usd(double amount) {
        return usd(amount, 0);
    }

    /// Dollars with what their half-width earns; 0 means no half-width. Two decimals or none: one is no amount that
    /// people write.
    public static String usd(double amount, double halfWidth) {
        return usd(amount, amount, halfWidth);
    }

    /// The half-width of an amount, "± $58".
    public static String usdHalfWidth(double amount, double halfWidth) {
        var text = usd(halfWidth, amount, halfWidth);
        return "± " + (isNotZero(text) ? text : text.equals("$0") ? "<$1" : "<$0.01");
    }

    /// A difference in dollars that says its direction, "+$412".
    public static String signedUsd(double amount, double halfWidth) {
        return (amount > 0 ? "+" : "") + usd(amount, halfWidth);
    }

    private static String usd(double shown, double amount, double halfWidth) {
        if (!Double.isFinite(shown) || !Double.isFinite(amount)) {
            return NONE;
        }
        var cents = Math.abs(amount) < 99.995 && halfWidth < 99.995 ? 2 : 0;
        var scale = Math.min(cents, Math.max(earned(halfWidth), firstDigit(amount)));
        var text = plain(Math.abs(shown), scale == 1 ? 0 : scale);
        return (shown < 0 && isNotZero(text) ? MINUS : "") + "$" + text;
    }

    /// Hours of work.
    public static String hours(double hours) {
        return hours(hours, 0);
    }

    /// Hours of work with what their half-width earns.
    public static String hours(double hours, double halfWidth) {
        return Double.isFinite(hours) ? plain(hours, hoursScale(hours, halfWidth)) + " h" : NONE;
    }

    /// The half-width of hours, "± 0.4 h".
    public static String hoursHalfWidth(double hours, double halfWidth) {
        return "± " + visible(halfWidth, hoursScale(hours, halfWidth)) + " h";
    }

    private static int hoursScale(double hours, double halfWidth) {
        var size = Math.abs(hours);
        var scale = size == 0 || size >= 99.95 ? 0 : size < 0.995 ? 2 : 1;
        return Math.min(scale, earned(halfWidth));
    }

    /// A time in the unit that people say: milliseconds under a second, seconds under two minutes, then minutes,
    /// hours and days.
    public static String seconds(double seconds) {
        return seconds(seconds, 0);
    }

    /// A time with what its half-width earns.
    public static String seconds(double seconds, double halfWidth) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        var unit = unit(seconds, halfWidth);
        var inUnit = seconds / unit.seconds;
        var digits = plain(inUnit, timeScale(inUnit, halfWidth / unit.seconds));
        return (halfWidth > 0 ? digits : withoutTrailingZeros(digits)) + " " + unit.symbol;
    }

    /// The half-width of a time in the unit of the time, "± 0.12 s".
    public static String secondsHalfWidth(double seconds, double halfWidth) {
        var unit = unit(seconds, halfWidth);
        var inUnit = halfWidth / unit.seconds;
        return "± " + visible(inUnit, timeScale(seconds / unit.seconds, inUnit)) + " " + unit.symbol;
    }

    /// The unit of the time, or of its half-width if that is longer.
    private static TimeUnit unit(double seconds, double halfWidth) {
        return TimeUnit.of(Math.abs(seconds) < halfWidth && Double.isFinite(halfWidth) ? halfWidth : seconds);
    }

    private static int timeScale(double value, double halfWidth) {
        var digits = value == 0
                ? 0
                : Math.clamp(2 - exponent(BigDecimal.valueOf(value).round(THREE_DIGITS)), 0, 2);
        return Math.min(digits, Math.max(earned(halfWidth), firstDigit(value)));
    }

    /// A part of a whole, 0 to 1, in percent; what is not quite nothing or everything is never shown as such.
    public static String share(double share) {
        return share(share, 0);
    }

    /// A part of a whole with what its half-width earns.
    public static String share(double share, double halfWidth) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        if (share <= 0 || share >= 1) {
            return plain(share * 100, 0) + " %";
        }
        if (share < 0.001 || share >= 0.9995) {
            return share < 0.001 ? "<0.1 %" : ">99.9 %";
        }
        return plain(share * 100, shareScale(share, halfWidth)) + " %";
    }

    /// The half-width of a share in percent, "± 0.4 %".
    public static String shareHalfWidth(double share, double halfWidth) {
        return halfWidth < 0.0005 ? "± <0.1 %" : "± " + plain(halfWidth * 100, shareScale(share, halfWidth)) + " %";
    }

    private static int shareScale(double share, double halfWidth) {
        var scale = share < 0.0995 || share >= 0.9 ? 1 : 0;
        return Math.min(scale, Math.max(0, earned(halfWidth * 100)));
    }

    /// A whole number.
    public static String count(long count) {
        return (count < 0 ? MINUS : "") + plain(Math.abs((double) count), 0);
    }

    /// A number that need not be whole, such as a mean: one decimal under 100 unless it is whole.
    public static String number(double number) {
        if (!Double.isFinite(number)) {
            return NONE;
        }
        var text = plain(Math.abs(number), Math.abs(number) < 99.95 && number != Math.rint(number) ? 1 : 0);
        return (number < 0 && isNotZero(text) ? MINUS : "") + text;
    }

    /// A span of time in words: "1 day", "90 minutes".
    public static String span(Duration span) {
        var seconds = span.toSeconds();
        if (seconds >= 172_800 || seconds == 86_400) {
            return words(seconds / 86_400.0, "day");
        }
        if (seconds >= 7_200 || seconds == 3_600) {
            return words(seconds / 3_600.0, "hour");
        }
        return seconds >= 120 || seconds == 60 ? words(seconds / 60.0, "minute") : words((double) seconds, "second");
    }

    private static String words(double amount, String unit) {
        var text = number(amount);
        return text + " " + unit + (text.equals("1") ? "" : "s");
    }

    /// Decimal places that a half-width allows: up to its second significant digit.
    private static int earned(double halfWidth) {
        return halfWidth > 0 && Double.isFinite(halfWidth) ? 1 - exponent(BigDecimal.valueOf(halfWidth)) : 9;
    }

    /// Decimal places that show a figure's first digit, however wide its interval: a figure is not
    /// rounded to nothing.
    private static int firstDigit(double value) {
        return value == 0 ? -9 : -exponent(BigDecimal.valueOf(value));
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /// The half-width; if nothing of it is left at this scale, what it is below.
    private static String visible(double halfWidth, int scale) {
        var text = plain(halfWidth, scale);
        return isNotZero(text)
                ? text
                : "<" + plain(BigDecimal.ONE.movePointLeft(scale).doubleValue(), scale);
    }

    private static String withoutTrailingZeros(String digits) {
        return digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits;
    }

    private static boolean isNotZero(String text) {
        return text.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static String plain(double value, int scale) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        var rounded = BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + Math.max(0, scale) + "f", rounded);
    }

    private enum TimeUnit {
        MILLISECOND(0.001, "ms"),
        SECOND(1, "s"),
        MINUTE(60, "min"),
        HOUR(3_600, "h"),
        DAY(86_400, "days");

        private final double seconds;
        private final String symbol;

        TimeUnit(double seconds, String symbol) {
            this.seconds = seconds;
            this.symbol = symbol;
        }

        static TimeUnit of(double seconds) {
            var size = BigDecimal.valueOf(Math.abs(seconds)).round(THREE_DIGITS).doubleValue();
            if (size < 1) {
                return size == 0 ? SECOND : MILLISECOND;
            }
            return size < 120 ? SECOND : size < 7_200 ? MINUTE : size < 172_800 ? HOUR : DAY;
        }
    }
}
