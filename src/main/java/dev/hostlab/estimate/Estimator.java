package dev.hostlab.estimate;

import static java.util.Objects.requireNonNull;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.workload.ServiceModel;
import java.util.List;
import java.util.stream.IntStream;

/// Estimates what options would do with one workload, in about a millisecond a simulated week: requests as a fluid,
/// minutes in steady state, the same policies, start-up times and bills as an exact run. An answer for screening and
/// while a slider moves, always to be called an estimate; see `src/docs/estimate.md` for how far it is off.
///
/// Immutable: one may serve several threads.
public final class Estimator {

    /// How many passes an estimate may take.
    public enum Care {
        /// While a slider moves: one pass of a day or more, a few of less.
        QUICK(1_440, 4),
        /// For a table that is read: sixteen passes of up to two weeks, never less than four.
        THOROUGH(322_560, 32),
        /// To choose windows by, and to begin them from: as often as while a table is made, up to ten
        /// times, each pass
        /// with its timeline.
        FOR_WINDOWS(322_560, 10);

        private final int steps;
        private final int passes;

        /// @param steps  steps of the workload to play in all
        /// @param passes most passes
        Care(int steps, int passes) {
            this.steps = steps;
            this.passes = passes;
        }
    }

    private final LoadCurve load;
    private final ServiceSample sample;
    private final Terms terms;
    private final Care care;

    /// When things happen and how quickly they have to.
    ///
    /// @param sloSeconds        the objective for the response time, above 0
    /// @param startSecondsOfDay where in its UTC day the workload starts, for counting days
    /// @param pageAfterSeconds  how long the objective is missed without a break until somebody is called
    /// @param startMessages     messages that wait in a central queue when the workload starts
    public record Terms(double sloSeconds, double startSecondsOfDay, double pageAfterSeconds, double startMessages) {}

    /// @param load    the workload, made once for all estimates of it
    /// @param service what its requests need
    public Estimator(LoadCurve load, ServiceModel service, Terms terms, Care care) {
        this.load = requireNonNull(load, "load");
        this.sample = new ServiceSample(service, load);
        this.terms = requireNonNull(terms, "terms");
        this.care = care;
    }

    /// The estimates for one option: passes whose mean counts, more of them the shorter the workload; only the
    /// first has a timeline, unless it is for windows. The same input gives the same result on every machine.
    public List<Estimate> estimate(FleetPlan plan) {
        var patience = sample.model().clients().timeoutSeconds();
        var limits = new ResponseShape.Limits(Math.min(terms.sloSeconds(), patience), patience);
        var kinds = new DemandKinds(new DemandKind.Site(sample, plan, limits));
        var passes = Math.clamp(care.steps / load.steps(), 1, care.passes);
        return IntStream.range(0, passes)
                .mapToObj(number -> new EstimateInput(
                        load, kinds, terms, new Variant(number, passes, number == 0 || care == Care.FOR_WINDOWS)))
                .map(input -> new EstimateRun(input).run())
                .toList();
    }
}
