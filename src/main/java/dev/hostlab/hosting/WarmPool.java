package dev.hostlab.hosting;

import dev.hostlab.usage.Capacity;

/// Instances that were started beforehand and wait until the group needs them.
///
/// Source: EC2 Auto Scaling user guide, "Warm pools for Amazon EC2 Auto Scaling", read 2026-11-23. Left out: giving
/// instances back to the pool on scale-in, which is off by default; a pool whose size follows the group's maximum.
///
/// @param size    instances that wait, 0 for no pool
/// @param start   the way of one of them into service, or into its cluster
/// @param filling the way of a new instance into the pool
/// @param kept    what an instance that waits costs: a whole instance where it runs, otherwise its volume
public record WarmPool(int size, StartUp start, StartUp filling, Capacity kept) {

    public WarmPool {
        if (size < 0) {
            throw new IllegalArgumentException("No pool of " + size);
        }
    }
}
