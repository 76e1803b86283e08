package dev.hostlab.trace;

/// The usage CSV of Anthropic: tokens a day, one row for each model, key and kind of use, input in four columns.
///
/// It does not say how many requests there were: the trace has tokens and no request.
final class AnthropicUsage {

    private AnthropicUsage() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.ANTHROPIC_USAGE,
                        RowRules.bins(
                                TimeStyle.AUTO,
                                SameTime.SUM,
                                RowRules.Quirk.HOLES,
                                RowRules.Quirk.UTC,
                                RowRules.Quirk.NO_REQUESTS),
                        "usage_date_utc",
                        "usage_input_tokens_no_cache",
                        "usage_output_tokens")
                .role(TraceColumn.TIMESTAMP, "usage_date_utc")
                .role(
                        TraceColumn.INPUT_TOKENS,
                        "usage_input_tokens_no_cache",
                        "usage_input_tokens_cache_write_5m",
                        "usage_input_tokens_cache_write_1h",
                        "usage_input_tokens_cache_read")
                .role(TraceColumn.OUTPUT_TOKENS, "usage_output_tokens");
    }
}
