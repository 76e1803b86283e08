package dev.hostlab.trace;

import dev.hostlab.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the cells that every layout has: time, numbers and names.
final class RowCells {

    /// No time, after telling what is wrong.
    static final long NO_TIME = Long.MIN_VALUE;

    private static final int NO_COLUMN = -1;

    private final Layout layout;
    private final IssueLog log;
    private final UsualStamps usual = new UsualStamps();
    private final TimestampCells timestamps;
    private final NumberCells numbers;
    private final Labels workloads;
    private final Labels tenants;
    private final Doubles tenantRequests = new Doubles();
    private final int workloadColumn;
    private final int tenantColumn;
    private int lastTenant = Labels.NONE;
    private final TimeBase base = new TimeBase();
    private final int timeColumn;

    /// @param delimiter between the file's cells
    RowCells(Layout layout, char delimiter, TimestampCells.Rules stamps, TraceLimits limits, IssueLog log) {
        this.layout = layout;
        this.log = log;
        this.timeColumn = layout.index(TraceColumn.TIMESTAMP);
        this.workloadColumn = layout.has(TraceColumn.WORKLOAD) ? layout.index(TraceColumn.WORKLOAD) : NO_COLUMN;
        this.tenantColumn = layout.has(TraceColumn.TENANT) ? layout.index(TraceColumn.TENANT) : NO_COLUMN;
        this.timestamps = new TimestampCells(log, stamps, layout.name(TraceColumn.TIMESTAMP));
        this.numbers = new NumberCells(log, delimiter, layout.rules());
        this.workloads = new Labels(log, layout.name(TraceColumn.WORKLOAD), limits.nameChars(), limits.workloads());
        this.tenants = new Labels(log, layout.name(TraceColumn.TENANT), limits.nameChars(), limits.tenants());
    }

    /// Time of a row in nanoseconds from the first row, or [#NO_TIME] after telling what is wrong.
    long timeNanos(TableRow row) {
        if (usual.read(row, timeColumn)) {
            return checked(row, base.nanos(usual.seconds(), usual.nanos()));
        }
        var at = timestamps.read(row, timeColumn);
        return at.isEmpty() ? NO_TIME : checked(row, base.nanos(at.get()));
    }

    private long checked(TableRow row, long nanos) {
        if (nanos == TimeBase.TOO_FAR) {
            var problem = "The time is more than twenty years away from the first row's.";
            log.add(TraceProblem.OUT_OF_RANGE, row.line(), layout.name(TraceColumn.TIMESTAMP), problem);
            return NO_TIME;
        }
        return nanos;
    }

    /// How long the only bin of a trace lasts, as far as its time tells: a date without a time of day is a day.
    Optional<Duration> onlyBin() {
        return timestamps.sawDate() ? Optional.of(Duration.ofDays(1)) : Optional.empty();
    }

    Instant instant(long nanos) {
        return base.instant(nanos);
    }

    /// The sum of the numbers in some columns; NaN after telling what is wrong, [NumberCells#UNKNOWN] if none of
    /// them is known.
    ///
    /// @param columns of one role
    double number(TableRow row, int[] columns, double most) {
        var sum = NumberCells.UNKNOWN;
        for (var index : columns) {
            var plain = row.number(index);
            var value = plain >= 0 && plain <= most ? plain : numbers.read(row, index, layout.name(index), most);
            if (value != NumberCells.UNKNOWN) {
                sum = sum == NumberCells.UNKNOWN ? value : sum + value;
            }
        }
        return sum;
    }

    /// Workload and tenant of a row as one number.
    long labels(TableRow row) {
        lastTenant = label(row, tenantColumn, tenants);
        return (long) label(row, workloadColumn, workloads) << Integer.SIZE | lastTenant;
    }

    /// Counts requests of the row whose labels were read last.
    void count(double requests) {
        if (lastTenant == Labels.NONE) {
            return;
        }
        while (tenantRequests.size() <= lastTenant) {
            tenantRequests.add(0);
        }
        tenantRequests.set(lastTenant, tenantRequests.get(lastTenant) + requests);
    }

    /// What the name columns hold.
    TraceSummary.Names names() {
        return new TraceSummary.Names(
                workloads.names(),
                tenants.names().size(),
                TenantGroups.of(shares()).shares());
    }

    /// The tenants that are told apart, which is noted where it is not all.
    TenantGroups tenantGroups() {
        var groups = TenantGroups.of(shares());
        if (!groups.note().isEmpty()) {
            log.note(groups.note());
        }
        return groups;
    }

    /// The number of the last row's tenant, [Labels#NONE] where rows have none.
    int lastTenant() {
        return lastTenant;
    }

    private List<Workload.TenantShare> shares() {
        var shares = new ArrayList<Workload.TenantShare>();
        for (var tenant = 1; tenant < tenantRequests.size(); tenant++) {
            shares.add(new Workload.TenantShare(tenants.names().get(tenant - 1), tenantRequests.get(tenant)));
        }
        return shares;
    }

    /// Settles what only the whole file can tell.
    void finish() {
        numbers.finish();
    }

    private static int label(TableRow row, int column, Labels labels) {
        return column == NO_COLUMN ? Labels.NONE : labels.number(row, column);
    }
}
