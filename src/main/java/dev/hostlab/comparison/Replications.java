package dev.hostlab.comparison;

import dev.hostlab.engine.RunCancelledException;
import dev.hostlab.engine.RunMonitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs independent jobs on several threads. The results come in the order of the jobs, whoever finished first.
final class Replications {

    private static final double PARTS = 1e9;
    /// Threads of the same priority as the one that asks, which end with the process.
    private static final ThreadFactory WORKERS =
            Thread.ofPlatform().daemon().name("hostlab-run").factory();

    private final int threads;
    private final Watcher watcher;

    /// @param threads at least 1
    Replications(int threads, Watcher watcher) {
        this.threads = threads;
        this.watcher = watcher;
    }

    /// Runs every job.
    ///
    /// @param jobs each is given a monitor to report to
    /// @throws RunCancelledException if the watcher ends them
    <T> List<T> run(List<Function<RunMonitor, T>> jobs) {
        return run(jobs, soFar -> {});
    }

    /// Runs every job and tells how far it is.
    ///
    /// @param jobs  each is given a monitor to report to
    /// @param soFar is given the results of the first so many jobs, whenever one more is there
    /// @throws RunCancelledException if the watcher ends them
    <T> List<T> run(List<Function<RunMonitor, T>> jobs, Consumer<List<T>> soFar) {
        var done = new AtomicLongArray(jobs.size());
        var pool = Executors.newFixedThreadPool(threads, WORKERS);
        try {
            var futures = new ArrayList<Future<T>>();
            for (var index = 0; index < jobs.size(); index++) {
                var job = jobs.get(index);
                var monitor = monitor(done, index);
                futures.add(pool.submit(() -> job.apply(monitor)));
            }
            return collect(futures, soFar);
        } finally {
            pool.shutdownNow();
        }
    }

    private RunMonitor monitor(AtomicLongArray done, int index) {
        return (requests, share) -> {
            done.set(index, (long) (share * PARTS));
            return !Thread.currentThread().isInterrupted() && watcher.goesOn(mean(done));
        };
    }

    private static double mean(AtomicLongArray done) {
        var sum = 0.0;
        for (var index = 0; index < done.length(); index++) {
            sum += done.get(index);
        }
        return sum / done.length() / PARTS;
    }

    private static <T> List<T> collect(List<Future<T>> futures, Consumer<List<T>> soFar) {
        var results = new ArrayList<T>();
        for (var future : futures) {
            try {
                results.add(future.get());
                soFar.accept(Collections.unmodifiableList(results));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new RunCancelledException();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
            }
        }
        return results;
    }
}
