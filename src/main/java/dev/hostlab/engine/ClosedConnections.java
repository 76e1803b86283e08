package dev.hostlab.engine;

import dev.hostlab.hosting.KeepAlive;

/// Requests that met a connection which their target was closing (502), counted tick by tick.
///
/// They are so few that no request is marked: of those served in a tick as many as the model says become failed ones,
/// rounded at random so that the mean is kept. Their work and their response times still count.
final class ClosedConnections {

    private final KeepAlive keepAlive;
    private final long key;
    private long ticks;

    ClosedConnections(KeepAlive keepAlive, RunId run) {
        this.keepAlive = keepAlive;
        this.key = run.key(Stream.CLOSED_CONNECTION);
    }

    /// How many were lost in a tick.
    ///
    /// @param units mean units in service
    long lost(Tally counts, Meter.PeriodLoad load, double units, double seconds) {
        ticks++;
        if (!keepAlive.isShort() || counts.arrived == 0 || units <= 0) {
            return 0;
        }
        var share = keepAlive.lostShare(counts.arrived / seconds / units, load.meanInside() / units);
        return Math.min(counts.served, (long) (counts.served * share + Draws.unit(Draws.bits(key, ticks))));
    }
}
