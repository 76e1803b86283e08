package dev.hostlab.trace;

/// CSV that k6 writes: one row a sample of any metric; those of `http_reqs` are the requests.
///
/// Stamps are whole seconds unless `K6_CSV_TIME_FORMAT` says otherwise.
///
/// @see <a href="https://grafana.com/docs/k6/latest/results-output/real-time/csv/">k6 CSV output</a>
final class K6Csv {

    private K6Csv() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.K6, RowRules.requests(TimeStyle.AUTO), "metric_name", "timestamp", "metric_value")
                .role(TraceColumn.TIMESTAMP, "timestamp")
                .where("metric_name", "http_reqs"::equals);
    }
}
