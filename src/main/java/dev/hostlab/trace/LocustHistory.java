package dev.hostlab.trace;

/// Locust's `…_stats_history.csv`: one row a second; the total of requests only grows.
///
/// The rows named Aggregated are the sums over all endpoints.
///
/// @see <a href="https://docs.locust.io/en/stable/retrieving-stats.html">Locust: retrieving statistics</a>
final class LocustHistory {

    private LocustHistory() {}

    static FormatReader reader() {
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE, RowRules.Quirk.HOLES)
                .counting(Counting.CUMULATIVE);
        return KnownCsv.of(TraceFormat.LOCUST, rules, "Timestamp", "User Count", "Name", "Total Request Count")
                .role(TraceColumn.TIMESTAMP, "Timestamp")
                .role(TraceColumn.REQUESTS, "Total Request Count")
                .where("Name", name -> name.equals("Aggregated") || name.equals("Total"));
    }
}
