package dev.hostlab.trace;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// Reads the cells that every layout has: time, numbers and names.
final class RowCells {

    private final TraceHeader header;
    private final IssueLog log;
    private final TimestampCells timestamps;
    private final NumberCells numbers;
    private final Labels workloads;
    private final Labels tenants;
    private final TimeBase base = new TimeBase();

    /// @param delimiter between the file's cells
    RowCells(TraceHeader header, char delimiter, ReadOptions options, IssueLog log) {
        var limits = options.limits();
        this.header = header;
        this.log = log;
        this.timestamps = new TimestampCells(log, options.namedZone(), header.name(TraceColumn.TIMESTAMP));
        this.numbers = new NumberCells(log, delimiter);
        this.workloads = new Labels(log, "workload", limits.nameChars(), limits.workloads());
        this.tenants = new Labels(log, "tenant", limits.nameChars(), limits.tenants());
    }

    /// Time of a row in nanoseconds from the first row, or none after telling what is wrong.
    OptionalLong timeNanos(CsvRow row) {
        var at = timestamps.read(row, header.index(TraceColumn.TIMESTAMP));
        if (at.isEmpty()) {
            return OptionalLong.empty();
        }
        var nanos = base.nanos(at.get());
        if (nanos.isEmpty()) {
            var problem = "The time is more than twenty years away from the first row's.";
            log.add(TraceProblem.OUT_OF_RANGE, row.line(), header.name(TraceColumn.TIMESTAMP), problem);
        }
        return nanos;
    }

    Instant instant(long nanos) {
        return base.instant(nanos);
    }

    /// A number, or NaN after telling what is wrong.
    double number(CsvRow row, TraceColumn column, double most) {
        return numbers.read(row, header.index(column), header.name(column), most);
    }

    /// Workload and tenant of a row as one number.
    long labels(CsvRow row) {
        return (long) label(row, TraceColumn.WORKLOAD, workloads) << Integer.SIZE
                | label(row, TraceColumn.TENANT, tenants);
    }

    List<String> workloads() {
        return workloads.names();
    }

    int tenants() {
        return tenants.names().size();
    }

    /// Settles what only the whole file can tell.
    void finish() {
        numbers.finish();
    }

    private int label(CsvRow row, TraceColumn column, Labels labels) {
        return header.has(column) ? labels.number(row, header.index(column)) : Labels.NONE;
    }
}
