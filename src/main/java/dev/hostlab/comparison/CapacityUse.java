package dev.hostlab.comparison;

/// How much capacity one option held, mean over replications but for the peaks and the minimum (replication 0).
///
/// @param unit          what a unit is called: `task` or `instance`
/// @param meanTasks     time average of task-sized capacity in service
/// @param peakTasks     most task-sized capacity in service
/// @param minTasks      least task-sized capacity in service
/// @param meanInstances time average of EC2 instances running; 0 on Fargate
/// @param peakInstances most EC2 instances running; 0 on Fargate
/// @param offeredLoad   work that arrives over the work that the most capacity allowed can do, both over the whole
///                      horizon; 0 where nothing arrives
/// @param crashes       applications that crashed (replication 0)
/// @param launchesHeld  launches that the account's quota held back (replication 0)
/// @param meanTasksHeld time average of the tasks that waited for it
public record CapacityUse(
        String unit,
        double meanTasks,
        int peakTasks,
        int minTasks,
        double meanInstances,
        int peakInstances,
        double offeredLoad,
        long crashes,
        long launchesHeld,
        double meanTasksHeld) {

    /// Capacity that no quota held back.
    public CapacityUse(
            String unit,
            double meanTasks,
            int peakTasks,
            int minTasks,
            double meanInstances,
            int peakInstances,
            double offeredLoad) {
        this(unit, meanTasks, peakTasks, minTasks, meanInstances, peakInstances, offeredLoad, 0, 0, 0);
    }

    /// Whether the option is unstable: no capacity that it may have keeps up, so waits grow with the length of the
    /// workload and their mean says nothing.
    public boolean isUnstable() {
        return offeredLoad >= 1;
    }
}
