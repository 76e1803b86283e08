package dev.hostlab.engine;

/// What a unit offers to requests.
///
/// @param slots requests at a time; 0 only for an application that has crashed
/// @param vcpus virtual CPUs that their CPU work shares, above 0
record UnitShape(int slots, double vcpus) {

    /// What a crashed application offers.
    static final UnitShape NONE = new UnitShape(0, 1);

    UnitShape {
        if (slots < 0 || !(vcpus > 0)) {
            throw new IllegalArgumentException("No unit: " + slots + " slots, " + vcpus + " vCPUs");
        }
    }
}
