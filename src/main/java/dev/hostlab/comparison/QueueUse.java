package dev.hostlab.comparison;

import dev.hostlab.engine.RunResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of the central queue that workers pull from.
///
/// @param startMessages    messages that waited when the run started; they are among the arrivals
/// @param ageTargetSeconds how old the oldest waiting message may become
/// @param oldestSeconds    how old it became at most, at the ends of minutes
/// @param withinTarget     share of the time in which it was not above its target
/// @param deliveriesOrNull what became of deliveries (replication 0); null where what a worker loses is lost
/// @param depthOrNull      how far the simulated depth is from the trace's; null where the trace has none
public record QueueUse(
        long startMessages,
        double ageTargetSeconds,
        Sampled oldestSeconds,
        Sampled withinTarget,
        RunResult.@Nullable Deliveries deliveriesOrNull,
        @Nullable DepthError depthOrNull) {

    /// Whether the oldest message never was above its target, in the mean of all replications.
    public boolean keepsTarget() {
        return oldestSeconds.mean() <= ageTargetSeconds;
    }

    public Optional<RunResult.Deliveries> deliveries() {
        return Optional.ofNullable(deliveriesOrNull);
    }

    public Optional<DepthError> depth() {
        return Optional.ofNullable(depthOrNull);
    }
}
