package dev.hostlab.comparison;

import dev.hostlab.engine.RunMonitor;
import dev.hostlab.engine.Simulation;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Plays one workload through several options, with the same arrivals and demands for each, and puts the outcomes
/// side by side. The result depends on the request alone, not on the number of threads.
public final class Comparer {

    private final ComparisonRequest request;
    private final Settings settings;
    private final List<HostingOption> options;
    private final RunInputs inputs;

    public Comparer(ComparisonRequest request) {
        this.request = request;
        this.settings = request.settings();
        this.options = request.hostingOptions();
        this.inputs = new RunInputs(request);
    }

    /// Runs every replication of every option, or as many as the wanted precision takes.
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
        var windows = WindowPlan.of(settings);
        if (windows.isWanted()) {
            return new WindowRuns(request, windows, inputs).play(threads, watcher);
        }
        var precision = Precision.of(settings);
        var replicas = new ArrayList<List<Replica>>();
        options.forEach(option -> replicas.add(new ArrayList<>()));
        var have = 0;
        for (var wanted = precision.first(); wanted > have; ) {
            watcher.plans(wanted);
            add(replicas, new Span(have, wanted), threads, watcher);
            have = wanted;
            wanted = precision.isWanted() ? precision.next(outcomes(replicas), have) : have;
        }
        return new SimulatedRuns(request, replicas, speed(replicas, threads, watcher));
    }

    /// Replications to run: from one number up to and without another.
    private record Span(int from, int to) {

        int length() {
            return to - from;
        }
    }

    private void add(List<List<Replica>> replicas, Span span, int threads, Watcher watcher) {
        var jobs = new ArrayList<Function<RunMonitor, Replica>>();
        for (var option : options) {
            for (var replication = span.from; replication < span.to; replication++) {
                var input = inputs.whole(option, replication);
                jobs.add(monitor -> Replica.of(new Simulation(input, monitor).run()));
            }
        }
        var part = (double) span.length() / span.to;
        var done = new Replications(threads, watcher.inPart(1 - part, part)).run(jobs, soFar -> {
            if (span.from == 0 && soFar.size() % span.to == 0 && soFar.size() < jobs.size()) {
                watcher.finished(finished(soFar, span.to, threads, watcher));
            }
        });
        for (var index = 0; index < options.size(); index++) {
            replicas.get(index).addAll(done.subList(index * span.length(), (index + 1) * span.length()));
        }
    }

    /// The options whose replications of the first round are all there.
    private SimulatedRuns finished(List<Replica> replicas, int each, int threads, Watcher watcher) {
        var perOption = new ArrayList<List<Replica>>();
        for (var end = each; end <= replicas.size(); end += each) {
            perOption.add(List.copyOf(replicas.subList(end - each, end)));
        }
        var options = request.options().subList(0, perOption.size());
        return new SimulatedRuns(request.withOptions(options), perOption, speed(perOption, threads, watcher));
    }

    private List<Outcome> outcomes(List<List<Replica>> replicas) {
        return IntStream.range(0, options.size())
                .mapToObj(index -> new OptionRuns(options.get(index), request, replicas.get(index), Method.EXACT))
                .map(OptionRuns::outcome)
                .toList();
    }

    private static EngineSpeed speed(List<List<Replica>> replicas, int threads, Watcher watcher) {
        var requests = replicas.stream()
                .flatMap(List::stream)
                .mapToLong(replica -> replica.requests().arrived())
                .sum();
        var seconds = watcher.secondsSoFar();
        return new EngineSpeed(seconds > 0 ? requests / seconds : 0, seconds, threads);
    }
}
