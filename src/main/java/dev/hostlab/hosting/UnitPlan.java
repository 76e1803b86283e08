package dev.hostlab.hosting;

/// One unit of capacity as requests see it.
///
/// @param name         `task` or `instance`
/// @param slots        requests at a time
/// @param vcpus        virtual CPUs shared by their CPU work
/// @param memoryMib    memory for the application in MiB
/// @param tasks        copies of the task that it runs
/// @param queueLimit   requests that may wait in its own line
public record UnitPlan(String name, int slots, double vcpus, double memoryMib, int tasks, int queueLimit) {

    public UnitPlan {
        if (slots < 1 || !(vcpus > 0) || tasks < 1 || queueLimit < 0) {
            throw new IllegalArgumentException(
                    "No unit: " + slots + " slots, " + vcpus + " vCPUs, " + tasks + " tasks, line of " + queueLimit);
        }
    }
}
