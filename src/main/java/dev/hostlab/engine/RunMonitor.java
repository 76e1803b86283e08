package dev.hostlab.engine;

/// Watches a run from outside, and may end it. Called once a simulated minute, on the thread that simulates.
public interface RunMonitor {

    /// Nobody watches.
    RunMonitor NONE = (requests, share) -> true;

    /// The run has come this far.
    ///
    /// @param requests requests played since the last call
    /// @param share    part of the horizon that is behind, 0 to 1
    /// @return whether it shall go on
    boolean goesOn(long requests, double share);
}
