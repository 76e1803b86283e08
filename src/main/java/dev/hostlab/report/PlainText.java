package dev.hostlab.report;

import java.util.ArrayList;
import java.util.List;

/// Text from files and settings, made harmless and fitted to a width in code points.
final class PlainText {

    private PlainText() {}

    /// The text on one line, without the control and direction characters that could upset a terminal or a page.
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(point -> isHarmful(point) ? ' ' : point).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /// The text in lines of at most `width` code points, broken between words, and inside those that are longer.
    static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : clean(text).strip().split(" +", -1)) {
            var rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > width) {
                var end = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }
}
