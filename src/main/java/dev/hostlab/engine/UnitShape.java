package dev.hostlab.engine;

/// What a unit offers to requests.
///
/// @param slots requests at a time, at least 1
/// @param vcpus virtual CPUs that their CPU work shares, above 0
record UnitShape(int slots, double vcpus) {

    UnitShape {
        if (slots < 1 || !(vcpus > 0)) {
            throw new IllegalArgumentException("No unit: " + slots + " slots, " + vcpus + " vCPUs");
        }
    }
}
