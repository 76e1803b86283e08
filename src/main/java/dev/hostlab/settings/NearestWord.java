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

    /// Letters to change, insert, delete or swap with their neighbour, blind to case; what is typed beyond 200
    /// letters is not looked at.
    private static int distance(String typed, String word) {
        var left = typed.substring(0, Math.min(typed.length(), 200)).toLowerCase(Locale.ROOT);
        var right = word.toLowerCase(Locale.ROOT);
        var steps = new int[left.length() + 1][right.length() + 1];
        for (var i = 0; i <= left.length(); i++) {
            for (var j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int cheapest(int[][] steps, String left, String right, int i, int j) {
        var same = left.charAt(i - 1) == right.charAt(j - 1);
        var best = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        var swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
