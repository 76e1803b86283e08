package dev.hostlab.trace;

/// BurstGPT: `Timestamp,[Session ID,Elapsed time,]Model,Request tokens,Response tokens,…`, seconds from the start.
///
/// Requests that failed have 0 response tokens and count as requests. The third release has two more columns.
///
/// @see <a href="https://github.com/HPMLL/BurstGPT">HPMLL/BurstGPT</a>
final class BurstGpt {

    private BurstGpt() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.BURST_GPT,
                        RowRules.requests(TimeStyle.ELAPSED_SECONDS),
                        "Timestamp",
                        "Request tokens",
                        "Response tokens")
                .role(TraceColumn.TIMESTAMP, "Timestamp")
                .role(TraceColumn.INPUT_TOKENS, "Request tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "Response tokens");
    }
}
