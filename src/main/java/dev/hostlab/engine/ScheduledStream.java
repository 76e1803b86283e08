package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;
import java.util.List;

/// Requests at rates that change from row to row: a renewal process of mean gap 1 whose clock runs at the rate, so that
/// exponential gaps make the Poisson process of that rate, and equal gaps make the rate's count in each row, the first
/// at once.
final class ScheduledStream implements ArrivalStream {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double ROUNDING_SLACK = 1e-9;

    private final List<QueueModel.Load.Row> rows;
    private final double scale;
    private final Factor gaps;
    private final long gapKey;
    private int row = -1;
    private long rowStart;
    private long rowEnd;
    private double perNano;
    private double expectedAtStart;
    private double expectedAtEnd;
    private double expected;
    private long request;

    /// @param scale simulated seconds in one second of the load
    ScheduledStream(QueueModel.Load.Scheduled load, double scale, RunId run) {
        this.rows = load.rows();
        this.scale = scale;
        gaps = Factor.of(load.gaps());
        gapKey = run.key(Stream.ARRIVAL_GAP);
        expected = gaps.isConstant() ? -1 : 0;
    }

    @Override
    public long next() {
        expected += gaps.at(Draws.bits(gapKey, request++));
        while (expected >= expectedAtEnd - ROUNDING_SLACK) {
            if (row + 1 == rows.size()) {
                return Unit.NEVER;
            }
            open(row + 1);
        }
        var since = Math.max(0, expected - expectedAtStart) / perNano;
        return Math.min(rowEnd - 1, rowStart + Math.round(since));
    }

    private void open(int next) {
        row = next;
        rowStart = rowEnd;
        rowEnd = nanos(rows.get(row).endSeconds(), scale);
        perNano = rows.get(row).perSecond() / scale / NANOS_PER_SECOND;
        expectedAtStart = expectedAtEnd;
        expectedAtEnd += perNano * (rowEnd - rowStart);
    }

    /// When a second of the schedule is in simulated nanoseconds.
    static long nanos(double seconds, double scale) {
        return Math.round(seconds * scale * NANOS_PER_SECOND);
    }

    @Override
    public double inputTokens() {
        return 0;
    }

    @Override
    public double outputTokens() {
        return 0;
    }
}
