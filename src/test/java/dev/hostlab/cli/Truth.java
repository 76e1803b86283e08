package dev.hostlab.cli;

import dev.hostlab.theory.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Known answers for plain queues, each with the arguments of `hostlab queue` that describe it.
///
/// The answers are exact (closed forms, or Markov chains solved numerically to ten digits), limits of many servers, or
/// the means of an independent simulator with their 95 % half-widths. They were computed outside this project, in
/// November 2026, by other means than its own.
///
/// @param id               name of the row
/// @param kind             exact, asymptotic or simulated
/// @param arguments        of `hostlab queue`
/// @param requestsFor1Pct  how many requests a half-width of 1 % of the mean wait takes; infinite where unknown
/// @param answers          what is known
record Truth(String id, String kind, List<String> arguments, double requestsFor1Pct, Map<Figure, Answer> answers) {

    /// One known figure.
    ///
    /// @param halfWidth95 of a simulated one, 0 of an exact one
    record Answer(double value, double halfWidth95) {}

    /// Every row of `queueing.csv`.
    static List<Truth> queues() {
        return lines("queueing.csv").stream().skip(1).map(Truth::of).toList();
    }

    static List<String> lines(String name) {
        try (var in = Truth.class.getResourceAsStream("/dev/hostlab/theory/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Truth of(String line) {
        var fields = line.split(",", -1);
        var answers = new EnumMap<Figure, Answer>(Figure.class);
        var column = 4;
        for (var figure : Figure.values()) {
            var value = fields[column++];
            var halfWidth = fields[column++];
            if (!value.isEmpty()) {
                answers.put(
                        figure,
                        new Answer(Double.parseDouble(value), halfWidth.isEmpty() ? 0 : Double.parseDouble(halfWidth)));
            }
        }
        var needed = fields[3].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(fields[3]);
        return new Truth(fields[0], fields[1], List.of(fields[2].split(" ")), needed, answers);
    }

    /// Runs `hostlab queue` on this row.
    Ran run(String... more) {
        var all = new ArrayList<String>();
        all.add("queue");
        all.addAll(arguments);
        all.addAll(List.of(more));
        all.addAll(List.of("--json", "-"));
        return Ran.hostlab(all.toArray(String[]::new));
    }
}
