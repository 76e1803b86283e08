package dev.hostlab.comparison;

/// How the figures of a comparison were found.
enum Method {
    /// Every replication is a whole run.
    EXACT,
    /// Windows were played: the first replica is the figures of all of them, the others are those
    /// without each group.
    WINDOWS,
    /// Nothing was simulated.
    ESTIMATE;

    /// A figure with its interval, if it has one.
    Sampled figure(double... replicas) {
        return switch (this) {
            case EXACT -> Sampled.of(replicas);
            case WINDOWS -> {
                var groups = Sampled.of(values(replicas));
                yield new Sampled(replicas[0], groups.halfWidth95(), groups.replications());
            }
            case ESTIMATE -> Sampled.ofEstimate(Sampled.of(replicas).mean());
        };
    }

    /// Values whose mean is the figure and whose spread tells how sure it is, one a replication or group.
    ///
    /// For windows these are the jackknife's pseudo-values, moved so that their mean is the figure of all windows.
    double[] values(double... replicas) {
        if (this != WINDOWS || replicas.length < 2) {
            return replicas;
        }
        var groups = replicas.length - 1;
        var mean = 0.0;
        for (var group = 1; group <= groups; group++) {
            mean += replicas[group] / groups;
        }
        var values = new double[groups];
        for (var group = 0; group < groups; group++) {
            values[group] = replicas[0] + (groups - 1) * (mean - replicas[group + 1]);
        }
        return values;
    }
}
