package dev.hostlab.comparison;

import dev.hostlab.engine.RunMonitor;
import dev.hostlab.engine.RunStart;
import dev.hostlab.engine.Simulation;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.hosting.HostingOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Plays a long workload in part: windows drawn in proportion to what is estimated to happen in them, each from the
/// estimated fleet and with a warm-up that does not count. All options play the same windows with the same requests.
///
/// Every group draws its own windows and plays them with its own random numbers. The figures are those of all groups
/// together; how they change when one group after another is left out tells how sure they are (delete-a-group
/// jackknife; Wolter, "Introduction to Variance Estimation", 2nd ed. 2007, ch. 4).
final class WindowRuns {

    /// Random numbers of windows are others than those of whole replications.
    private static final int FIRST_REPLICATION = 1_000_000;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double COUNTED = 1e-6;

    private final ComparisonRequest request;
    private final WindowPlan plan;
    private final RunInputs inputs;
    private final long horizon;
    private final List<HostingOption> options;
    private final List<WindowEstimate> estimates;
    private final WindowChoice choice;
    private final WindowStarts starts;
    private long played;

    /// Estimates, and draws the windows.
    WindowRuns(ComparisonRequest request, WindowPlan plan, RunInputs inputs) {
        this.request = request;
        this.plan = plan;
        this.inputs = inputs;
        options = request.hostingOptions();
        horizon = request.playedWorkload().arrivals().horizonNanos();
        var windows = Math.toIntExact(Math.ceilDiv(horizon, plan.windowNanos()));
        estimates = Estimates.of(request).passes(request, Estimator.Care.FOR_WINDOWS).stream()
                .map(passes -> new WindowEstimate(passes, plan.windowNanos(), windows))
                .toList();
        choice = new WindowChoice(plan, estimates);
        starts = new WindowStarts(plan, estimates);
    }

    /// Plays all windows of all options.
    ///
    /// @throws dev.hostlab.engine.RunCancelledException if the watcher ends it
    SimulatedRuns play(int threads, Watcher watcher) {
        var places = places();
        var jobs = new ArrayList<Function<RunMonitor, WindowPlayed>>();
        for (var option = 0; option < options.size(); option++) {
            for (var place : places) {
                jobs.add(job(option, place));
            }
        }
        var done = new Replications(threads, watcher).run(jobs);
        var replicas = new ArrayList<List<Replica>>();
        for (var option = 0; option < options.size(); option++) {
            replicas.add(replicas(option, done.subList(option * places.size(), (option + 1) * places.size())));
        }
        played = done.stream().mapToLong(WindowPlayed::played).sum();
        var seconds = watcher.secondsSoFar();
        var speed = new EngineSpeed(seconds > 0 ? played / seconds : 0, seconds, threads);
        return SimulatedRuns.ofWindows(request, replicas, speed, summary(places.size()));
    }

    private List<WindowPlayed.Place> places() {
        var places = new ArrayList<WindowPlayed.Place>();
        for (var group = 0; group < plan.groups(); group++) {
            for (var window : choice.drawn(group)) {
                var begin = window * plan.windowNanos();
                var end = Math.min(horizon, begin + plan.windowNanos());
                places.add(new WindowPlayed.Place(window, group, starts.before(begin, group), begin, end));
            }
        }
        return places;
    }

    private Function<RunMonitor, WindowPlayed> job(int option, WindowPlayed.Place place) {
        var replication = FIRST_REPLICATION + place.group() * choice.windows() + place.window();
        return monitor -> {
            var host = options.get(option);
            var fleet = estimates.get(option).fleetAt(place.from(), place.group());
            var tasks = (int) Math.ceil(fleet.units() * host.fleetPlan(0).unit().tasks());
            var input = inputs.part(host, place, tasks, replication);
            var start = new RunStart(place.warmUpNanos(), fleet.instances());
            return WindowPlayed.of(place, new Simulation(input, start, monitor));
        };
    }

    /// The figures of all groups, and those without each of them, with weights calibrated on the same.
    private List<Replica> replicas(int option, List<WindowPlayed> windows) {
        var parts = new ArrayList<List<WindowPlayed>>();
        parts.add(windows);
        for (var left = 0; plan.groups() > 1 && left < plan.groups(); left++) {
            var without = left;
            parts.add(windows.stream()
                    .filter(window -> window.place().group() != without)
                    .toList());
        }
        var calibrated = parts.stream()
                .mapToInt(part -> WindowWeights.figures(drawn(part), known(option, part)))
                .min()
                .orElseThrow();
        return parts.stream().map(part -> replica(option, part, calibrated)).toList();
    }

    private double[] drawn(List<WindowPlayed> windows) {
        var groups = windows.stream()
                .map(window -> window.place().group())
                .distinct()
                .count();
        return windows.stream()
                .map(WindowPlayed::place)
                .mapToDouble(place ->
                        choice.hits(place.group(), place.window()) / choice.expectedHits(place.window()) / groups)
                .toArray();
    }

    private List<double[]> known(int option, List<WindowPlayed> windows) {
        return estimates
                .get(option)
                .parts(windows.stream()
                        .mapToInt(window -> window.place().window())
                        .toArray());
    }

    private Replica replica(int option, List<WindowPlayed> windows, int calibrated) {
        var known = known(option, windows).subList(0, calibrated);
        var weights = WindowWeights.calibrated(drawn(windows), known);
        var arrivals = request.playedWorkload().arrivals();
        var load = new WindowTotals.Load((long) Math.floor(arrivals.requests() + COUNTED), horizon / NANOS_PER_SECOND);
        var estimate = Replica.of(estimates.get(option).estimate());
        return new WindowTotals(windows, weights, estimate, load).replica();
    }

    private WindowSummary summary(int windows) {
        var requests = request.playedWorkload().arrivals().requests();
        return new WindowSummary(
                windows,
                choice.windows(),
                plan.windowNanos() / NANOS_PER_SECOND,
                plan.warmUpNanos() / NANOS_PER_SECOND,
                requests > 0 ? played / requests / options.size() : 0);
    }
}
