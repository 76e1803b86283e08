package dev.hostlab.trace;

/// Azure LLM inference trace of 2023 and 2024: `TIMESTAMP,ContextTokens,GeneratedTokens`, one row a request.
///
/// The stamps of 2023 have seven digits of a second and no zone, those of 2024 six and an offset.
///
/// @see <a href="https://github.com/Azure/AzurePublicDataset">Azure/AzurePublicDataset</a>
final class AzureLlm {

    private AzureLlm() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.AZURE_LLM,
                        RowRules.requests(TimeStyle.AUTO),
                        "TIMESTAMP",
                        "ContextTokens",
                        "GeneratedTokens")
                .role(TraceColumn.TIMESTAMP, "TIMESTAMP")
                .role(TraceColumn.INPUT_TOKENS, "ContextTokens")
                .role(TraceColumn.OUTPUT_TOKENS, "GeneratedTokens");
    }
}
