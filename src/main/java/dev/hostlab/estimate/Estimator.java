package dev.hostlab.estimate;

import static java.util.Objects.requireNonNull;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.workload.ServiceModel;
import java.util.ArrayList;
import java.util.List;

/// Estimates what options would do with one workload, in about two milliseconds a simulated week: requests as a
/// fluid or, where a trace knows each of them, one by one, minutes in steady state, the same policies, start-up
/// times and bills as an exact run. An answer for screening and while a slider moves, always to be called an
/// estimate; see `src/docs/estimate.md` for how far it is off.
///
/// Immutable: one may serve several threads.
public final class Estimator {

    /// How many passes an estimate may take.
    public enum Care {
        /// While a slider moves: one pass of a day or more, a few of less.
        QUICK(1_440, 1, 4),
        /// For a table that is read: until capacity and mean wait are known well enough, at least sixteen.
        THOROUGH(3_000_000, 16, 512),
        /// To choose windows by, and to begin them from: as often as sixteen times two weeks, up to ten times,
        /// each pass with its timeline.
        FOR_WINDOWS(322_560, 10, 10);

        private final int steps;
        private final int least;
        private final int most;

        /// @param steps steps of the workload to play in all
        /// @param least passes, where the steps allow them
        /// @param most  passes
        Care(int steps, int least, int most) {
            this.steps = steps;
            this.least = least;
            this.most = most;
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
    /// @param queue             the central queue that workers pull from
    public record Terms(double sloSeconds, double startSecondsOfDay, double pageAfterSeconds, QueuePlan queue) {}

    /// @param load    the workload, made once for all estimates of it
    /// @param service what its requests need
    public Estimator(LoadCurve load, ServiceModel service, Terms terms, Care care) {
        this.load = requireNonNull(load, "load");
        this.sample = new ServiceSample(service, load);
        this.terms = requireNonNull(terms, "terms");
        this.care = care;
    }

    /// The estimates for one option: passes whose mean counts, more of them the shorter the workload and the more
    /// they differ; only the first has a timeline, unless it is for windows. The same input gives the same result
    /// on every machine.
    public List<Estimate> estimate(FleetPlan plan) {
        var patience = sample.model().clients().timeoutSeconds();
        var limits = new ResponseShape.Limits(Math.min(terms.sloSeconds(), patience), patience);
        var kinds = new DemandKinds(new DemandKind.Site(sample, plan, limits));
        var most = Math.clamp(care.steps / load.effort(), 1, care.most);
        var least = Math.min(most, care.least);
        var passes = new ArrayList<Estimate>();
        var spread = new PassSpread();
        while (passes.size() < least || (passes.size() < most && !spread.isSettled())) {
            var number = passes.size();
            var variant = new Variant(number, number == 0 || care == Care.FOR_WINDOWS);
            var pass = new EstimateRun(new EstimateInput(load, kinds, terms, variant)).run();
            passes.add(pass);
            spread.add(pass);
        }
        return passes;
    }
}
