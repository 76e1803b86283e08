package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The day, month or year in which a price was published or seen, no more exact than its source is.
///
/// @param text `2026-07-20`, `2024-09`, `2026`, or `unknown`
public record PriceDate(String text) {

    private static final Pattern SHAPE = Pattern.compile("unknown|\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final String FIRST_OF_JANUARY = "-01-01";

    /// A figure whose source gives no date.
    public static final PriceDate UNKNOWN = new PriceDate("unknown");

    public PriceDate {
        requireNonNull(text, "text");
        if (!isWritten(text)) {
            throw new IllegalArgumentException("Not a year, month or day: " + text);
        }
    }

    /// Whether `text` has the shape of a date and names a day, month or year that exists.
    public static boolean isWritten(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        return text.equals("unknown") || parses(text);
    }

    /// The first day that the text covers, empty where the date is unknown.
    public Optional<LocalDate> earliest() {
        return text.equals("unknown") ? Optional.empty() : Optional.of(LocalDate.parse(firstDay(text)));
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean parses(String text) {
        try {
            return LocalDate.parse(firstDay(text)).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String firstDay(String text) {
        return text + FIRST_OF_JANUARY.substring(text.length() - 4);
    }
}
