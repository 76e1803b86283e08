package dev.hostlab.usage;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.TaskSize;

/// What kind of capacity was rented.
public sealed interface Capacity {

    /// EC2 instances with one gp3 root volume each.
    ///
    /// @param instanceType       such as `m7g.large`
    /// @param rootVolumeGib      size of the root volume in GiB
    /// @param detailedMonitoring whether one-minute EC2 metrics are bought
    /// @param spot               whether they are Spot instances
    record Instances(String instanceType, int rootVolumeGib, boolean detailedMonitoring, boolean spot)
            implements Capacity {

        /// On-demand instances.
        public Instances(String instanceType, int rootVolumeGib, boolean detailedMonitoring) {
            this(instanceType, rootVolumeGib, detailedMonitoring, false);
        }

        /// The same as Spot instances.
        public Instances asSpot() {
            return new Instances(instanceType, rootVolumeGib, detailedMonitoring, true);
        }
    }

    /// EC2 instances that wait in a warm pool, stopped or hibernated: only their root volumes are paid for.
    ///
    /// @param instanceType  such as `m7g.large`
    /// @param rootVolumeGib size of the root volume in GiB
    record Stopped(String instanceType, int rootVolumeGib) implements Capacity {}

    /// Tasks on Fargate.
    ///
    /// @param size             the listed size that is billed
    /// @param architecture     x86-64 or ARM
    /// @param ephemeralGib     ephemeral storage in GiB; the first 20 are free
    /// @param spot             whether the tasks run on Fargate Spot
    record Tasks(TaskSize size, Architecture architecture, int ephemeralGib, boolean spot) implements Capacity {

        /// The same on Fargate Spot.
        public Tasks asSpot() {
            return new Tasks(size, architecture, ephemeralGib, true);
        }
    }
}
