package dev.hostlab.trace;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Answers of usage APIs: pages of buckets of time, `data[{START, END, results[{…}]}]`, one result for each model or
/// key. Results of one bucket are added up; a bucket without a result had no use.
///
/// @param format which one it is
/// @param rules  how its rows are taken
/// @param start  name of a bucket's start
/// @param end    name of a bucket's end, which tells its width
/// @param roles  names of the numbers of each role in a result
record UsageBuckets(TraceFormat format, RowRules rules, String start, String end, Map<TraceColumn, List<String>> roles)
        implements FormatReader {

    static UsageBuckets of(TraceFormat format, RowRules rules, String start, String end) {
        return new UsageBuckets(format, rules, start, end, Map.of());
    }

    /// The numbers of a role; several are added up.
    UsageBuckets role(TraceColumn role, String... names) {
        var more = new EnumMap<TraceColumn, List<String>>(TraceColumn.class);
        more.putAll(roles);
        more.put(role, List.of(names));
        return new UsageBuckets(format, rules, start, end, more);
    }

    @Override
    public boolean recognises(TextSample sample) {
        return sample.startsAsJson()
                && Arrays.stream(new String[] {"data", "results", start, end})
                        .allMatch(name -> sample.text().contains('"' + name + '"'));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var answer = new Answer(this);
        try (var json = new JsonCursor(input.document())) {
            json.documents(() -> answer.page(json));
        }
        answer.tell(input.log());
        var indexes = new EnumMap<TraceColumn, int[]>(TraceColumn.class);
        indexes.put(TraceColumn.TIMESTAMP, new int[] {0});
        roles.forEach((role, names) ->
                indexes.put(role, names.stream().mapToInt(answer.names::indexOf).toArray()));
        var layout = new Layout(format, rules.with(RowRules.Quirk.HOLES), answer.names, indexes);
        return Optional.of(new Table(answer.width.map(layout::withBin).orElse(layout), answer.table.rows()));
    }

    /// What the pages hold.
    private static final class Answer {

        private final UsageBuckets layout;
        private final List<String> names = new ArrayList<>();
        private final CellTable table;
        private Optional<Duration> width = Optional.empty();
        private boolean hasNumbers;
        private long results;
        private long nextPage;

        Answer(UsageBuckets layout) {
            this.layout = layout;
            names.add(layout.start);
            layout.roles.values().forEach(names::addAll);
            table = new CellTable(names);
        }

        void page(JsonCursor json) throws IOException {
            nextPage = 0;
            json.visit(name -> {
                switch (name) {
                    case "data" -> json.visit(none -> bucket(json));
                    case "has_more" -> nextPage = json.text().equals("true") ? json.line() : 0;
                    default -> json.skip();
                }
            });
        }

        private void bucket(JsonCursor json) throws IOException {
            var line = json.line();
            var rows = new ArrayList<List<String>>();
            var times = new String[] {"", ""};
            json.visit(name -> {
                if (name.equals(layout.start)) {
                    times[0] = json.text();
                } else if (name.equals(layout.end)) {
                    times[1] = json.text();
                } else if (name.equals("results") || name.equals("result")) {
                    json.visit(none -> {
                        CellTable.requireRoom(rows.size(), json.line());
                        rows.add(result(json));
                    });
                } else {
                    json.skip();
                }
            });
            width = width.or(() -> distance(times[0], times[1]));
            if (rows.isEmpty()) {
                rows.add(new ArrayList<>(Collections.nCopies(names.size(), "0")));
            }
            for (var row : rows) {
                row.set(0, times[0]);
                table.add(line, row);
            }
        }

        private List<String> result(JsonCursor json) throws IOException {
            var cells = new ArrayList<>(Collections.nCopies(names.size(), ""));
            results++;
            json.flat("", (path, text) -> {
                var column = names.indexOf(path);
                if (column > 0) {
                    cells.set(column, text);
                    hasNumbers = true;
                }
            });
            return cells;
        }

        /// Tells what is missing.
        void tell(IssueLog log) throws TraceStop {
            if (results > 0 && !hasNumbers) {
                var problem = "The results count neither requests nor tokens; ask for usage, not for costs.";
                throw new TraceStop(TraceProblem.MISSING_COLUMN, 1, problem);
            }
            if (nextPage > 0) {
                var problem = "This is one page of several; the others are missing.";
                log.add(TraceProblem.GAP, nextPage, "has_more", problem);
            }
            log.infer("rows", "results of one bucket are added up", Choice.SAME_TIME);
        }

        private static Optional<Duration> distance(String from, String to) {
            if (IntStream.concat(from.chars(), to.chars()).allMatch(c -> c >= '0' && c <= '9')) {
                var isShort = !from.isEmpty() && !to.isEmpty() && Math.max(from.length(), to.length()) <= 12;
                return isShort
                        ? positive(Duration.ofSeconds(Long.parseLong(to) - Long.parseLong(from)))
                        : Optional.empty();
            }
            try {
                return positive(Duration.between(Instant.parse(from), Instant.parse(to)));
            } catch (DateTimeParseException unknown) {
                return Optional.empty();
            }
        }

        private static Optional<Duration> positive(Duration width) {
            return width.isPositive() && width.compareTo(Duration.ofDays(366)) <= 0
                    ? Optional.of(width)
                    : Optional.empty();
        }
    }
}
