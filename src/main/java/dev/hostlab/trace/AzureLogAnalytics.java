package dev.hostlab.trace;

/// Token metrics that Azure Log Analytics exports: `timestamp [UTC],input_tokens,output_tokens,total_tokens`.
///
/// Times are quoted, of twelve hours, with the month first: `"8/18/2025, 12:00:38.941 AM"`.
final class AzureLogAnalytics {

    private AzureLogAnalytics() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.AZURE_LOG_ANALYTICS,
                        RowRules.requests(TimeStyle.MONTH_FIRST, RowRules.Quirk.UTC),
                        "timestamp [UTC]",
                        "input_tokens",
                        "output_tokens")
                .role(TraceColumn.TIMESTAMP, "timestamp [UTC]")
                .role(TraceColumn.INPUT_TOKENS, "input_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "output_tokens");
    }
}
