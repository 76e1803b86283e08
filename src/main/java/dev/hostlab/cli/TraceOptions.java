package dev.hostlab.cli;

import dev.hostlab.trace.Choice;
import dev.hostlab.trace.GapPolicy;
import dev.hostlab.trace.ImportChoices;
import dev.hostlab.trace.ReadOptions;
import dev.hostlab.trace.TraceColumn;
import dev.hostlab.validation.Issue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The arguments that say how a trace file is to be read, instead of having it inferred.
final class TraceOptions {

    @Option(
            names = "--map",
            paramLabel = "ROLE=COLUMN",
            description = "What a column means, by name or number: timestamp, requests, input_tokens, output_tokens,"
                    + " tokens, queue_depth, duration_seconds, tenant or workload. May be repeated; columns of one role"
                    + " are added up.")
    private List<String> maps = new ArrayList<>();

    @Option(names = "--format", paramLabel = "ID", description = "The file's layout, such as prometheus or alb-log.")
    private @Nullable String format;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Zone of stamps without one, such as Europe/Berlin.")
    private @Nullable String zone;

    @Option(names = "--gaps", paramLabel = "RULE", description = "Missing bins: unknown (left out) or zero (no load).")
    private @Nullable String gaps;

    @Option(names = "--delimiter", paramLabel = "NAME", description = "comma, semicolon, tab, pipe or space.")
    private @Nullable String delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "utf-8, utf-16le, utf-16be, windows-1252 …")
    private @Nullable String encoding;

    @Option(names = "--header", paramLabel = "yes|no", description = "Whether the first row names the columns.")
    private @Nullable String header;

    @Option(
            names = "--time",
            paramLabel = "STYLE",
            description = "How times are written: auto, iso, dmy, mdy, s, ms, us, ns, elapsed-s or elapsed-ms.")
    private @Nullable String time;

    @Option(names = "--rows", paramLabel = "WHAT", description = "What a row is: bins or requests.")
    private @Nullable String rows;

    @Option(
            names = "--values",
            paramLabel = "WHAT",
            description = "Numbers of bins: count, rate (per second), per-minute or cumulative.")
    private @Nullable String values;

    @Option(names = "--same-time", paramLabel = "RULE", description = "Bins of one time: refuse, or sum.")
    private @Nullable String sameTime;

    @Option(names = "--bin", paramLabel = "SECONDS", description = "How long a bin lasts.")
    private @Nullable String bin;

    @Option(
            names = "--arrivals",
            paramLabel = "HOW",
            description = "stamped: requests arrive at their times, even where the format's are those of the end;"
                    + " inferred: the same as --infer-arrivals.")
    private @Nullable String arrivals;

    @Option(
            names = "--infer-arrivals",
            description = "Times are those at which requests ended: go back by the duration; without durations, spread"
                    + " requests that share a coarse stamp. Of a file with queue depths and no requests: arrivals are"
                    + " what depths and completed messages leave.")
    private boolean inferArrivals;

    @Option(
            names = "--completed-per-minute",
            paramLabel = "N",
            description = "With --infer-arrivals: messages that workers completed a minute while a queue stood; the"
                    + " steepest fall of the depth unless given.")
    private @Nullable String completed;

    /// How to read, and what was said wrongly.
    ReadOptions read(List<Issue> issues) {
        var choices = new ImportChoices(columns(issues), choices());
        issues.addAll(choices.issues());
        if (completed != null && !inferArrivals && !"inferred".equalsIgnoreCase(arrivals)) {
            issues.add(new Issue(
                    "--completed-per-minute",
                    "It counts only where arrivals are inferred.",
                    "Add --infer-arrivals, or leave it out."));
        }
        return ReadOptions.DEFAULT.withZone(zone(issues)).withGaps(gaps(issues)).withChoices(choices);
    }

    private Map<Choice, String> choices() {
        var given = new EnumMap<Choice, String>(Choice.class);
        put(given, Choice.FORMAT, format);
        put(given, Choice.DELIMITER, delimiter);
        put(given, Choice.ENCODING, encoding);
        put(given, Choice.HEADER, header);
        put(given, Choice.TIME, time);
        put(given, Choice.ROWS, rows);
        put(given, Choice.VALUES, values);
        put(given, Choice.SAME_TIME, sameTime);
        put(given, Choice.BIN, bin);
        put(given, Choice.ARRIVALS, inferArrivals ? "inferred" : arrivals);
        put(given, Choice.COMPLETED, completed);
        return given;
    }

    private static void put(Map<Choice, String> given, Choice choice, @Nullable String value) {
        Optional.ofNullable(value)
                .ifPresent(said -> given.put(choice, said.strip().toLowerCase(Locale.ROOT)));
    }

    private Map<TraceColumn, List<String>> columns(List<Issue> issues) {
        var columns = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        for (var map : maps) {
            var equals = map.indexOf('=');
            var role = TraceColumn.named(
                    map.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT));
            if (role.isEmpty() || equals == map.length() - 1) {
                var known = Arrays.stream(TraceColumn.values())
                        .map(TraceColumn::header)
                        .collect(Collectors.joining(", "));
                issues.add(new Issue(
                        "--map",
                        "'" + map + "' does not say what a column means.",
                        "Write --map ROLE=COLUMN with a role of: " + known + "."));
            } else {
                columns.computeIfAbsent(role.get(), none -> new ArrayList<>())
                        .add(map.substring(equals + 1).strip());
            }
        }
        return columns;
    }

    private @Nullable ZoneId zone(List<Issue> issues) {
        if (zone == null) {
            return null;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            issues.add(new Issue(
                    "--zone", "There is no zone '" + zone + "'.", "Name one such as Europe/Berlin, UTC or +01:00."));
            return null;
        }
    }

    private GapPolicy gaps(List<Issue> issues) {
        if (gaps == null || gaps.equalsIgnoreCase("unknown")) {
            return GapPolicy.UNKNOWN;
        }
        if (!gaps.equalsIgnoreCase("zero")) {
            issues.add(new Issue("--gaps", "'" + gaps + "' is no rule.", "Choose from: unknown, zero."));
        }
        return GapPolicy.ZERO;
    }
}
