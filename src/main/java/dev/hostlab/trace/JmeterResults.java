package dev.hostlab.trace;

/// JMeter's results in CSV (JTL): `timeStamp,elapsed,label,…`, one row a sample, written when it was done.
///
/// `timeStamp` is the start in milliseconds unless JMeter was told to write the end.
///
/// @see <a href="https://jmeter.apache.org/usermanual/listeners.html">JMeter: listeners</a>
final class JmeterResults {

    private JmeterResults() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.JMETER,
                        RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.DURATION_MILLISECONDS),
                        "timeStamp",
                        "elapsed",
                        "label")
                .role(TraceColumn.TIMESTAMP, "timeStamp")
                .role(TraceColumn.DURATION_SECONDS, "elapsed");
    }
}
