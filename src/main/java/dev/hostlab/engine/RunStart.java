package dev.hostlab.engine;

/// How a run begins that is a part of a longer one.
///
/// @param warmUpNanos how long its warm-up period is, a whole number of minutes; 0 where there is none
/// @param instances   instances of the cluster that hold the initial tasks, spread over them; as few as the tasks
///                    need where that is more
public record RunStart(long warmUpNanos, int instances) {

    /// The start of a whole workload.
    public static final RunStart AFRESH = new RunStart(0, 0);

    public RunStart {
        if (warmUpNanos < 0 || instances < 0) {
            throw new IllegalArgumentException("No start: " + warmUpNanos + " ns, " + instances + " instances");
        }
    }
}
