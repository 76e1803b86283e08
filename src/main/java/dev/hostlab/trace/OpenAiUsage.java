package dev.hostlab.trace;

/// The usage CSV of OpenAI: requests and tokens in buckets of time, one row for each model and kind of work.
///
/// The older layout has a `timestamp` and tokens in all; the newer one names its columns as the usage API does, and has
/// a row without numbers for each bucket without use.
final class OpenAiUsage {

    private static final RowRules RULES = RowRules.bins(TimeStyle.EPOCH_SECONDS, SameTime.SUM, RowRules.Quirk.HOLES);

    private OpenAiUsage() {}

    static FormatReader reader() {
        return FirstOf.of(older(), new BucketEnds(newer(), "start_time", "end_time"));
    }

    private static KnownCsv older() {
        return KnownCsv.of(
                        TraceFormat.OPENAI_USAGE,
                        RULES,
                        "n_requests",
                        "n_context_tokens_total",
                        "n_generated_tokens_total",
                        "timestamp")
                .role(TraceColumn.TIMESTAMP, "timestamp")
                .role(TraceColumn.REQUESTS, "n_requests")
                .role(TraceColumn.INPUT_TOKENS, "n_context_tokens_total")
                .role(TraceColumn.OUTPUT_TOKENS, "n_generated_tokens_total");
    }

    private static KnownCsv newer() {
        var rules = RULES.with(RowRules.Quirk.EMPTY_IS_NONE);
        return KnownCsv.of(TraceFormat.OPENAI_USAGE, rules, "start_time", "num_model_requests", "input_tokens")
                .role(TraceColumn.TIMESTAMP, "start_time")
                .role(TraceColumn.REQUESTS, "num_model_requests")
                .role(TraceColumn.INPUT_TOKENS, "input_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "output_tokens");
    }
}
