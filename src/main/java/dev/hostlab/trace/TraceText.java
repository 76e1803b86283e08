package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the text of an open trace file: encoding, format, columns, rows.
final class TraceText {

    /// Rows between two looks at whether somebody wants to cancel.
    private static final int ROWS_BETWEEN_LOOKS = 8_192;

    private final TraceFile file;
    private final ReadOptions options;
    private final long mostRows;
    private final IssueLog log;
    private final List<TableSample.Row> firstRows = new ArrayList<>();
    private Optional<Layout> layout = Optional.empty();
    private boolean cut;

    /// @param mostRows data rows after which nothing more is read
    TraceText(TraceFile file, ReadOptions options, long mostRows, IssueLog log) {
        this.file = file;
        this.options = options;
        this.mostRows = mostRows;
        this.log = log;
    }

    /// Everything in the file; none if it has an error. Bytes that are not UTF-8 come up as an exception.
    ///
    /// @param known the encoding to take, or none to look at the byte-order mark
    Optional<TraceRows.Content> read(Optional<TextEncoding> known) throws IOException {
        var encoding = known.isPresent() ? known.get() : TextEncoding.of(file.peek());
        if (encoding.isMarkedUtf16()) {
            log.add(TraceProblem.ENCODING_UTF16, 0, "", "The file is UTF-16.");
        }
        var reader = options.choices().encoding().isPresent()
                ? encoding.reader(file.content(), options.choices().encoding().get())
                : encoding.reader(file.content());
        var text = new BufferedReader(reader, TextSample.CHARS);
        try (var input = new TextInput(text, TextSample.peek(text), options, log)) {
            var content = read(input);
            if (encoding == TextEncoding.WINDOWS) {
                var problem = "The file is not UTF-8; it is read as windows-1252.";
                log.add(TraceProblem.ENCODING_FALLBACK, input.firstNonAsciiLine(), "", problem);
            }
            return content;
        }
    }

    /// Whether reading stopped before the end.
    boolean wasCut() {
        return cut;
    }

    /// What was seen of the table so far.
    Optional<TableSample> sample() {
        return layout.map(known -> new TableSample(known.format(), known.names(), roles(known), firstRows));
    }

    private static List<String> roles(Layout layout) {
        var roles = new ArrayList<String>();
        for (var index = 0; index < layout.width(); index++) {
            roles.add(layout.role(index).map(TraceColumn::header).orElse(""));
        }
        return roles;
    }

    private Optional<TraceRows.Content> read(TextInput input) throws IOException {
        try {
            return table(input);
        } catch (TraceStop stop) {
            log.add(input.named(stop));
            return Optional.empty();
        }
    }

    private Optional<TraceRows.Content> table(TextInput input) throws IOException {
        var sample = input.sample();
        sample.refuseMarkup();
        if (sample.endedByCr() && !sample.startsAsJson()) {
            log.add(TraceProblem.EOL_CR, 0, "", "Lines end with CR alone.");
        }
        var opened = TraceFormat.of(sample, options.choices()).reader().open(input);
        layout = opened.map(FormatReader.Table::layout);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        if (log.hasErrors()) {
            keepFirstRows(opened.get().rows());
            return Optional.empty();
        }
        return read(opened.get(), sample);
    }

    private Optional<TraceRows.Content> read(FormatReader.Table table, TextSample sample) throws IOException {
        var mapped = new Mapping(table.layout(), options.choices(), log).apply();
        layout = mapped.or(() -> layout);
        if (mapped.isEmpty()) {
            keepFirstRows(table.rows());
            return Optional.empty();
        }
        var apart = CountersApart.of(new FormatReader.Table(mapped.get(), table.rows(), table.delimiter()));
        var known = apart.layout();
        layout = Optional.of(known);
        var cells = new RowCells(known, table.delimiter(), stamps(known.rules(), sample), options.limits(), log);
        var rows = switch (known.rules().meaning()) {
            case BINS -> new BinnedRows(known, options, cells, log);
            case REQUESTS -> new RequestRows(known, options, cells, log);
        };
        readRows(apart.rows(), known, rows);
        cells.finish();
        var content = rows.finish();
        content.ifPresent(this::tellZeroLoad);
        return content;
    }

    private TimestampCells.Rules stamps(RowRules rules, TextSample sample) {
        var order = DateOrder.of(rules.time(), DateOrder.in(sample.text()));
        if (rules.time().isElapsed()) {
            log.note("The file has no dates: its time is counted from 1970-01-01T00:00:00Z.");
        }
        var isUtc = rules.has(RowRules.Quirk.UTC);
        return new TimestampCells.Rules(rules.time(), order, options.namedZone(), isUtc, rules.meaning());
    }

    private void readRows(RowSource source, Layout known, TraceRows rows) throws IOException {
        if (!source.advance()) {
            throw new TraceStop(TraceProblem.NO_DATA_ROWS, "There is no row under the header.");
        }
        var anyWidth = known.rules().has(RowRules.Quirk.ANY_WIDTH);
        var least = known.leastWidth();
        var count = 0L;
        do {
            var row = source.row();
            keep(row);
            if (anyWidth ? row.width() >= least : row.width() == known.width()) {
                rows.add(row);
            } else {
                tellWidth(row, anyWidth ? least : known.width());
            }
            if (++count % ROWS_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Reading was cancelled.");
            }
            cut = count == mostRows;
        } while (!cut && source.advance());
    }

    private void tellWidth(TableRow row, int wanted) {
        var problem = "The row has " + row.width() + " cells; it should have " + wanted + ".";
        log.add(TraceProblem.RAGGED_ROW, row.line(), "", problem);
    }

    private void keepFirstRows(RowSource source) throws IOException {
        while (firstRows.size() < TableSample.ROWS && source.advance()) {
            keep(source.row());
        }
    }

    private void keep(TableRow row) {
        if (firstRows.size() < TableSample.ROWS) {
            firstRows.add(new TableSample.Row(row.line(), row.cells()));
        }
    }

    private void tellZeroLoad(TraceRows.Content content) {
        if (content.arrivals().requests() == 0) {
            log.add(TraceProblem.ZERO_LOAD, 0, "", "There is no request in the trace.");
        }
    }
}
