package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// CSV that the CloudWatch console downloads: rows about the metrics first, then a time and one value for each metric.
///
/// No published sample was found, so any number of rows of any width may stand before the first time; where one of them
/// begins with `Label`, it names the metrics, and so does a single row with nothing over the times. Times are UTC.
final class CloudWatchConsole implements FormatReader {

    private static final Pattern TIME = Pattern.compile("[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[T ].*");
    private static final Set<String> ABOUT = Set.of(
            "label",
            "full label",
            "id",
            "account id",
            "account label",
            "region",
            "statistic",
            "period",
            "unit",
            "metric name");
    private static final Set<String> STATISTIC = Set.of("statistic", "statistics", "stat");
    private static final Set<String> SUMS = Set.of("sum", "samplecount", "sample count", "n");
    private static final String OTHER = ", no sum)";
    private static final int PREAMBLE = 30;

    @Override
    public boolean recognises(TextSample sample) {
        var first = TextSample.plain(
                TextSample.cells(sample.firstLine(), delimiter(sample)).getFirst());
        return (first.isEmpty() || ABOUT.contains(first))
                && sample.lines().stream()
                        .skip(1)
                        .limit(PREAMBLE)
                        .anyMatch(line -> TIME.matcher(line.replace("\"", "")).matches());
    }

    private static char delimiter(TextSample sample) {
        return sample.likelyHeader().delimiter();
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var delimiter = input.delimiter(delimiter(input.sample()));
        var rows = input.csv(delimiter);
        var labels = List.<String>of();
        var statistics = List.<String>of();
        while (rows.advance()) {
            var cells = rows.row().cells().stream().map(String::strip).toList();
            if (TIME.matcher(cells.getFirst()).matches()) {
                var names = names(labels, statistics, cells.size());
                rows.nameColumns(names);
                var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE, RowRules.Quirk.UTC, RowRules.Quirk.HOLES);
                var layout = new Layout(
                        TraceFormat.CLOUDWATCH_CONSOLE,
                        rules,
                        names,
                        SeriesColumns.roles(names, other(names), input.log()));
                input.log().infer("values", "counts in each period", Choice.VALUES);
                return Optional.of(new Table(layout, new RowAgain(rows), delimiter));
            }
            statistics = STATISTIC.contains(TextSample.plain(cells.getFirst())) ? cells : statistics;
            labels = TextSample.plain(cells.getFirst()).equals("label") || labels.isEmpty() ? cells : labels;
        }
        throw new TraceStop(TraceProblem.NO_DATA_ROWS, "There is no row with a time.");
    }

    /// Metrics whose statistic counts nothing, such as `Average`: it stands behind their names.
    private static Set<String> other(List<String> names) {
        return names.stream().filter(name -> name.endsWith(OTHER)).collect(Collectors.toSet());
    }

    private static List<String> names(List<String> labels, List<String> statistics, int width) {
        var names = new ArrayList<String>();
        names.add("time");
        for (var index = 1; index < width; index++) {
            var label = index < labels.size() ? labels.get(index) : "";
            var statistic = index < statistics.size() ? statistics.get(index) : "";
            var counts = statistic.isEmpty() || SUMS.contains(TextSample.plain(statistic));
            var name = label.isEmpty() ? "metric " + index : Shown.plain(label);
            names.add(counts ? name : name + " (" + Shown.plain(statistic) + OTHER);
        }
        return names;
    }
}
