package dev.hostlab.comparison;

import dev.hostlab.engine.RunInput;
import dev.hostlab.engine.RunMonitor;
import dev.hostlab.engine.ServiceTables;
import dev.hostlab.engine.Simulation;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.scenario.InitialCapacity;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Plays one workload through several options, with the same arrivals and demands for each, and puts the outcomes
/// side by side. The result depends on the request alone, not on the number of threads.
public final class Comparer {

    private static final double MS_PER_SECOND = 1_000;

    private final ComparisonRequest request;
    private final Settings settings;
    private final Workload workload;
    private final List<HostingOption> options;
    private final ServiceTables service;
    private final int initialTasks;

    public Comparer(ComparisonRequest request) {
        this.request = request;
        this.settings = request.settings();
        this.workload = request.playedWorkload();
        this.options = request.hostingOptions();
        this.service = ServiceTables.of(ServiceModels.of(settings));
        this.initialTasks = InitialCapacity.tasks(settings, workload);
    }

    /// Runs every replication of every option.
    ///
    /// @param threads at least 1
    /// @throws dev.hostlab.engine.RunCancelledException if the watcher ends it
    public Comparison compare(int threads, Watcher watcher) {
        return simulate(threads, watcher).comparison();
    }

    /// The same, with what is needed to weigh the runs again at other prices.
    ///
    /// @param threads at least 1
    /// @throws dev.hostlab.engine.RunCancelledException if the watcher ends it
    public SimulatedRuns simulate(int threads, Watcher watcher) {
        var jobs = new ArrayList<Function<RunMonitor, Replica>>();
        var replications = settings.get(RunParameters.REPLICATIONS);
        for (var option : options) {
            for (var replication = 0; replication < replications; replication++) {
                var input = input(option, replication);
                jobs.add(monitor -> Replica.of(new Simulation(input, monitor).run()));
            }
        }
        var replicas = new Replications(threads, watcher).run(jobs, soFar -> {
            if (soFar.size() % replications == 0 && soFar.size() < jobs.size()) {
                watcher.finished(runs(soFar, threads, watcher));
            }
        });
        return runs(replicas, threads, watcher);
    }

    /// The options whose replications are all there.
    private SimulatedRuns runs(List<Replica> replicas, int threads, Watcher watcher) {
        var each = settings.get(RunParameters.REPLICATIONS);
        var done = replicas.size() / each;
        var perOption = new ArrayList<List<Replica>>();
        for (var index = 0; index < done; index++) {
            perOption.add(List.copyOf(replicas.subList(index * each, (index + 1) * each)));
        }
        var finished = request.withOptions(request.options().subList(0, done));
        return new SimulatedRuns(finished, perOption, speed(replicas, threads, watcher));
    }

    private RunInput input(HostingOption option, int replication) {
        var even = settings.get(RunParameters.ARRIVALS).equals("even");
        return new RunInput(
                workload.arrivals(),
                service,
                option.fleetPlan(initialTasks),
                settings.get(TaskParameters.P95_MS) / MS_PER_SECOND,
                new RunInput.Randomness(settings.get(RunParameters.SEED), replication, even),
                workload.from().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay(),
                replication == 0);
    }

    private static EngineSpeed speed(List<Replica> replicas, int threads, Watcher watcher) {
        var requests = replicas.stream()
                .mapToLong(replica -> replica.requests().arrived())
                .sum();
        var seconds = watcher.secondsSoFar();
        return new EngineSpeed(seconds > 0 ? requests / seconds : 0, seconds, threads);
    }
}
