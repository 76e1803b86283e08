package dev.hostlab.trace;

/// The usage export of Cursor: every field quoted, newest first, one row a request; the set of columns changes.
final class CursorUsage {

    private CursorUsage() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.CURSOR_USAGE,
                        RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.HOLES),
                        "Date",
                        "Model",
                        "Cache Read",
                        "Output Tokens")
                .role(TraceColumn.TIMESTAMP, "Date")
                .role(TraceColumn.INPUT_TOKENS, "Input (w/ Cache Write)", "Input (w/o Cache Write)", "Cache Read")
                .role(TraceColumn.OUTPUT_TOKENS, "Output Tokens");
    }
}
