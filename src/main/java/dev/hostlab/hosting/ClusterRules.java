package dev.hostlab.hosting;

/// What a cluster allows and how it lets go of instances.
///
/// @param zones                      availability zones that instances are spread over, at least 1
/// @param terminationProtection      whether only empty instances are released
/// @param managedDraining            whether tasks of a busy instance that ends are stopped gracefully
/// @param provisioningLimit          tasks that may wait for an instance at a time
/// @param provisioningTimeoutSeconds a task that has waited so long is given up
/// @param retrySeconds               until a task that could not be provisioned is asked for anew
public record ClusterRules(
        int zones,
        boolean terminationProtection,
        boolean managedDraining,
        int provisioningLimit,
        double provisioningTimeoutSeconds,
        double retrySeconds) {

    /// One zone, protected instances, and tasks that wait for ever.
    public static final ClusterRules PATIENT =
            new ClusterRules(1, true, true, Integer.MAX_VALUE, Double.POSITIVE_INFINITY, 60);

    public ClusterRules {
        if (zones < 1 || provisioningLimit < 1 || !(retrySeconds > 0)) {
            throw new IllegalArgumentException("No cluster: " + zones + " zones, " + provisioningLimit
                    + " tasks may wait, asked for anew after " + retrySeconds + " s");
        }
    }
}
