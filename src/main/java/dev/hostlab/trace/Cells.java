package dev.hostlab.trace;

/// Reads numbers strictly: ASCII digits, a decimal point, perhaps an exponent; nothing that only a program would
/// write.
final class Cells {

    /// Numbers beyond this in one bin are a wrong unit, not load.
    static final double MOST_REQUESTS = 1e12;

    /// Tokens beyond this in one bin are a wrong unit, not load.
    static final double MOST_TOKENS = 1e15;

    private Cells() {}

    /// What a cell holds.
    enum Shape {
        NUMBER,
        /// Digits with one comma: decimal mark or thousands separator.
        WITH_COMMA,
        /// Groups of digits with separators: never taken.
        GROUPED,
        NOT_FINITE,
        OTHER
    }

    static Shape shape(String cell) {
        if (isNumber(cell, '.')) {
            return Shape.NUMBER;
        }
        if (isNumber(cell, ',')) {
            return Shape.WITH_COMMA;
        }
        var bare = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        if (bare.equalsIgnoreCase("nan") || bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity")) {
            return Shape.NOT_FINITE;
        }
        return bare.matches("[0-9]{1,3}([.,][0-9]{3})+([.,][0-9]+)?") ? Shape.GROUPED : Shape.OTHER;
    }

    /// Whether a comma can only be the decimal mark: three digits after it could be thousands.
    static boolean isSurelyDecimal(String cell) {
        var digits = cell.startsWith("-") || cell.startsWith("+") ? cell.substring(1) : cell;
        var comma = digits.indexOf(',');
        return digits.length() - comma - 1 != 3 || comma == 0 || comma > 3 || digits.startsWith("0");
    }

    /// The value of a cell that is a number; infinite if it is too large for a double.
    static double value(String cell) {
        return cell.length() <= 15 && isDigits(cell) ? Long.parseLong(cell) : Double.parseDouble(cell);
    }

    static boolean isDigits(String cell) {
        return !cell.isEmpty() && skipDigits(cell, 0) == cell.length();
    }

    /// `[+-] digits [mark digits] [e [+-] digits]`, with a digit on one side of the mark at least.
    private static boolean isNumber(String cell, char mark) {
        var at = skipSign(cell, 0);
        var afterWhole = skipDigits(cell, at);
        var digits = afterWhole - at;
        at = afterWhole;
        if (at < cell.length() && cell.charAt(at) == mark) {
            var afterFraction = skipDigits(cell, at + 1);
            digits += afterFraction - at - 1;
            at = afterFraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            var exponent = skipSign(cell, at + 1);
            at = skipDigits(cell, exponent);
            return at > exponent && at == cell.length();
        }
        return at == cell.length();
    }

    private static int skipSign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String cell, int from) {
        var at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
