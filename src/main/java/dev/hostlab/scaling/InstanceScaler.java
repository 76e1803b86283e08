package dev.hostlab.scaling;

/// Runs an [InstanceScaling] over one run.
public interface InstanceScaler {

    /// Decides once.
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param running   N, instances running
    /// @param needed    M, instances needed for all tasks, running and waiting
    /// @param desired   instances desired now
    Resize evaluate(long atSeconds, int running, int needed, int desired);
}
