package dev.hostlab.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What names of columns and series say about the time over which something was counted, as `req/s` or `rpm` do.
///
/// Paths of web pages such as `/exchange-rate` say nothing, nor do labels, nor shares such as an error rate.
enum Pace {
    SECOND(
            Counting.RATE,
            "(?<![a-z/-])i?rate(?![a-z])|(?<![a-z/-])(req|trans)?[rqt]ps(?![a-z])|(?<![a-z/-])reqps(?![a-z])"
                    + "|[a-z0-9)](/| / )s(ec(onds?)?)?(?![a-z0-9_/-])|(?<![a-z])per[ _-]?sec(ond)?(?![a-z])"),
    MINUTE(
            Counting.PER_MINUTE,
            "(?<![a-z/-])[rqt]pm(?![a-z])|[a-z0-9)](/| / )min(utes?)?(?![a-z0-9_/-])"
                    + "|(?<![a-z])per[ _-]?min(ute)?(?![a-z])");

    private final Counting counting;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern words;

    Pace(Counting counting, String words) {
        this.counting = counting;
        this.words = Pattern.compile(words);
    }

    /// Whether a name says so.
    boolean isToldBy(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        var labels = plain.indexOf('{');
        return words.matcher(labels < 0 ? plain : plain.substring(0, labels)).find();
    }

    /// How numbers are to be taken, if all of these names say so.
    static Optional<Counting> of(List<String> names) {
        for (var pace : values()) {
            if (!names.isEmpty() && names.stream().allMatch(pace::isToldBy)) {
                return Optional.of(pace.counting);
            }
        }
        return Optional.empty();
    }
}
