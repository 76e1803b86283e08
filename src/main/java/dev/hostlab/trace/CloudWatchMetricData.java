package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers of `aws cloudwatch get-metric-data`: `MetricDataResults[{Id, Label, Timestamps[], Values[]}]`.
///
/// Times and values stand in lists of one length, newest first unless asked otherwise. The results may stand alone, as
/// `--query MetricDataResults` leaves them.
///
/// @see <a href="https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/get-metric-data.html">get-metric-data</a>
final class CloudWatchMetricData implements FormatReader {

    private static final Pattern TIMES = Pattern.compile("\"Timestamps\"\\s*:\\s*\\[");

    @Override
    public boolean recognises(TextSample sample) {
        var isBare =
                sample.text().contains("\"Id\"") && TIMES.matcher(sample.text()).find();
        return sample.startsAsJson() && (isBare || sample.text().contains("\"MetricDataResults\""));
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var series = new SeriesTable();
        var nextToken = new long[] {0};
        try (var json = new JsonCursor(input.document())) {
            json.documents(() -> {
                nextToken[0] = 0;
                var bare = new Result(json.line());
                json.visit(name -> {
                    switch (name) {
                        case "MetricDataResults" -> json.visit(none -> result(json, series, input.log()));
                        case "NextToken" -> nextToken[0] = json.text().isEmpty() ? 0 : json.line();
                        default -> bare.field(name, json, input.log());
                    }
                });
                bare.addTo(series, input.log());
            });
        }
        if (nextToken[0] > 0) {
            var problem = "This is one page of several; the others are missing.";
            input.log().add(TraceProblem.GAP, nextToken[0], "NextToken", problem);
        }
        input.log().infer("values", "counts in each period (statistic Sum)", Choice.VALUES);
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE);
        return Optional.of(series.table(TraceFormat.CLOUDWATCH_METRIC_DATA, rules, input.log()));
    }

    /// What one result of the answer holds.
    private static final class Result {

        private final List<String> times = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private String id = "";
        private String label = "";
        private final long line;

        Result(long line) {
            this.line = line;
        }

        void field(String name, JsonCursor json, IssueLog log) throws IOException {
            switch (name) {
                case "Id" -> id = json.text();
                case "Label" -> label = json.text();
                case "StatusCode" -> tellPart(json.line(), json.text(), log);
                case "Timestamps" -> json.visit(none -> add(json, times));
                case "Values" ->
                    json.visit(none -> {
                        lines.add(json.line());
                        add(json, values);
                    });
                default -> json.skip();
            }
        }

        void addTo(SeriesTable series, IssueLog log) throws TraceStop {
            if (times.size() != values.size()) {
                var problem = "There are " + times.size() + " timestamps and " + values.size() + " values.";
                log.add(TraceProblem.RAGGED_ROW, line, "Values", problem);
                return;
            }
            for (var i = 0; i < times.size(); i++) {
                series.add(lines.get(i), times.get(i), values.get(i), name(), id + ' ' + label);
            }
        }

        String name() {
            var idTells = RoleNames.ofSeries(id).isPresent()
                    && RoleNames.ofSeries(label).isEmpty();
            return label.isEmpty() || idTells ? id : label;
        }
    }

    /// @param status `Complete`, `PartialData` (as of a page before the last), `InternalError` or `Forbidden`
    private static void tellPart(long line, String status, IssueLog log) {
        if (!status.equals("Complete") && !status.equals("PartialData")) {
            var problem = "CloudWatch answers " + Shown.quoted(status) + ": values of this metric are missing.";
            log.add(TraceProblem.GAP, line, "StatusCode", problem);
        }
    }

    private static void add(JsonCursor json, List<String> texts) throws IOException {
        CellTable.requireRoom(texts.size(), json.line());
        texts.add(json.text());
    }

    private static void result(JsonCursor json, SeriesTable series, IssueLog log) throws IOException {
        var result = new Result(json.line());
        json.visit(name -> result.field(name, json, log));
        result.addTo(series, log);
    }
}
