package dev.hostlab.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/// Reads the text of an open trace file: encoding, line ends, delimiter, header, rows.
final class TraceText {

    private final TraceFile file;
    private final ReadOptions options;
    private final IssueLog log;

    TraceText(TraceFile file, ReadOptions options, IssueLog log) {
        this.file = file;
        this.options = options;
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
        var text = new BufferedReader(encoding.reader(file.content()), TextHead.CHARS);
        var head = TextHead.peek(text);
        var lines = new TextLines(text, head.endedByCr(), options.limits().lineChars());
        var rows = new CsvRows(lines, head.delimiter(), options.limits(), log);
        try {
            return read(rows, head);
        } catch (TraceStop stop) {
            log.add(rows.named(stop));
            return Optional.empty();
        } finally {
            if (encoding == TextEncoding.WINDOWS) {
                var problem = "The file is not UTF-8; it is read as windows-1252.";
                log.add(TraceProblem.ENCODING_FALLBACK, lines.firstNonAsciiLine(), "", problem);
            }
        }
    }

    private Optional<TraceRows.Content> read(CsvRows csv, TextHead head) throws IOException {
        var first = csv.next();
        if (first.isEmpty()) {
            throw new TraceStop(TraceProblem.EMPTY_FILE, "There is nothing in the file.");
        }
        tellHead(head);
        var header = TraceHeader.read(first.get(), log);
        csv.nameColumns(first.get());
        if (log.hasErrors()) {
            return Optional.empty();
        }
        var cells = new RowCells(header, head.delimiter(), options, log);
        var rows = switch (header.format()) {
            case BINNED -> new BinnedRows(header, options, cells, log);
            case PER_REQUEST -> new RequestRows(header, options, cells, log);
        };
        readRows(csv, header, rows);
        cells.finish();
        var content = rows.finish();
        content.ifPresent(this::tellZeroLoad);
        return content;
    }

    private void readRows(CsvRows csv, TraceHeader header, TraceRows rows) throws IOException {
        var row = csv.next();
        if (row.isEmpty()) {
            throw new TraceStop(TraceProblem.NO_DATA_ROWS, "There is no row under the header.");
        }
        for (; row.isPresent(); row = csv.next()) {
            if (row.get().width() == header.width()) {
                rows.add(row.get());
            } else {
                var problem = "The row has " + row.get().width() + " cells, the header " + header.width() + ".";
                log.add(TraceProblem.RAGGED_ROW, row.get().line(), "", problem);
            }
        }
    }

    private void tellHead(TextHead head) {
        if (head.endedByCr()) {
            log.add(TraceProblem.EOL_CR, 0, "", "Lines end with CR alone.");
        }
        if (head.delimiter() != ',') {
            var name = head.delimiter() == '\t' ? "a tab" : "'" + head.delimiter() + "'";
            log.add(TraceProblem.DELIMITER_INFERRED, 0, "", "Cells are divided by " + name + ", not by a comma.");
        }
    }

    private void tellZeroLoad(TraceRows.Content content) {
        if (content.arrivals().requests() == 0) {
            log.add(TraceProblem.ZERO_LOAD, 0, "", "There is no request in the trace.");
        }
    }
}
