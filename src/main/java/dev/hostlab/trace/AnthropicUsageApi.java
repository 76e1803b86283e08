package dev.hostlab.trace;

/// Answers of Anthropic's usage report (`/v1/organizations/usage_report/messages`), as JSON pages.
///
/// Input is what was not cached, what was written to the cache and what was read from it. Requests are not counted:
/// the trace has tokens and no request.
///
/// @see <a href="https://docs.anthropic.com/en/api/admin-api/usage-cost/get-messages-usage-report">
/// Get usage report for the Messages API</a>
final class AnthropicUsageApi {

    private AnthropicUsageApi() {}

    static FormatReader reader() {
        return UsageBuckets.of(
                        TraceFormat.ANTHROPIC_USAGE_API,
                        RowRules.bins(TimeStyle.AUTO, SameTime.SUM, RowRules.Quirk.UTC, RowRules.Quirk.NO_REQUESTS),
                        "starting_at",
                        "ending_at")
                .role(
                        TraceColumn.INPUT_TOKENS,
                        "uncached_input_tokens",
                        "cache_creation.ephemeral_5m_input_tokens",
                        "cache_creation.ephemeral_1h_input_tokens",
                        "cache_creation_input_tokens",
                        "cache_creation_5m_input_tokens",
                        "cache_creation_1h_input_tokens",
                        "cache_read_input_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "output_tokens");
    }
}
