package dev.hostlab.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/// The values that a parameter may take, and how they are written.
///
/// Text is the same on every machine: digits, a point, no grouping, no locale. Whatever [#print] writes, [#parse]
/// reads back to the same value.
public sealed interface Domain<T> {

    /// Reads a value, strictly.
    Parsed<T> parse(String text);

    /// The one text of a value.
    String print(T value);

    boolean holds(T value);

    /// What is allowed, in words for people.
    String range();

    /// The type's name in JSON Schema.
    String jsonType();

    /// Finite decimal numbers, bounds included.
    record Real(double min, double max) implements Domain<Double> {

        private static final Pattern DECIMAL =
                Pattern.compile("[+-]?[0-9]{1,25}(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?");

        @Override
        public Parsed<Double> parse(String text) {
            if (!DECIMAL.matcher(text).matches()) {
                return new Parsed.Refused<>("'" + text + "' is not a number.");
            }
            // Adding zero makes a negative zero positive.
            var value = Double.parseDouble(text) + 0.0;
            return holds(value) ? new Parsed.Value<>(value) : new Parsed.Refused<>(text + " is out of range.");
        }

        @Override
        public String print(Double value) {
            return BigDecimal.valueOf(value + 0.0).stripTrailingZeros().toPlainString();
        }

        @Override
        public boolean holds(Double value) {
            return value >= min && value <= max;
        }

        @Override
        public String range() {
            return print(min) + " to " + print(max);
        }

        @Override
        public String jsonType() {
            return "number";
        }
    }

    /// Whole numbers that fit an `int`, bounds included.
    record Whole(int min, int max) implements Domain<Integer> {

        @Override
        public Parsed<Integer> parse(String text) {
            return switch (new WideWhole(min, max).parse(text)) {
                case Parsed.Value<Long>(var value) -> new Parsed.Value<>(Math.toIntExact(value));
                case Parsed.Refused<Long>(var problem) -> new Parsed.Refused<>(problem);
            };
        }

        @Override
        public String print(Integer value) {
            return Integer.toString(value);
        }

        @Override
        public boolean holds(Integer value) {
            return value >= min && value <= max;
        }

        @Override
        public String range() {
            return new WideWhole(min, max).range();
        }

        @Override
        public String jsonType() {
            return "integer";
        }
    }

    /// Whole numbers that fit a `long`, bounds included.
    record WideWhole(long min, long max) implements Domain<Long> {

        private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,18}");

        @Override
        public Parsed<Long> parse(String text) {
            if (!DIGITS.matcher(text).matches()) {
                return new Parsed.Refused<>("'" + text + "' is not a whole number.");
            }
            var value = Long.parseLong(text);
            return holds(value) ? new Parsed.Value<>(value) : new Parsed.Refused<>(text + " is out of range.");
        }

        @Override
        public String print(Long value) {
            return Long.toString(value);
        }

        @Override
        public boolean holds(Long value) {
            return value >= min && value <= max;
        }

        @Override
        public String range() {
            return min + " to " + max;
        }

        @Override
        public String jsonType() {
            return "integer";
        }
    }

    /// One word of a list.
    record Choice(List<String> words) implements Domain<String> {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Parsed<String> parse(String text) {
            return holds(text)
                    ? new Parsed.Value<>(text)
                    : new Parsed.Refused<>("'" + text + "' is not one of the choices.");
        }

        @Override
        public String print(String value) {
            return value;
        }

        @Override
        public boolean holds(String value) {
            return words.contains(value);
        }

        @Override
        public String range() {
            return String.join(" | ", words);
        }

        @Override
        public String jsonType() {
            return "string";
        }
    }

    /// Yes or no.
    record Flag() implements Domain<Boolean> {

        @Override
        public Parsed<Boolean> parse(String text) {
            return switch (text) {
                case "true" -> new Parsed.Value<>(true);
                case "false" -> new Parsed.Value<>(false);
                default -> new Parsed.Refused<>("'" + text + "' is neither true nor false.");
            };
        }

        @Override
        public String print(Boolean value) {
            return Boolean.toString(value);
        }

        @Override
        public boolean holds(Boolean value) {
            return true;
        }

        @Override
        public String range() {
            return "true | false";
        }

        @Override
        public String jsonType() {
            return "boolean";
        }
    }

    /// Words of a form.
    ///
    /// @param pattern a regular expression that the whole text matches; JSON Schema and Java read it alike
    /// @param what    the form in words, such as "an EC2 instance type, like m7g.large"
    record Text(String pattern, String what) implements Domain<String> {

        private static final int LONGEST_SEARCHED = 1_000;

        @Override
        public Parsed<String> parse(String text) {
            return holds(text) ? new Parsed.Value<>(text) : new Parsed.Refused<>(problem(text));
        }

        /// Names the first place that no text of this form could have: a beginning that matches in
        /// part so far could.
        @SuppressWarnings("JdkObsolete") // hitEnd tells just that
        private String problem(String text) {
            var compiled = Pattern.compile(pattern);
            for (var end = 1; end <= Math.min(text.length(), LONGEST_SEARCHED); end++) {
                var matcher = compiled.matcher(text.substring(0, end));
                if (!matcher.matches() && !matcher.hitEnd()) {
                    var word = startOfWord(text, end - 1);
                    return word == 0
                            ? "'" + text + "' has another form."
                            : "'" + text + "' cannot be read from '" + text.substring(word) + "' on.";
                }
            }
            return text.isEmpty() ? "There is no value." : "'" + text + "' ends too early.";
        }

        private static int startOfWord(String text, int at) {
            return text.lastIndexOf(' ', at) + 1;
        }

        @Override
        public String print(String value) {
            return value;
        }

        @Override
        public boolean holds(String value) {
            return Pattern.matches(pattern, value);
        }

        @Override
        public String range() {
            return what;
        }

        @Override
        public String jsonType() {
            return "string";
        }
    }
}
