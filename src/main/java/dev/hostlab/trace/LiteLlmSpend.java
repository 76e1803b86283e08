package dev.hostlab.trace;

/// Spend logs of LiteLLM and gateways like it: `…,startTime,…,prompt_tokens,completion_tokens,…`, one row a request.
///
/// @see <a href="https://docs.litellm.ai/docs/proxy/cost_tracking">LiteLLM: spend tracking</a>
final class LiteLlmSpend {

    private LiteLlmSpend() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.LITELLM,
                        RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES, RowRules.Quirk.UTC),
                        "startTime",
                        "prompt_tokens",
                        "completion_tokens")
                .role(TraceColumn.TIMESTAMP, "startTime")
                .role(TraceColumn.INPUT_TOKENS, "prompt_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "completion_tokens");
    }
}
