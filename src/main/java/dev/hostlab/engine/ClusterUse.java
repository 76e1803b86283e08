package dev.hostlab.engine;

import java.util.List;

/// How a cluster's instances were used over a run.
final class ClusterUse {

    private final int tasksPerInstance;
    private final Average running = new Average(0);
    private final Average empty = new Average(0);
    private final Average stranded = new Average(0);

    ClusterUse(int tasksPerInstance) {
        this.tasksPerInstance = tasksPerInstance;
    }

    void measure(List<ClusterInstance> instances, long now) {
        var free = 0;
        var idle = 0;
        var on = 0;
        for (var instance : instances) {
            on += instance.billedFrom <= now ? 1 : 0;
            if (instance.registered) {
                idle += instance.isEmpty() ? 1 : 0;
                free += instance.isEmpty() ? 0 : tasksPerInstance - instance.tasks;
            }
        }
        running.set(on, now);
        empty.set(idle, now);
        stranded.set((double) free / tasksPerInstance, now);
    }

    /// Instances that a capacity provider would need for the tasks that run and wait.
    int needed(List<ClusterInstance> instances, int waiting) {
        var occupied = 0;
        for (var instance : instances) {
            occupied += instance.registered && !instance.ending && !instance.isEmpty() ? 1 : 0;
        }
        return occupied + Math.ceilDiv(waiting, tasksPerInstance);
    }

    /// Instances that stay.
    static int count(List<ClusterInstance> instances, boolean registeredOnly) {
        var count = 0;
        for (var instance : instances) {
            count += !instance.ending && (instance.registered || !registeredOnly) ? 1 : 0;
        }
        return count;
    }

    /// Instances from running to gone.
    Average running() {
        return running;
    }

    /// Instances in the cluster without a task.
    Average empty() {
        return empty;
    }

    /// Room on instances with a task that no task uses, in instances.
    Average stranded() {
        return stranded;
    }
}
