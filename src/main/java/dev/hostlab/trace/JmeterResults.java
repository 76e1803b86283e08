package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// JMeter's results in CSV (JTL): `timeStamp,elapsed,label,…`, one row a sample, written when it was done.
///
/// `timeStamp` is the start in milliseconds unless JMeter was told to write the end. JMeter can be told to write no
/// header: then the first columns are those that it writes by itself. The row of a transaction controller is about the
/// samples within it, which have rows of their own, and no request.
///
/// @see <a href="https://jmeter.apache.org/usermanual/listeners.html">JMeter: listeners</a>
final class JmeterResults implements FormatReader {

    private static final List<String> FIRST_COLUMNS =
            List.of("timeStamp", "elapsed", "label", "responseCode", "responseMessage");

    private static final String OF_TRANSACTION = "Number of samples in transaction";

    /// A row without a header over it: milliseconds, how long, and somewhere whether it succeeded.
    private static final Pattern ROW = Pattern.compile("[0-9]{13}([,;\t|])[0-9]{1,9}\\1.*\\1(true|false)\\1.*");

    private static final RowRules RULES = RowRules.requests(TimeStyle.AUTO, RowRules.Quirk.DURATION_MILLISECONDS);

    private static final KnownCsv WITH_HEADER = KnownCsv.of(TraceFormat.JMETER, RULES, "timeStamp", "elapsed", "label")
            .role(TraceColumn.TIMESTAMP, "timeStamp")
            .role(TraceColumn.DURATION_SECONDS, "elapsed");

    @Override
    public boolean recognises(TextSample sample) {
        return WITH_HEADER.recognises(sample) || hasNoHeader(sample);
    }

    private static boolean hasNoHeader(TextSample sample) {
        return ROW.matcher(sample.firstLine()).matches();
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var opened = hasNoHeader(input.sample()) ? Optional.of(withoutHeader(input)) : WITH_HEADER.open(input);
        return opened.map(table -> withoutTransactions(table, input.log()))
                .map(table -> withAllSamples(table, input.log()));
    }

    private static Table withoutHeader(TextInput input) throws IOException {
        var row = ROW.matcher(input.sample().firstLine());
        var delimiter = input.delimiter(row.matches() ? row.group(1).charAt(0) : ',');
        var rows = input.csv(delimiter);
        rows.advance();
        var names = new ArrayList<>(CanonicalReader.numbered(rows.row().width()));
        for (var index = 0; index < Math.min(names.size(), FIRST_COLUMNS.size()); index++) {
            names.set(index, FIRST_COLUMNS.get(index));
        }
        rows.nameColumns(names);
        input.log().infer("header", "none: the first columns are those that JMeter writes", Choice.FORMAT);
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.DURATION_SECONDS, new int[] {1});
        return new Table(new Layout(TraceFormat.JMETER, RULES, names, roles), new RowAgain(rows), delimiter);
    }

    /// Servers that are told to send statistics write one row for many samples.
    private static Table withAllSamples(Table table, IssueLog log) {
        var names = table.layout().names().stream().map(TextSample::plain).toList();
        var count = names.indexOf("samplecount");
        if (count < 0) {
            return table;
        }
        var rows = new RepeatedRows(
                table.rows(),
                count,
                () -> log.infer("samples", "a row stands for as many requests as SampleCount says", Choice.FORMAT));
        return new Table(table.layout(), rows, table.delimiter());
    }

    private static Table withoutTransactions(Table table, IssueLog log) {
        var names = table.layout().names().stream().map(TextSample::plain).toList();
        var message = names.indexOf("responsemessage");
        if (message < 0) {
            return table;
        }
        var rows = new FilteredRows(table.rows(), row -> {
            var isAbout = row.width() > message && row.cell(message).startsWith(OF_TRANSACTION);
            if (isAbout) {
                log.infer("transactions", "their rows are left out: the samples in them have their own", Choice.FORMAT);
            }
            return !isAbout;
        });
        return new Table(table.layout(), rows, table.delimiter());
    }
}
