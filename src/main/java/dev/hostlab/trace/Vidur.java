package dev.hostlab.trace;

/// Request traces of the simulator vidur: `arrived_at,num_prefill_tokens,num_decode_tokens`, seconds from the start.
///
/// @see <a href="https://github.com/microsoft/vidur">microsoft/vidur</a>
final class Vidur {

    private Vidur() {}

    static FormatReader reader() {
        return KnownCsv.of(
                        TraceFormat.VIDUR,
                        RowRules.requests(TimeStyle.ELAPSED_SECONDS),
                        "arrived_at",
                        "num_prefill_tokens",
                        "num_decode_tokens")
                .role(TraceColumn.TIMESTAMP, "arrived_at")
                .role(TraceColumn.INPUT_TOKENS, "num_prefill_tokens")
                .role(TraceColumn.OUTPUT_TOKENS, "num_decode_tokens");
    }
}
