package dev.hostlab.engine;

import dev.hostlab.theory.Figure;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one run of a plain queue showed.
///
/// @param overall  figures over the whole of what was counted; one that cannot be told is missing
/// @param windows  the same figures over consecutive parts of it, at least one
/// @param requests requests that were counted
/// @param played   requests that were simulated, warm-up included
/// @param rows     for each row of a schedule what it held; empty without one
public record QueueResult(
        Map<Figure, Double> overall,
        List<Map<Figure, Double>> windows,
        long requests,
        long played,
        List<RowState> rows) {

    /// One row of a schedule.
    ///
    /// @param insideAtEnd  requests inside when it ended
    /// @param allBusyAtEnd whether a request would then have had to wait
    /// @param meanInside   mean requests inside
    /// @param meanWaiting  mean requests waiting
    /// @param meanBusy     mean servers busy
    /// @param completed    requests served
    public record RowState(
            double insideAtEnd,
            boolean allBusyAtEnd,
            double meanInside,
            double meanWaiting,
            double meanBusy,
            double completed) {}

    public QueueResult {
        overall = new EnumMap<>(overall);
        windows = List.copyOf(windows);
        rows = List.copyOf(rows);
    }
}
