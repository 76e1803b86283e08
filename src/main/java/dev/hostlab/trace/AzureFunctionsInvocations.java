package dev.hostlab.trace;

/// Azure Functions trace of 2021: `app,func,end_timestamp,duration`, one row an invocation.
///
/// Times are seconds from the start at which invocations ended; they began their duration earlier.
///
/// @see <a href="https://github.com/Azure/AzurePublicDataset">AzureFunctionsInvocationTrace2021</a>
final class AzureFunctionsInvocations {

    private AzureFunctionsInvocations() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.AZURE_FUNCTIONS_2021,
                        RowRules.requests(TimeStyle.ELAPSED_SECONDS, RowRules.Quirk.END_TIMES),
                        "app",
                        "func",
                        "end_timestamp",
                        "duration")
                .role(TraceColumn.TIMESTAMP, "end_timestamp")
                .role(TraceColumn.DURATION_SECONDS, "duration");
    }
}
