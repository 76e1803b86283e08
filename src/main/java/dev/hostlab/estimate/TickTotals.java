package dev.hostlab.estimate;

/// Sums over all ticks of a run, as expected values.
final class TickTotals {

    double arrived;
    double rejected;
    double failed;
    double timedOut;
    double timely;
    double good;
    double requestBytes;
    double responseBytes;

    /// A tick has ended.
    ///
    /// @param sent     bytes of its responses
    /// @param received bytes of its requests
    void add(TickLoad tick, double sent, double received) {
        arrived += tick.arrived;
        rejected += tick.rejected;
        failed += tick.failed;
        timedOut += tick.timedOut;
        timely += tick.timely;
        good += tick.good;
        requestBytes += received;
        responseBytes += sent;
    }
}
