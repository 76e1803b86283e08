package dev.hostlab.workload;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says in words what a load is like, beside the samples, whose figures stand in `sample-workloads/CALIBRATION.md`.
final class LoadWords {

    /// CV by minute of the sample chat-service: 0.242.
    private static final double CHAT_SERVICE = 0.242;

    /// CV by minute of the sample code-assistant: 1.024.
    private static final double CODE_ASSISTANT = 1.024;

    /// CV by minute of the sample retrieval-worker: 0.089.
    private static final double RETRIEVAL_WORKER = 0.089;

    private static final double MUCH = 2;
    private static final double ALIKE = 1.25;

    private LoadWords() {}

    static List<String> of(LoadFigures figures) {
        var words = new ArrayList<String>();
        if (!Double.isFinite(figures.variation())) {
            return words;
        }
        words.add(String.format(
                Locale.ROOT,
                "peak %.2f times the mean, index of dispersion %.4g, CV %.3g: %s",
                figures.peakToMean(),
                figures.dispersion(),
                figures.variation(),
                burstiness(figures.variation())));
        if (Double.isFinite(figures.gapVariation())) {
            words.add(String.format(
                    Locale.ROOT,
                    "CV of the time between requests %.3g (1 would be a Poisson process)",
                    figures.gapVariation()));
        }
        addTokens("input", figures.inputTokens(), words);
        addTokens("output", figures.outputTokens(), words);
        addShape("day", figures.hoursOfDay(), words);
        addShape("week", figures.daysOfWeek(), words);
        return words;
    }

    private static void addTokens(String kind, Map<String, Double> quantiles, List<String> words) {
        if (!quantiles.isEmpty()) {
            words.add(kind + " tokens of a request: half have at most " + whole(quantiles.get("p50"))
                    + ", one in a hundred more than " + whole(quantiles.get("p99")));
        }
    }

    private static String whole(@Nullable Double value) {
        return value == null ? "?" : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static void addShape(String cycle, List<Double> shares, List<String> words) {
        if (shares.isEmpty()) {
            return;
        }
        var highest = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var at = shares.indexOf(highest);
        var place = cycle.equals("day")
                ? String.format(Locale.ROOT, "from %02d:00 UTC", at)
                : "on " + DayOfWeek.of(at + 1).name().charAt(0)
                        + DayOfWeek.of(at + 1).name().substring(1).toLowerCase(Locale.ROOT);
        words.add(String.format(
                Locale.ROOT, "over the %s the load is highest %s: %.0f %% of it", cycle, place, 100 * highest));
    }

    private static String burstiness(double variation) {
        if (variation > MUCH * CODE_ASSISTANT) {
            return "much burstier than code completion for developers";
        }
        if (variation > CODE_ASSISTANT / ALIKE) {
            return "as bursty as code completion for developers";
        }
        if (variation > MUCH * CHAT_SERVICE) {
            return "much burstier than a chat service";
        }
        if (variation > CHAT_SERVICE * ALIKE) {
            return "burstier than a chat service";
        }
        if (variation > CHAT_SERVICE / ALIKE) {
            return "about as bursty as a chat service";
        }
        return variation > RETRIEVAL_WORKER * ALIKE
                ? "steadier than a chat service"
                : "as steady as a worker that takes from a queue";
    }
}
