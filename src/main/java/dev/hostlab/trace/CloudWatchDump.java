package dev.hostlab.trace;

/// Metrics as `timestamp,value`, as the Numenta Anomaly Benchmark keeps those of CloudWatch; values are counts a bin.
///
/// @see <a href="https://github.com/numenta/NAB">numenta/NAB</a>
final class CloudWatchDump implements FormatReader {

    private static final KnownCsv CSV = KnownCsv.of(
                    TraceFormat.CLOUDWATCH_DUMP, RowRules.bins(TimeStyle.AUTO, SameTime.REFUSE), "timestamp", "value")
            .role(TraceColumn.TIMESTAMP, "timestamp")
            .role(TraceColumn.REQUESTS, "value");

    @Override
    public boolean recognises(TextSample sample) {
        return sample.header("timestamp", "value")
                .filter(header -> header.cells().size() == 2)
                .isPresent();
    }

    @Override
    public java.util.Optional<Table> open(TextInput input) throws java.io.IOException {
        input.log().infer("values", "column value counts requests in each bin", Choice.VALUES);
        return CSV.open(input);
    }
}
