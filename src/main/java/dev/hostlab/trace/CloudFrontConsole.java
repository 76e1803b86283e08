package dev.hostlab.trace;

/// CSV that the CloudFront console exports: rows about the report first, then `…,TimeBucket,Requests,…` in UTC.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/usage-charts.html">CloudFront
/// usage reports</a>
final class CloudFrontConsole {

    private static final int PREAMBLE = 12;

    private CloudFrontConsole() {}

    static FormatReader reader() {
        var rules = RowRules.bins(TimeStyle.AUTO, SameTime.SUM, RowRules.Quirk.UTC, RowRules.Quirk.ANY_WIDTH);
        return KnownCsv.of(TraceFormat.CLOUDFRONT, rules, "TimeBucket", "Requests")
                .role(TraceColumn.TIMESTAMP, "TimeBucket")
                .role(TraceColumn.REQUESTS, "Requests")
                .afterPreamble(PREAMBLE);
    }
}
