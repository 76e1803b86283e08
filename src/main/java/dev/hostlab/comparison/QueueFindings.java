package dev.hostlab.comparison;

import dev.hostlab.settings.QueueParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.DepthReading;
import dev.hostlab.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts together what is known of an option's central queue: its age over all replications, and the depths of the
/// trace beside the simulated ones.
///
/// @param settings resolved settings
/// @param workload what was played
record QueueFindings(Settings settings, Workload workload) {

    private static final String QUEUED = "queued";
    private static final String OBSERVED = "observedQueued";

    /// Empty where a load balancer sends the requests, or nothing was simulated.
    Optional<QueueUse> of(List<Replica> replicas, Timeline timeline, Function<double[], Sampled> sampled) {
        var queues =
                replicas.stream().flatMap(replica -> replica.queue().stream()).toList();
        if (queues.size() < replicas.size()) {
            return Optional.empty();
        }
        return Optional.of(new QueueUse(
                queues.getFirst().startMessages(),
                settings.get(QueueParameters.AGE_TARGET_SECONDS),
                sampled.apply(queues.stream()
                        .mapToDouble(queue -> queue.oldestSeconds())
                        .toArray()),
                sampled.apply(queues.stream()
                        .mapToDouble(queue -> queue.withinTarget())
                        .toArray()),
                queues.getFirst().deliveriesOrNull(),
                depth(timeline).orElse(null)));
    }

    private Optional<DepthError> depth(Timeline timeline) {
        if (!timeline.has(OBSERVED)) {
            return Optional.empty();
        }
        return reading().flatMap(reading -> DepthError.of(reading, timeline.values(OBSERVED), timeline.values(QUEUED)));
    }

    /// The timeline of workers with the trace's own depths beside the simulated ones.
    Timeline withObserved(Timeline timeline) {
        if (!settings.get(ServiceParameters.KIND).equals("queue-worker")
                || !(workload.arrivals() instanceof BinnedArrivals bins)) {
            return timeline;
        }
        return reading()
                .map(reading -> timeline.with(new Timeline.Series(
                        OBSERVED, DepthError.observed(bins, reading, timeline.binSeconds(), timeline.bins()))))
                .orElse(timeline);
    }

    private Optional<DepthReading> reading() {
        return workload.arrivals() instanceof BinnedArrivals bins && bins.hasQueueDepth()
                ? Optional.of(DepthReading.of(settings.get(QueueParameters.DEPTH_AT), bins))
                : Optional.empty();
    }
}
