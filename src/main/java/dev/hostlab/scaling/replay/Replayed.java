package dev.hostlab.scaling.replay;

import java.util.List;

/// What a policy did with a series.
///
/// @param rows      one a minute
/// @param decisions every change of desired capacity
public record Replayed(List<Row> rows, List<Decision> decisions) {

    /// The end of one minute.
    ///
    /// @param minute  from the start of the series' own count
    /// @param value   the newest value that the alarms saw, NaN where there is none
    /// @param alarm   `HIGH`, `LOW`, `OK` or `INSUFFICIENT_DATA`
    /// @param desired desired capacity after this minute's decision
    /// @param reason  why it is so, in words
    public record Row(int minute, double value, String alarm, int desired, String reason) {}

    /// One change.
    ///
    /// @param second when
    /// @param from   desired capacity before
    /// @param to     desired capacity after
    /// @param value  the metric's value
    /// @param reason in words
    public record Decision(long second, int from, int to, double value, String reason) {}

    public Replayed {
        rows = List.copyOf(rows);
        decisions = List.copyOf(decisions);
    }
}
