package dev.hostlab.trace;

/// Text from a file, made fit for a message: short, on one line, without characters that a terminal obeys.
final class Shown {

    private static final int MOST = 40;

    private Shown() {}

    static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    static String plain(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(MOST).forEach(c -> append(shown, c));
        if (text.codePointCount(0, text.length()) > MOST) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isHarmless(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
