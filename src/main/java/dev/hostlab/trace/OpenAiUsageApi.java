package dev.hostlab.trace;

/// Answers of OpenAI's usage API (`/v1/organization/usage/completions` and its like), as JSON pages.
///
/// `input_tokens` counts those from the cache too.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/usage">OpenAI API reference: usage</a>
final class OpenAiUsageApi {

    private OpenAiUsageApi() {}

    static FormatReader reader() {
        return UsageBuckets.of(
                        TraceFormat.OPENAI_USAGE_API,
                        RowRules.bins(TimeStyle.EPOCH_SECONDS, SameTime.SUM),
                        "start_time",
                        "end_time")
                .role(TraceColumn.REQUESTS, "num_model_requests")
                .role(TraceColumn.INPUT_TOKENS, "input_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "output_tokens");
    }
}
