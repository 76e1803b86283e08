package dev.hostlab.estimate;

import static java.util.Objects.requireNonNull;

import dev.hostlab.engine.RunResult;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.Usage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What one option is estimated to do: the same figures as those of an exact run, without its chance.
///
/// @param requests       requests by outcome, rounded
/// @param responseOrNull response time of served requests; null where none is served
/// @param waitOrNull     waiting time of served requests; null where none is served
/// @param usage          what is consumed
/// @param fleet          capacity held and started
/// @param decisions      changes of desired capacity, in order of time
/// @param tickSeconds    width of a tick of `timeline`
/// @param timeline       series by name, one value a tick, as those of the engine
public record Estimate(
        RunResult.Requests requests,
        @Nullable Latency responseOrNull,
        @Nullable Latency waitOrNull,
        Usage usage,
        RunResult.FleetSummary fleet,
        List<ScalingDecision> decisions,
        double tickSeconds,
        SequencedMap<String, double[]> timeline) {

    /// Statistics of a latency in seconds; the maximum is that of a sample of a few hundred requests a minute.
    public record Latency(double mean, double p50, double p90, double p95, double p99, double max) {}

    public Estimate {
        requireNonNull(requests, "requests");
        requireNonNull(usage, "usage");
        requireNonNull(fleet, "fleet");
        decisions = List.copyOf(decisions);
        timeline = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(timeline));
    }

    public Optional<Latency> response() {
        return Optional.ofNullable(responseOrNull);
    }

    public Optional<Latency> waiting() {
        return Optional.ofNullable(waitOrNull);
    }
}
