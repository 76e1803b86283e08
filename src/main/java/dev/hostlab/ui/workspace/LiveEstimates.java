package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.Estimates;
import dev.hostlab.comparison.Watcher;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.ui.common.Threads;
import java.util.Optional;
import java.util.function.Consumer;

/// Estimates that follow a moving slider: one at a time in the background, always of the newest settings. What comes
/// in between is skipped, so the screen never lags behind.
final class LiveEstimates {

    private final Threads threads;
    private Optional<Estimates> workload = Optional.empty();
    private Optional<Asked> next = Optional.empty();
    private boolean busy;

    private record Asked(ComparisonRequest request, Consumer<WeighedRuns> shown) {}

    LiveEstimates(Threads threads) {
        this.threads = threads;
    }

    /// Estimates a request, unless a newer one comes before its turn.
    ///
    /// @param shown takes the estimate on the screen's thread
    void follow(ComparisonRequest request, Consumer<WeighedRuns> shown) {
        next = Optional.of(new Asked(request, shown));
        if (!busy) {
            begin();
        }
    }

    /// Drops what has not been shown.
    void stop() {
        next = Optional.empty();
    }

    private void begin() {
        var asked = next.orElseThrow();
        var known = workload;
        busy = true;
        threads.background().execute(() -> {
            try {
                var fitting =
                        known.filter(made -> made.fit(asked.request)).orElseGet(() -> Estimates.of(asked.request));
                var runs = fitting.estimate(asked.request, Estimator.Care.QUICK, Watcher.NONE);
                var weighed = WeighedRuns.of(runs, asked.request);
                threads.screen().execute(() -> finish(asked, fitting, weighed));
            } catch (RuntimeException broken) {
                threads.screen().execute(() -> busy = false);
                throw broken;
            }
        });
    }

    private void finish(Asked asked, Estimates fitting, WeighedRuns weighed) {
        workload = Optional.of(fitting);
        busy = false;
        if (next.isEmpty()) {
            return;
        }
        asked.shown.accept(weighed);
        if (next.get().equals(asked)) {
            next = Optional.empty();
        } else {
            begin();
        }
    }
}
