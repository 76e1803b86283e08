package dev.hostlab.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Azure Functions trace of 2019: one row a function, one column for each of the day's 1,440 minutes.
///
/// All functions are added up. The columns of minutes are named `1`, `minute_1` or `1_minute`; the others say whose
/// function it is, in any order.
///
/// @see <a href="https://github.com/Azure/AzurePublicDataset">AzureFunctionsDataset2019</a>
final class AzureFunctionsMinutes implements FormatReader {

    private static final Pattern MINUTE = Pattern.compile("(?:minute_)?([0-9]{1,4})(?:_minute)?");
    private static final List<String> COLUMNS = List.of("minute", "requests");
    private static final int LEAST_MINUTES = 10;
    private static final int MOST_COLUMNS = 1_500;

    @Override
    public boolean recognises(TextSample sample) {
        return sample.header("HashFunction")
                .filter(header -> minutes(header.cells()).size() >= LEAST_MINUTES)
                .isPresent();
    }

    /// Column indexes by position of the minutes in the header.
    private static List<Integer> minutes(List<String> names) {
        var minutes = new ArrayList<Integer>();
        for (var index = 0; index < names.size(); index++) {
            if (MINUTE.matcher(names.get(index).strip()).matches()) {
                minutes.add(index);
            }
        }
        return minutes;
    }

    @Override
    public Optional<Table> open(TextInput input) throws IOException {
        var delimiter = input.delimiter(input.sample().likelyHeader().delimiter());
        var limits = input.options().limits().withColumns(MOST_COLUMNS);
        var rows = input.csv(delimiter, limits);
        rows.advance();
        var names = rows.row().cells();
        var line = rows.row().line();
        var minutes = minutes(names);
        rows.nameColumns(names);
        var rules = RowRules.bins(TimeStyle.ELAPSED_SECONDS, SameTime.SUM);
        var sums = sums(rows, names, minutes, new NumberCells(input.log(), delimiter, rules), input.log());
        var table = new CellTable(COLUMNS);
        for (var i = 0; i < minutes.size(); i++) {
            var minute = MINUTE.matcher(names.get(minutes.get(i)).strip()).replaceFirst("$1");
            table.add(line, Long.toString((Long.parseLong(minute) - 1) * 60), Double.toString(sums[i]));
        }
        var roles = Map.of(TraceColumn.TIMESTAMP, new int[] {0}, TraceColumn.REQUESTS, new int[] {1});
        return Optional.of(
                new Table(new Layout(TraceFormat.AZURE_FUNCTIONS_2019, rules, COLUMNS, roles), table.rows()));
    }

    private static double[] sums(
            CsvRows rows, List<String> names, List<Integer> minutes, NumberCells numbers, IssueLog log)
            throws IOException {
        var sums = new double[minutes.size()];
        while (rows.advance()) {
            if (rows.row().width() != names.size()) {
                var problem = "The row has " + rows.row().width() + " cells, the header " + names.size() + ".";
                log.add(TraceProblem.RAGGED_ROW, rows.row().line(), "", problem);
                continue;
            }
            if (rows.row().cells().equals(names)) {
                var problem = "The header stands here once more: import the files of several days one by one.";
                throw new TraceStop(TraceProblem.NOT_A_NUMBER, rows.row().line(), problem);
            }
            for (var i = 0; i < sums.length; i++) {
                var column = minutes.get(i);
                var value = numbers.read(rows.row(), column, names.get(column), Cells.MOST_REQUESTS);
                sums[i] += Double.isNaN(value) ? 0 : value;
            }
        }
        return sums;
    }
}
