package dev.hostlab.comparison;

import dev.hostlab.estimate.Estimator;
import dev.hostlab.estimate.LoadCurve;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.scenario.InitialCapacity;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.ServiceModels;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Prints how long estimates of a trace take, warm: `EstimateTiming TRACE…`. One line an option and a line for whole
/// comparisons: milliseconds of processor time, the median of the second half of the rounds and their fastest tenth,
/// since others on the machine slow a shared core down though their own time does not count.
public final class EstimateTiming {

    private static final int ROUNDS = 1000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private EstimateTiming() {}

    public static void main(String... traces) throws IOException {
        for (var trace : traces) {
            time(Path.of(trace), System.out);
        }
    }

    private static void time(Path trace, PrintStream out) throws IOException {
        var request = EstimateCases.request(trace, Map.of());
        var plans = plans(request);
        var load = LoadCurve.of(request.playedWorkload().arrivals());
        var slo = request.settings().get(TaskParameters.P95_MS) / 1e3;
        var model = ServiceModels.of(request.settings());
        Supplier<Estimator> estimators = () ->
                new Estimator(load, model, new Estimator.Terms(slo, 0, 600, QueuePlan.EMPTY), Estimator.Care.QUICK);
        for (var index = 0; index < plans.size(); index++) {
            var plan = plans.get(index);
            var estimator = estimators.get();
            var time = times(() -> estimator.estimate(plan).size());
            out.printf(
                    "%s %s: %s%n",
                    trace.getFileName(), request.options().get(index).id(), time);
        }
        out.printf(
                "%s shared by the options: %s%n",
                trace.getFileName(), times(() -> estimators.get().hashCode() == 0 ? 0 : 1));
        var estimates = Estimates.of(request);
        out.printf(
                "%s comparison: %s%n",
                trace.getFileName(),
                times(() -> estimates
                        .compare(request, Estimator.Care.QUICK, Watcher.NONE)
                        .outcomes()
                        .size()));
    }

    private static List<FleetPlan> plans(ComparisonRequest request) {
        var tasks = InitialCapacity.tasks(request.settings(), request.playedWorkload());
        return request.hostingOptions().stream()
                .map(option -> option.fleetPlan(tasks))
                .toList();
    }

    private static String times(Job job) {
        var times = new ArrayList<Long>();
        var sum = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var start = THREADS.getCurrentThreadCpuTime();
            sum += job.run();
            times.add(THREADS.getCurrentThreadCpuTime() - start);
        }
        if (sum < 0) {
            throw new IllegalStateException("Nothing estimated");
        }
        var warm = times.subList(ROUNDS / 2, ROUNDS).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f ms, fastest tenth %.2f ms",
                warm[warm.length / 2] / 1e6,
                warm[warm.length / 10] / 1e6);
    }

    private interface Job {
        int run();
    }
}
