package dev.hostlab.trace;

/// Observations that Langfuse exports as CSV: one row a call, with its tokens.
///
/// @see <a href="https://langfuse.com/docs/api-and-data-platform/features/export-from-ui">Langfuse: export</a>
final class LangfuseExport {

    private LangfuseExport() {}

    static FormatReader reader() {
        return FirstOf.of(
                names("startTime", "inputUsage", "outputUsage"),
                names("startTime", "inputTokens", "outputTokens"),
                names("startTime", "promptTokens", "completionTokens"),
                names("timestamp", "inputTokens", "outputTokens"));
    }

    private static KnownCsv names(String time, String input, String output) {
        var rules = RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES);
        return KnownCsv.of(TraceFormat.LANGFUSE, rules, time, input, output)
                .role(TraceColumn.TIMESTAMP, time)
                .role(TraceColumn.INPUT_TOKENS, input)
                .role(TraceColumn.OUTPUT_TOKENS, output);
    }
}
