package dev.hostlab.comparison;

import dev.hostlab.engine.LatencyHistogram;
import dev.hostlab.engine.RunResult;
import dev.hostlab.estimate.Estimate;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.Usage;
import java.util.List;
import java.util.Optional;

/// What is kept of one replication: its figures, without its histograms.
///
/// @param requests  requests by outcome
/// @param response  statistics of the response time in seconds, NaN where nothing was served
/// @param waiting   statistics of the waiting time in seconds, NaN where nothing was served
/// @param firstToken statistics of the time to the first token in seconds, where answers are streamed
/// @param usage     what was consumed
/// @param fleet     capacity held
/// @param decisions changes of desired capacity
/// @param events    deployments, failures and the like
/// @param queue     the central queue, where there is one and it was simulated
/// @param timeline  tick by tick, if it was asked for
/// @param limits    what limits of the model provider and of tenants did, if there are any
record Replica(
        RunResult.Requests requests,
        Latencies response,
        Latencies waiting,
        Optional<Latencies> firstToken,
        Usage usage,
        RunResult.FleetSummary fleet,
        List<ScalingDecision> decisions,
        List<FleetEvent> events,
        Optional<RunResult.Queue> queue,
        Optional<Timeline> timeline,
        Optional<LimitFigures> limits) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// Statistics of one latency in seconds.
    record Latencies(double mean, double p50, double p90, double p95, double p99, double max) {

        private static final Latencies NOBODY =
                new Latencies(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        static Latencies of(Optional<Estimate.Latency> estimated) {
            return estimated
                    .map(all -> new Latencies(all.mean(), all.p50(), all.p90(), all.p95(), all.p99(), all.max()))
                    .orElse(NOBODY);
        }

        static Latencies of(double meanSeconds, LatencyHistogram histogram) {
            return new Latencies(
                    meanSeconds,
                    histogram.percentileNanos(0.5) / NANOS_PER_SECOND,
                    histogram.percentileNanos(0.9) / NANOS_PER_SECOND,
                    histogram.percentileNanos(0.95) / NANOS_PER_SECOND,
                    histogram.percentileNanos(0.99) / NANOS_PER_SECOND,
                    histogram.maxNanos() / NANOS_PER_SECOND);
        }
    }

    static Replica of(RunResult result) {
        return new Replica(
                result.requests(),
                Latencies.of(result.meanResponseSeconds(), result.responses()),
                Latencies.of(result.meanWaitSeconds(), result.waits()),
                result.firstTokens().map(first -> Latencies.of(first.meanSeconds(), first.times())),
                result.usage(),
                result.fleet(),
                result.decisions(),
                result.events(),
                result.queue(),
                result.timeline().map(timeline -> Timeline.of(timeline.binSeconds(), timeline.series())),
                result.limits().map(LimitFigures::of));
    }

    /// An estimate in the place of a replication.
    static Replica of(Estimate estimate) {
        return new Replica(
                estimate.requests(),
                Latencies.of(estimate.response()),
                Latencies.of(estimate.waiting()),
                Optional.empty(),
                estimate.usage(),
                estimate.fleet(),
                estimate.decisions(),
                List.of(),
                Optional.empty(),
                Optional.of(Timeline.of(estimate.tickSeconds(), estimate.timeline())),
                Optional.empty());
    }

    /// What became of the deliveries of a queue that delivers again.
    Optional<RunResult.Deliveries> deliveries() {
        return queue.flatMap(all -> Optional.ofNullable(all.deliveriesOrNull()));
    }

    boolean served() {
        return requests.served() > 0;
    }
}
