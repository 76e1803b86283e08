package dev.hostlab.trace;

/// Observations that Langfuse exports as CSV: one row a call, with its tokens.
///
/// @see <a href="https://langfuse.com/docs/api-and-data-platform/features/export-from-ui">Langfuse: export</a>
final class LangfuseExport {

    private LangfuseExport() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.LANGFUSE,
                        RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES),
                        "startTime",
                        "inputUsage",
                        "outputUsage")
                .role(TraceColumn.TIMESTAMP, "startTime")
                .role(TraceColumn.INPUT_TOKENS, "inputUsage")
                .role(TraceColumn.OUTPUT_TOKENS, "outputUsage");
    }
}
