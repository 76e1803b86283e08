package dev.hostlab.comparison;

import dev.hostlab.engine.RunResult;
import dev.hostlab.engine.WeightedLatencies;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Usage;
import dev.hostlab.usage.UsageSum;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the windows that were played say about the whole workload.
///
/// @param windows  that were played
/// @param weights  how many windows each stands for
/// @param estimate of the whole workload; its timeline is taken, what is in flight at its end, and its peaks
/// @param load     requests and length of the whole workload
record WindowTotals(List<WindowPlayed> windows, double[] weights, Replica estimate, Load load) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SECONDS_PER_DAY = 86_400;

    /// What is known without playing.
    record Load(long requests, double seconds) {}

    /// The whole workload in the place of a replication.
    Replica replica() {
        var requests = requests();
        var usage = usage();
        return new Replica(
                requests,
                latencies(windows.stream().map(WindowPlayed::responses).toList()),
                latencies(windows.stream().map(WindowPlayed::waits).toList()),
                firstTokens(),
                usage,
                fleet(usage),
                decisions(),
                List.of(),
                Optional.empty(),
                estimate.timeline(),
                Optional.empty());
    }

    /// Whole requests that add up: outcomes in the proportions that windows have.
    private RunResult.Requests requests() {
        var arrived = load.requests();
        var inFlight = Math.min(arrived, estimate.requests().inFlight());
        var decided = sum(WindowFigure.SERVED)
                + sum(WindowFigure.REJECTED)
                + sum(WindowFigure.TIMED_OUT)
                + sum(WindowFigure.FAILED);
        var scale = decided > 0 ? (arrived - inFlight) / decided : 0;
        var rejected = scaled(WindowFigure.REJECTED, scale, arrived - inFlight);
        var timedOut = scaled(WindowFigure.TIMED_OUT, scale, arrived - inFlight - rejected);
        var failed = scaled(WindowFigure.FAILED, scale, arrived - inFlight - rejected - timedOut);
        var served = arrived - inFlight - rejected - timedOut - failed;
        return new RunResult.Requests(
                arrived,
                served,
                rejected,
                timedOut,
                failed,
                inFlight,
                scaled(WindowFigure.GOOD, scale, served),
                scaled(WindowFigure.DELAYED, scale, arrived),
                scaled(WindowFigure.NO_TARGET, scale, rejected),
                scaled(WindowFigure.IDLE_TIMEOUT, scale, timedOut),
                scaled(WindowFigure.CRASHED, scale, failed),
                scaled(WindowFigure.KEEP_ALIVE, scale, failed));
    }

    private long scaled(WindowFigure figure, double scale, long most) {
        return Math.clamp(Math.round(scale * sum(figure)), 0, most);
    }

    /// Where answers are streamed.
    private Optional<Replica.Latencies> firstTokens() {
        var known = windows.stream()
                .map(WindowPlayed::firstTokens)
                .flatMap(Optional::stream)
                .toList();
        return known.size() < windows.size() || known.isEmpty() ? Optional.empty() : Optional.of(latencies(known));
    }

    private Replica.Latencies latencies(List<WindowPlayed.Latency> parts) {
        var all = new WeightedLatencies();
        var seconds = 0.0;
        for (var index = 0; index < weights.length; index++) {
            all.add(parts.get(index).counts(), weights[index]);
            seconds += weights[index] * parts.get(index).seconds();
        }
        return new Replica.Latencies(
                all.count() > 0 ? seconds / all.count() : Double.NaN,
                all.percentileNanos(0.5) / NANOS_PER_SECOND,
                all.percentileNanos(0.9) / NANOS_PER_SECOND,
                all.percentileNanos(0.95) / NANOS_PER_SECOND,
                all.percentileNanos(0.99) / NANOS_PER_SECOND,
                all.maxNanos() / NANOS_PER_SECOND);
    }

    /// Hours of the load balancer are known; days with a breach are no more than breaches, nor than days.
    private Usage usage() {
        var sum = UsageSum.of(windows.stream().map(WindowPlayed::usage).toList(), weights, load.seconds());
        var balancer = sum.loadBalancer();
        var hours = balancer.hours() > 0 ? Math.ceil(load.seconds() / SECONDS_PER_HOUR) : 0;
        var fleet = sum.fleet();
        var days = Math.min(fleet.breachDays(), Math.ceil(load.seconds() / SECONDS_PER_DAY));
        return new Usage(
                load.seconds(),
                sum.compute(),
                new LoadBalancerUsage(
                        hours,
                        balancer.lcuHours(),
                        balancer.newConnectionLcuHours(),
                        balancer.activeConnectionLcuHours(),
                        balancer.processedBytesLcuHours(),
                        balancer.ruleEvaluationLcuHours()),
                sum.traffic(),
                new FleetHistory(
                        fleet.meanInstances(),
                        fleet.launches(),
                        fleet.scaleOuts(),
                        fleet.scaleIns(),
                        fleet.breachEpisodes(),
                        days,
                        fleet.strandedShare()));
    }

    private RunResult.FleetSummary fleet(Usage usage) {
        var guess = estimate.fleet();
        var starts = sum(WindowFigure.COLD_STARTS);
        return new RunResult.FleetSummary(
                sum(WindowFigure.TASK_SECONDS) / load.seconds(),
                peaks(RunResult.FleetSummary::peakTasks).max().orElse(guess.peakTasks()),
                peaks(RunResult.FleetSummary::minTasks).min().orElse(guess.minTasks()),
                usage.fleet().meanInstances(),
                peaks(RunResult.FleetSummary::peakInstances).max().orElse(guess.peakInstances()),
                Math.round(starts),
                starts > 0 ? sum(WindowFigure.COLD_SECONDS) / starts : 0,
                Math.round(sum(WindowFigure.CRASHES)),
                Math.round(sum(WindowFigure.LAUNCHES_HELD)),
                sum(WindowFigure.HELD_SECONDS) / load.seconds());
    }

    /// Of the estimate and of all windows.
    private IntStream peaks(ToIntFunction<RunResult.FleetSummary> which) {
        var played = windows.stream().map(WindowPlayed::peaks);
        return Stream.concat(Stream.of(estimate.fleet()), played).mapToInt(which);
    }

    /// Those of the first group, as far as it has played.
    private List<ScalingDecision> decisions() {
        return windows.stream()
                .filter(window -> window.place().group() == 0)
                .flatMap(window -> window.decisions().stream())
                .sorted(Comparator.comparingDouble(ScalingDecision::atSeconds))
                .toList();
    }

    private double sum(WindowFigure figure) {
        var sum = 0.0;
        for (var index = 0; index < weights.length; index++) {
            sum += weights[index] * windows.get(index).figure(figure);
        }
        return sum;
    }
}
