package dev.hostlab.engine;

import static java.util.Objects.requireNonNull;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.Arrivals;

/// One run: what arrives, what it needs, where it is hosted.
///
/// @param arrivals          when requests arrive
/// @param service           what they need, compiled once for all runs
/// @param plan              the option that hosts them
/// @param sloSeconds        the objective for the response time, above 0
/// @param randomness        seed and replication
/// @param startSecondsOfWeek where in its week the run starts, from Monday 00:00 UTC
/// @param timeline          whether a timeline is wanted
/// @param pageAfterSeconds  how long the objective is missed without a break until somebody is called
/// @param queue             the central queue of workers that pull
public record RunInput(
        Arrivals arrivals,
        ServiceTables service,
        FleetPlan plan,
        double sloSeconds,
        Randomness randomness,
        double startSecondsOfWeek,
        boolean timeline,
        double pageAfterSeconds,
        QueuePlan queue) {

    private static final double SECONDS_PER_MINUTE = 60;

    /// What all randomness of a run hangs on.
    ///
    /// @param seed         the same for all options and replications of a comparison
    /// @param replication  from 0; the same for all options
    /// @param evenArrivals whether the requests of a bin come at even intervals instead of at random
    public record Randomness(long seed, int replication, boolean evenArrivals) {}

    /// Somebody is called as soon as the setting's own default says.
    public RunInput(
            Arrivals arrivals,
            ServiceTables service,
            FleetPlan plan,
            double sloSeconds,
            Randomness randomness,
            double startSecondsOfWeek,
            boolean timeline) {
        this(
                arrivals,
                service,
                plan,
                sloSeconds,
                randomness,
                startSecondsOfWeek,
                timeline,
                SECONDS_PER_MINUTE * TaskParameters.PAGE_AFTER_MINUTES.standard(),
                QueuePlan.EMPTY);
    }

    public RunInput {
        requireNonNull(arrivals, "arrivals");
        requireNonNull(service, "service");
        requireNonNull(plan, "plan");
        requireNonNull(queue, "queue");
        if (!(sloSeconds > 0)) {
            throw new IllegalArgumentException("An objective is above 0 s: " + sloSeconds);
        }
    }
}
