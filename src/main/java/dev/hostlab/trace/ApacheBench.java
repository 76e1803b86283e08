package dev.hostlab.trace;

/// What `ab -g` writes: `starttime seconds ctime dtime ttime wait`, divided by tabs, in the order of duration.
///
/// @see <a href="https://httpd.apache.org/docs/2.4/programs/ab.html">Apache HTTP server benchmarking tool</a>
final class ApacheBench {

    private ApacheBench() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.APACHE_BENCH,
                        RowRules.requests(TimeStyle.EPOCH_SECONDS, RowRules.Quirk.DURATION_MILLISECONDS),
                        "starttime",
                        "seconds",
                        "ttime")
                .role(TraceColumn.TIMESTAMP, "seconds")
                .role(TraceColumn.DURATION_SECONDS, "ttime");
    }
}
