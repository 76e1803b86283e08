package dev.hostlab.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the settings that somebody may have meant by a path that there is not.
///
/// A misspelt name is nearest by its letters, where those of a group that is right do not count; otherwise a name may
/// be somebody else's word for the thing, and stands in the unit or in the meaning of a setting.
///
/// @param path  as typed
/// @param known every setting
record MeantSetting(String path, List<Parameter<?>> known) {

    private static final int MOST_NAMED = 3;
    private static final int SHORTEST_WORD = 3;

    String advice() {
        return nearest()
                .map(near -> "Did you mean '" + near + "'?")
                .or(this::mentioned)
                .orElse("'hostlab scenario schema' lists every setting.");
    }

    private Optional<String> nearest() {
        var group = group(path);
        var own = known.stream()
                .map(Parameter::path)
                .filter(candidate -> !group.isEmpty() && candidate.startsWith(group))
                .map(candidate -> candidate.substring(group.length()))
                .toList();
        if (!own.isEmpty()) {
            var name = path.substring(group.length());
            return NearestWord.to(name, own)
                    .or(() -> longerOrShorter(name, own))
                    .map(near -> group + near);
        }
        var all = Stream.concat(known.stream().map(Parameter::path), Stream.of(StandIns.PREFIX + "*"));
        return NearestWord.to(path, all.toList());
    }

    /// `maximum` for `max`.
    private static Optional<String> longerOrShorter(String name, List<String> known) {
        return known.stream()
                .filter(other -> other.length() >= SHORTEST_WORD && name.length() >= SHORTEST_WORD)
                .filter(other -> other.startsWith(name) || name.startsWith(other))
                .findFirst();
    }

    private Optional<String> mentioned() {
        var group = group(path);
        var words = words(path.substring(group.length()));
        var found = known.stream()
                .filter(parameter ->
                        !words.isEmpty() && words(everythingSaid(parameter)).containsAll(words))
                .sorted(Comparator.<Parameter<?>>comparingInt(
                                parameter -> parameter.path().startsWith(group) ? 0 : 1)
                        .thenComparingInt(parameter -> words(parameter.unit()).containsAll(words) ? 0 : 1))
                .limit(MOST_NAMED)
                .map(parameter -> "'" + parameter.path() + "'")
                .collect(Collectors.joining(" or "));
        return found.isEmpty() ? Optional.empty() : Optional.of("Did you mean " + found + "?");
    }

    private static String everythingSaid(Parameter<?> parameter) {
        return parameter.path() + " " + parameter.unit() + " " + parameter.meaning();
    }

    /// The words of a text or of a name in camel case, plurals without their s.
    private static List<String> words(String name) {
        return Stream.of(name.split("(?=[A-Z])|[^A-Za-z]+"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> word.length() > SHORTEST_WORD && word.endsWith("s")
                        ? word.substring(0, word.length() - 1)
                        : word)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
    }

    private static String group(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }
}
