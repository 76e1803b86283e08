package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hostlab's own trace CSV: a header with the names of [TraceColumn], read strictly.
final class CanonicalReader implements FormatReader {

    private static final Set<TraceColumn> OF_A_BIN =
            Set.of(TraceColumn.REQUESTS, TraceColumn.QUEUE_DEPTH, TraceColumn.TOKENS);
    private static final Set<TraceColumn> OF_A_REQUEST = Set.of(
            TraceColumn.INPUT_TOKENS, TraceColumn.OUTPUT_TOKENS, TraceColumn.DURATION_SECONDS, TraceColumn.TENANT);

    /// Any file that nothing else knows is tried as one of ours, so that what is missing can be named.
    @Override
    public boolean recognises(TextSample sample) {
        return !sample.startsAsJson();
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var delimiter = input.delimiter(input.sample().likelyHeader().delimiter());
        var rows = input.csv(delimiter);
        if (!rows.advance()) {
            throw new TraceStop(TraceProblem.EMPTY_FILE, "There is nothing in the file.");
        }
        var names = rows.row().cells().stream()
                .map(cell -> TextSample.plain(NumberCells.trimmed(cell)))
                .toList();
        var roles = new Header(rows.row().line(), names, input.log()).roles();
        rows.nameColumns(names);
        var isPerRequest = isPerRequest(names.size(), roles);
        requireColumns(rows.row().line(), names, roles, input);
        var format = isPerRequest ? TraceFormat.PER_REQUEST : TraceFormat.BINNED;
        var rules = isPerRequest ? RowRules.requests(TimeStyle.ISO) : RowRules.bins(TimeStyle.ISO, SameTime.REFUSE);
        var shown = names.stream().map(Shown::plain).toList();
        return Optional.of(new Table(new Layout(format, rules, shown, roles), rows, delimiter));
    }

    /// A file without counts holds requests if it has a column that only requests have, or nothing but timestamps.
    static boolean isPerRequest(int width, Map<TraceColumn, int[]> roles) {
        if (OF_A_BIN.stream().anyMatch(roles::containsKey)) {
            return false;
        }
        return width == 1 || OF_A_REQUEST.stream().anyMatch(roles::containsKey);
    }

    private static void requireColumns(long line, List<String> names, Map<TraceColumn, int[]> roles, TextInput input) {
        var log = input.log();
        if (!roles.containsKey(TraceColumn.TIMESTAMP)) {
            missing(TraceColumn.TIMESTAMP, line, names, log);
        }
        if (InferredArrivals.isNeeded(roles.keySet())) {
            InferredArrivals.require(line, input.options().choices(), log);
        } else if (!roles.containsKey(TraceColumn.REQUESTS) && !isPerRequest(names.size(), roles)) {
            missing(TraceColumn.REQUESTS, line, names, log);
        }
    }

    private static void missing(TraceColumn role, long line, List<String> names, IssueLog log) {
        var problem = new StringBuilder("The header has no column " + role.header() + ".");
        names.stream()
                .filter(name -> RoleNames.role(name).equals(Optional.of(role)))
                .findFirst()
                .ifPresent(name -> problem.append(" If ")
                        .append(Shown.quoted(name))
                        .append(" is it, say --map ")
                        .append(role.header())
                        .append('=')
                        .append(Shown.plain(name))
                        .append('.'));
        log.add(TraceProblem.MISSING_COLUMN, line, role.header(), problem.toString());
    }

    /// The header row; what is wrong with it goes to the log.
    private record Header(long line, List<String> names, IssueLog log) {

        Map<TraceColumn, int[]> roles() {
            var roles = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
            var seen = new HashSet<String>();
            for (var index = 0; index < names.size(); index++) {
                add(index, names.get(index), seen, roles);
            }
            return roles;
        }

        private void add(int index, String name, Set<String> seen, Map<TraceColumn, int[]> roles) {
            if (name.isEmpty()) {
                log.add(TraceProblem.EMPTY_COLUMN, line, "", "Column " + (index + 1) + " has no name.");
                return;
            }
            var role = TraceColumn.named(name);
            if (!seen.add(name) || role.filter(roles::containsKey).isPresent()) {
                var problem = "There are two columns named " + Shown.quoted(name) + " (case ignored).";
                log.add(TraceProblem.DUPLICATE_COLUMN, line, Shown.plain(name), problem);
            } else if (role.isEmpty()) {
                var problem = "Column " + Shown.quoted(name) + " means nothing to a trace.";
                log.add(TraceProblem.UNKNOWN_COLUMN, line, Shown.plain(name), problem);
            } else {
                roles.put(role.get(), new int[] {index});
            }
        }
    }

    /// The names of columns that a header lacks, for files that the user maps.
    static List<String> numbered(int width) {
        var names = new ArrayList<String>();
        for (var index = 1; index <= width; index++) {
            names.add("column " + index);
        }
        return names;
    }
}
