package dev.hostlab.trace;

/// Answers of LiteLLM's `/spend/logs`: a JSON list of calls, or one page of it under `data`.
///
/// @see <a href="https://docs.litellm.ai/docs/proxy/cost_tracking">LiteLLM: spend tracking</a>
final class LiteLlmJson {

    private LiteLlmJson() {}

    static FormatReader reader() {
        return KnownJson.of(
                        TraceFormat.LITELLM_JSON,
                        RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES, RowRules.Quirk.UTC),
                        "startTime",
                        "prompt_tokens",
                        "completion_tokens")
                .role(TraceColumn.TIMESTAMP, "startTime")
                .role(TraceColumn.INPUT_TOKENS, "prompt_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "completion_tokens");
    }
}
