package dev.hostlab.trace;

/// Answers of LiteLLM's `/user/daily/activity`: `results[{date, metrics{api_requests, prompt_tokens, …}}]`.
///
/// @see <a href="https://docs.litellm.ai/docs/proxy/cost_tracking">LiteLLM: daily spend breakdown</a>
final class LiteLlmActivity {

    private LiteLlmActivity() {}

    static FormatReader reader() {
        return KnownJson.of(
                        TraceFormat.LITELLM_ACTIVITY,
                        RowRules.bins(TimeStyle.AUTO, SameTime.SUM, RowRules.Quirk.HOLES, RowRules.Quirk.UTC),
                        "results",
                        "date",
                        "metrics",
                        "api_requests")
                .role(TraceColumn.TIMESTAMP, "date")
                .role(TraceColumn.REQUESTS, "metrics.api_requests")
                .role(TraceColumn.INPUT_TOKENS, "metrics.prompt_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "metrics.completion_tokens");
    }
}
