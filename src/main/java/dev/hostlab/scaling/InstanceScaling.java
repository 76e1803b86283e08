package dev.hostlab.scaling;

/// How the number of a cluster's instances is decided.
public sealed interface InstanceScaling permits ManagedScaling, DirectScaling {

    /// Least and most instances.
    CapacityRange range();

    /// Instances wanted for what is needed now.
    ///
    /// @param running N, instances running
    /// @param needed  M, instances needed for all tasks, running and waiting
    int wanted(int running, int needed);

    /// Seconds from one look at the cluster to the next, above 0.
    double periodSeconds();

    /// What it looks at, as decisions name it.
    String metric();

    /// What it sees there.
    double seen(int running, int needed);

    /// A scaler for one run.
    InstanceScaler scaler();
}
