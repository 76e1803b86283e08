package dev.hostlab.comparison;

import static java.util.Objects.requireNonNull;

import dev.hostlab.estimate.Estimate;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.estimate.LoadCurve;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.scenario.InitialCapacity;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import java.time.ZoneOffset;
import java.util.List;

/// Comparisons of one workload by estimate: no request is simulated, so an answer takes milliseconds. What a
/// workload asks for is worked out once and kept, so that many settings can be tried on it.
public final class Estimates {

    private static final double MS_PER_SECOND = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;

    private final Workload workload;
    private final LoadCurve load;

    private Estimates(Workload workload) {
        this.workload = requireNonNull(workload, "workload");
        this.load = LoadCurve.of(workload.arrivals());
    }

    /// For the workload of this request, as far as it is played.
    public static Estimates of(ComparisonRequest request) {
        return new Estimates(request.playedWorkload());
    }

    /// Whether this is the workload that the request plays.
    public boolean fit(ComparisonRequest request) {
        var played = request.playedWorkload();
        return played.sha256().equals(workload.sha256())
                && played.arrivals().horizonNanos() == workload.arrivals().horizonNanos();
    }

    /// The comparison of what the options are estimated to do; it says that it is an estimate.
    ///
    /// @throws IllegalArgumentException if the request plays another workload
    public Comparison compare(ComparisonRequest request, Estimator.Care care, Watcher watcher) {
        return estimate(request, care, watcher).comparison();
    }

    /// The same, with what is needed to weigh it again at other prices.
    ///
    /// @param request its replications and seed do not matter
    /// @throws IllegalArgumentException if it plays another workload
    public SimulatedRuns estimate(ComparisonRequest request, Estimator.Care care, Watcher watcher) {
        if (!fit(request)) {
            throw new IllegalArgumentException("Made for " + workload.name() + ", not "
                    + request.workload().name());
        }
        var estimates = passes(request, care).stream()
                .map(passes -> passes.stream().map(Replica::of).toList())
                .toList();
        var speed = new EngineSpeed(0, watcher.secondsSoFar(), 1);
        return SimulatedRuns.ofEstimates(request, estimates, speed);
    }

    /// The passes of each option, in the order of the request.
    List<List<Estimate>> passes(ComparisonRequest request, Estimator.Care care) {
        var settings = request.settings();
        var estimator = new Estimator(
                load,
                ServiceModels.of(settings),
                new Estimator.Terms(
                        settings.get(TaskParameters.P95_MS) / MS_PER_SECOND,
                        workload.from().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay(),
                        SECONDS_PER_MINUTE * settings.get(TaskParameters.PAGE_AFTER_MINUTES),
                        QueuePlan.of(settings)),
                care);
        var tasks = InitialCapacity.tasks(settings, workload);
        return request.hostingOptions().stream()
                .map(option -> estimator.estimate(option.fleetPlan(tasks)))
                .toList();
    }
}
