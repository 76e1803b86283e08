package dev.hostlab.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant to type.
public final class NearestWord {

    private NearestWord() {}

    /// The known word with the fewest letters to change, unless more than half of it would have to change.
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(word -> distance(typed, word))
                        .thenComparing(word -> word))
                .filter(word -> 2 * distance(typed, word) <= Math.max(typed.length(), word.length()));
    }

    /// Edit distance, blind to the case of letters; `typed` longer than 200 letters is cut.
    private static int distance(String typed, String word) {
        var left = typed.substring(0, Math.min(typed.length(), 200)).toLowerCase(Locale.ROOT);
        var right = word.toLowerCase(Locale.ROOT);
        var row = new int[right.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
