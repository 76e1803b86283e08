package dev.hostlab.pricebook;

/// The CPU and memory that one task reserves.
///
/// @param vcpus     virtual CPUs, above 0
/// @param memoryGib memory in GiB, above 0
public record TaskSize(double vcpus, double memoryGib) {

    public TaskSize {
        if (!(vcpus > 0) || !(memoryGib > 0)) {
            throw new IllegalArgumentException(
                    "A task needs CPU and memory: " + vcpus + " vCPU, " + memoryGib + " GiB");
        }
    }
}
