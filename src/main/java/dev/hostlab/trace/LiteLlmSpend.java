package dev.hostlab.trace;

/// Spend logs of LiteLLM and gateways like it: `…,startTime,…,prompt_tokens,completion_tokens,…`, one row a
/// request; or its days, one row for each key and model.
///
/// @see <a href="https://docs.litellm.ai/docs/proxy/cost_tracking">LiteLLM: spend tracking</a>
final class LiteLlmSpend {

    private LiteLlmSpend() {}

    static FormatReader reader() {
        return FirstOf.of(calls(), days());
    }

    private static KnownCsv calls() {
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

    private static KnownCsv days() {
        return KnownCsv.of(
                        TraceFormat.LITELLM,
                        RowRules.bins(TimeStyle.AUTO, SameTime.SUM, RowRules.Quirk.HOLES, RowRules.Quirk.UTC),
                        "date",
                        "api_requests",
                        "prompt_tokens",
                        "completion_tokens")
                .role(TraceColumn.TIMESTAMP, "date")
                .role(TraceColumn.REQUESTS, "api_requests")
                .role(TraceColumn.INPUT_TOKENS, "prompt_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "completion_tokens");
    }
}
