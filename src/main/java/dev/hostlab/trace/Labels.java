package dev.hostlab.trace;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names in one text column, kept as written and numbered in order of appearance.
final class Labels {

    /// Number of the name of a trace that has no such column.
    static final int NONE = 0;

    /// Letters of other scripts that look like Latin ones, and the Latin ones.
    private static final String LOOK = "аеорсухіјѕԁһοαѵ";

    private static final String ALIKE = "aeopcyxijsdhoav";

    private final IssueLog log;
    private final String field;
    private final int mostChars;
    private final int mostNames;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> bySkeleton = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    Labels(IssueLog log, String field, int mostChars, int mostNames) {
        this.log = log;
        this.field = field;
        this.mostChars = mostChars;
        this.mostNames = mostNames;
    }

    /// The number of a name, from 1. Memory is bounded: names beyond the limit share a number and are an error.
    int number(TableRow row, int column) {
        var name = row.cell(column);
        var known = numbers.get(name);
        return known == null ? add(row, name) : known;
    }

    List<String> names() {
        return names;
    }

    private int add(TableRow row, String name) {
        if (name.length() > mostChars) {
            var problem = "The name has " + name.length() + " characters; at most " + mostChars + " are kept.";
            log.add(TraceProblem.NAME_TOO_LONG, row.line(), field, problem);
            return NONE;
        }
        if (names.size() == mostNames) {
            var problem = "There are more than " + mostNames + " different names.";
            log.add(TraceProblem.TOO_MANY_WORKLOADS, row.line(), field, problem);
            return NONE;
        }
        names.add(name);
        numbers.put(name, names.size());
        warnAbout(row, name);
        return names.size();
    }

    private void warnAbout(TableRow row, String name) {
        if (name.codePoints().anyMatch(Labels::turnsDirection)) {
            var problem = Shown.quoted(name) + " has characters that turn the direction of writing.";
            log.add(TraceProblem.BIDI_CONTROL, row.line(), field, problem);
        }
        if (name.codePoints().anyMatch(Labels::isObeyedByTerminals)) {
            var problem = Shown.quoted(name) + " has control characters.";
            log.add(TraceProblem.CONTROL_CHAR, row.line(), field, problem);
        }
        var twin = bySkeleton.putIfAbsent(skeleton(name), name);
        if (twin != null) {
            var problem = Shown.quoted(name) + " looks like " + Shown.quoted(twin) + " but differs.";
            log.add(TraceProblem.CONFUSABLE_NAMES, row.line(), field, problem);
        }
    }

    /// What a name looks like: case, outer blanks, invisible characters and look-alike letters taken away.
    private static String skeleton(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var skeleton = new StringBuilder();
        plain.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> skeleton.appendCodePoint(LOOK.indexOf(c) < 0 ? c : ALIKE.charAt(LOOK.indexOf(c))));
        return skeleton.toString().strip();
    }

    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /// Bell, backspace, vertical tab to shift in, escape, delete and the second control block; the other
    /// controls do nothing on a terminal and are shown as escapes anyway.
    private static boolean isObeyedByTerminals(int c) {
        return c == 0x05
                || c == 0x07
                || c == 0x08
                || (c >= 0x0B && c <= 0x0F && c != '\r')
                || c == 0x1B
                || (c >= 0x7F && c <= 0x9F);
    }
}
