package dev.hostlab.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a user can say about a file instead of having it inferred.
public enum Choice {
    FORMAT("format", "which layout the file has") {
        @Override
        public List<String> allowed() {
            return Arrays.stream(TraceFormat.values()).map(TraceFormat::id).toList();
        }
    },
    DELIMITER("delimiter", "what stands between cells", "comma", "semicolon", "tab", "pipe", "space"),
    ENCODING(
            "encoding",
            "how characters are written as bytes",
            "utf-8",
            "utf-16le",
            "utf-16be",
            "windows-1252",
            "iso-8859-1"),
    HEADER("header", "whether the first row names the columns", "yes", "no"),
    TIME("time", "how times are written") {
        @Override
        public List<String> allowed() {
            return Arrays.stream(TimeStyle.values()).map(TimeStyle::id).toList();
        }
    },
    ROWS("rows", "what a row stands for", "bins", "requests"),
    VALUES("values", "what the numbers of a bin mean", "count", "rate", "per-minute", "cumulative"),
    SAME_TIME("same-time", "what rows of bins with one timestamp are", "refuse", "sum"),
    BIN("bin", "how many seconds a bin lasts") {
        @Override
        boolean takes(String value) {
            return value.matches("[0-9]{1,8}([.][0-9]{1,3})?") && Double.parseDouble(value) > 0;
        }
    },
    ARRIVALS("arrivals", "how a request's arrival is found", "stamped", "inferred"),
    COMPLETED("completed-per-minute", "how many messages workers completed a minute while a queue stood") {
        @Override
        boolean takes(String value) {
            return value.matches("[0-9]{1,9}([.][0-9]{1,6})?") && Double.parseDouble(value) > 0;
        }
    };

    private final String id;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> allowed;

    Choice(String id, String meaning, String... allowed) {
        this.id = id;
        this.meaning = meaning;
        this.allowed = List.of(allowed);
    }

    /// The name of the flag, without dashes.
    public String id() {
        return id;
    }

    /// What is chosen, in a few words.
    public String meaning() {
        return meaning;
    }

    /// What may be chosen; empty where it is a number.
    public List<String> allowed() {
        return allowed;
    }

    boolean takes(String value) {
        return allowed().contains(value);
    }

    /// The constant of an enum whose name is the value.
    static <E extends Enum<E>> E constant(Class<E> type, String value) {
        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
