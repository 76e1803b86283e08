package dev.hostlab.trace;

/// The usage CSV of OpenAI: requests and tokens in buckets of time, one row for each model and kind of work.
final class OpenAiUsage {

    private OpenAiUsage() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.OPENAI_USAGE,
                        RowRules.bins(TimeStyle.EPOCH_SECONDS, SameTime.SUM, RowRules.Quirk.HOLES),
                        "n_requests",
                        "n_context_tokens_total",
                        "n_generated_tokens_total",
                        "timestamp")
                .role(TraceColumn.TIMESTAMP, "timestamp")
                .role(TraceColumn.REQUESTS, "n_requests")
                .role(TraceColumn.INPUT_TOKENS, "n_context_tokens_total")
                .role(TraceColumn.OUTPUT_TOKENS, "n_generated_tokens_total");
    }
}
