package dev.hostlab.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Known answers for rates and servers that change, as schedules of `hostlab queue`.
///
/// @param folder where the schedules are written
record Schedules(Path folder) {

    private static final List<String> COLUMNS =
            List.of("EN_end", "Pwait_end", "avg_N", "avg_Q", "avg_busy", "completed");

    private static final double FEWEST_SEEN = 10;
    private static final double FINE = 0.1;
    private static final int PERIOD = 24;
    private static final double FIRST_BACKLOG = 0.001;

    /// Rows of a table by the name in their first column.
    static Map<String, List<String[]>> rows(String table) {
        var rows = new LinkedHashMap<String, List<String[]>>();
        Truth.lines(table).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(fields -> rows.computeIfAbsent(fields[0], name -> new ArrayList<>())
                        .add(fields));
        return rows;
    }

    /// Every row of `transient.csv`.
    void everyTimeDependentQueue(int replications, Checks checks) throws IOException {
        for (var entry : rows("transient.csv").entrySet()) {
            if (entry.getKey().equals("MTINF")) {
                periodic(entry.getValue(), replications, checks);
            } else {
                transientQueue(entry.getKey(), entry.getValue(), replications, checks);
            }
        }
    }

    /// M_t/M/c(t): the table's own rows, against Kolmogorov's equations solved numerically.
    private void transientQueue(String id, List<String[]> rows, int replications, Checks checks) throws IOException {
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(row[3] + "," + row[4] + "," + row[5]));
        var found = run(lines, replications, "--mu", rows.getFirst()[6]).json().get("rows");
        for (var index = 0; index < rows.size(); index++) {
            for (var column = 0; column < COLUMNS.size(); column++) {
                var value = Double.parseDouble(rows.get(index)[7 + column]);
                check(id + " " + index + " " + COLUMNS.get(column), found.get(index), column, value, checks);
            }
        }
    }

    /// Leaves out what so few replications show, or all of them alike, that an interval over them says nothing.
    private static void check(String name, JsonNode row, int column, double value, Checks checks) {
        var found = row.get(COLUMNS.get(column));
        var seen = switch (COLUMNS.get(column)) {
            case "Pwait_end" -> checks.replications() * Math.min(value, 1 - value);
            case "avg_Q" -> checks.replications() * value;
            default -> Double.POSITIVE_INFINITY;
        };
        if (seen >= FEWEST_SEEN && found.get("halfWidth95").asDouble() > 0) {
            checks.check(name, found, new Truth.Answer(value, 0), 0);
        }
    }

    /// M_t/M/∞ with a rate that follows a sine of 24 s: steps of 0.1 s, the third period compared.
    private void periodic(List<String[]> rows, int replications, Checks checks) throws IOException {
        var lines = new ArrayList<String>();
        var steps = (int) Math.round(PERIOD / FINE);
        for (var step = 0; step < 3 * steps; step++) {
            var rate = 20 + 10 * Math.sin(2 * Math.PI * (step + 0.5) * FINE / PERIOD);
            lines.add((step + 1) * FINE + "," + rate + ",inf");
        }
        var found = run(lines, replications, "--mu", "1").json().get("rows");
        for (var row : rows) {
            var at = 2 * steps + (int) Math.round(Double.parseDouble(row[3]) / FINE) - 1;
            check("MTINF " + row[3] + " EN_end", found.get(at), 0, Double.parseDouble(row[7]), checks);
        }
    }

    /// Whole numbers in, whole numbers out: equal gaps, equal service, buckets of a second. Where several servers
    /// work at a time, all but one may have a request under way when a bucket ends, which the table counts as
    /// served.
    List<String> fluid(List<String[]> rows, double firstBacklog) throws IOException {
        var lines = new ArrayList<String>();
        var start = firstBacklog > 0 ? FIRST_BACKLOG : 0;
        if (firstBacklog > 0) {
            lines.add(start + "," + firstBacklog / start + ",0");
        }
        var each = rows.stream().map(row -> new BigInteger(row[3])).reduce(BigInteger.ZERO, BigInteger::gcd);
        for (var index = 0; index < rows.size(); index++) {
            var servers = new BigInteger(rows.get(index)[3]).divide(each);
            lines.add(start + index + 1 + "," + rows.get(index)[2] + "," + servers);
        }
        var found = run(lines, 1, "--interarrival", "det", "--service", "det", "--mu", each.toString())
                .json()
                .get("rows");
        var disagreements = new ArrayList<String>();
        var servedAhead = 0;
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            var state = found.get(index + lines.size() - rows.size());
            servedAhead += state.get("completed").get("mean").asInt() - Integer.parseInt(row[4]);
            var backlogAhead = state.get("EN_end").get("mean").asInt() - Integer.parseInt(row[5]);
            var underWay = Math.max(0, state.get("c").asInt() - 1);
            if (servedAhead + backlogAhead != 0 || Math.abs(backlogAhead) > underWay) {
                disagreements.add(String.join(",", row) + ": served " + servedAhead + ", backlog " + backlogAhead);
            }
        }
        return disagreements;
    }

    private Ran run(List<String> lines, int replications, String... more) throws IOException {
        var file = folder.resolve("schedule.csv");
        Files.writeString(file, "end_seconds,lambda,c\n" + String.join("\n", lines) + "\n");
        var arguments = new ArrayList<>(List.of("queue", "--schedule", file.toString(), "--json", "-"));
        arguments.addAll(List.of("--replications", Integer.toString(replications)));
        arguments.addAll(List.of(more));
        return Ran.hostlab(arguments.toArray(String[]::new));
    }
}
