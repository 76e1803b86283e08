package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers of Prometheus' `query_range`: `data.result[{metric, values[[seconds, "value"]]}]`.
///
/// Values are text and may be NaN, which is no measurement. The answer does not say which query it belongs to: a metric
/// named like a counter is one, since rate() and increase() take its name away, a name with rate in it is a rate,
/// what a recording rule or increase() gives is taken as counts. Other metrics are gauges and count nothing unless the
/// user says so. Of a histogram's buckets only the last counts, which holds all.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries">Range queries</a>
final class PrometheusRange implements FormatReader {

    private static final Pattern COUNTER = Pattern.compile(".*_(count|sum|bucket)");
    private static final Pattern TOTAL = Pattern.compile(".*_total");

    /// A metric as it was scraped: functions take the name away, recording rules have colons in theirs.
    private static final Pattern RAW = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /// Recording rules, and names of what arrives.
    private static final Pattern COUNTED =
            Pattern.compile(".*(:|request|invocation|hits|calls|queries|messages|events|count|increase|token).*");

    /// Rises for each reset of what is named like a counter, and of what is not.
    private static final int SELDOM_RESET = 3;

    private static final int RARELY_RESET = 10;

    private static final String NAMELESS = "The answer does not say what was asked: numbers are taken as counts in each"
            + " step, as of increase(). If the query was rate(), say --values rate.";

    @Override
    public boolean recognises(TextSample sample) {
        return sample.startsAsJson()
                && sample.text().contains("\"resultType\"")
                && sample.text().contains("\"result\"");
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var series = new SeriesTable();
        try (var json = new JsonCursor(input.document())) {
            json.documents(() -> json.visit(name -> {
                if (name.equals("data")) {
                    json.visit(inner -> data(json, inner, series));
                } else {
                    json.skip();
                }
            }));
        }
        var counting = counting(series);
        input.log().infer("values", words(counting), Choice.VALUES);
        if (counting == Counting.COUNT
                && series.names().stream().anyMatch(name -> bare(name).isEmpty())) {
            input.log().note(NAMELESS);
        }
        var rules = RowRules.bins(TimeStyle.EPOCH_SECONDS, SameTime.REFUSE).counting(counting);
        return Optional.of(series.table(TraceFormat.PROMETHEUS, rules, input.log()));
    }

    private static void data(JsonCursor json, String name, SeriesTable series) throws IOException {
        switch (name) {
            case "resultType" -> {
                var line = json.line();
                var type = json.text();
                if (!type.equals("matrix")) {
                    var problem = "This answer holds one moment (" + Shown.plain(type) + "); ask query_range.";
                    throw new TraceStop(TraceProblem.NOT_CSV, line, problem);
                }
            }
            case "result" -> json.visit(none -> result(json, series));
            default -> json.skip();
        }
    }

    private static void result(JsonCursor json, SeriesTable series) throws IOException {
        var labels = new TreeMap<String, String>();
        var waiting = new ArrayList<String[]>();
        json.visit(name -> {
            switch (name) {
                case "metric" -> json.visit(label -> labels.put(label, json.text()));
                case "values" ->
                    json.visit(none -> {
                        CellTable.requireRoom(waiting.size(), json.line());
                        waiting.add(point(json));
                    });
                default -> json.skip();
            }
        });
        if (isPart(labels)) {
            return;
        }
        var name = name(labels);
        if (isGauge(labels.getOrDefault("__name__", ""))) {
            series.countsNothing(name);
        }
        for (var point : waiting) {
            series.add(Long.parseLong(point[0]), point[1], point[2], name);
        }
    }

    private static boolean isGauge(String metric) {
        return !metric.isEmpty()
                && Pace.of(List.of(metric)).isEmpty()
                && Stream.of(COUNTER, TOTAL, COUNTED)
                        .noneMatch(known -> known.matcher(metric).matches());
    }

    /// Buckets of a histogram but for the last are counted in it once more, and quantiles count nothing.
    private static boolean isPart(Map<String, String> labels) {
        return labels.containsKey("quantile")
                || !labels.getOrDefault("le", "+Inf").equals("+Inf");
    }

    private static String[] point(JsonCursor json) throws IOException {
        var point = new String[] {Long.toString(json.line()), "", ""};
        var at = new int[] {0};
        json.visit(none -> {
            var text = json.text();
            if (at[0] < 2) {
                point[++at[0]] = text;
            }
        });
        return point;
    }

    /// The metric's own name if it has no other label, otherwise all labels.
    private static String name(Map<String, String> labels) {
        var name = labels.getOrDefault("__name__", "");
        return labels.keySet().equals(Set.of("__name__")) || labels.isEmpty() ? name : name + labels;
    }

    private static Counting counting(SeriesTable series) {
        var names = series.names();
        if (any(names, TOTAL)) {
            return Counting.CUMULATIVE;
        }
        if (names.stream().anyMatch(Pace.SECOND::isToldBy)) {
            return Counting.RATE;
        }
        var isCounter =
                (any(names, COUNTER) && series.grows(SELDOM_RESET)) || (any(names, RAW) && series.grows(RARELY_RESET));
        return isCounter ? Counting.CUMULATIVE : Counting.COUNT;
    }

    private static boolean any(List<String> names, Pattern pattern) {
        return names.stream()
                .map(PrometheusRange::bare)
                .anyMatch(name -> pattern.matcher(name).matches());
    }

    private static String bare(String name) {
        return name.contains("{") ? name.substring(0, name.indexOf('{')) : name;
    }

    private static String words(Counting counting) {
        return switch (counting) {
            case COUNT -> "counts in each step, as of increase()";
            case PER_MINUTE -> "rates per minute";
            case RATE -> "rates per second, as of rate()";
            case CUMULATIVE -> "readings of a counter that only grows";
        };
    }
}
