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

    private static final int PASS_STEPS = 20_160;
    private static final int MOST_PASSES = 32;

    private final LoadCurve load;
    private final ServiceSample sample;
    private final double sloSeconds;
    private final double startSecondsOfDay;

    /// @param load              the workload, made once for all estimates of it
    /// @param service           what its requests need
    /// @param sloSeconds        the objective for the response time, above 0
    /// @param startSecondsOfDay where in its UTC day the workload starts, for counting days
    public Estimator(LoadCurve load, ServiceModel service, double sloSeconds, double startSecondsOfDay) {
        this.load = requireNonNull(load, "load");
        this.sample = new ServiceSample(service, load);
        this.sloSeconds = sloSeconds;
        this.startSecondsOfDay = startSecondsOfDay;
    }

    /// The estimates for one option: several passes, whose mean counts, more of them the shorter the workload. The
    /// same input gives the same result on every machine.
    public List<Estimate> estimate(FleetPlan plan) {
        var passes = Math.clamp(PASS_STEPS / Math.max(1, load.steps()), 1, MOST_PASSES);
        return IntStream.range(0, passes)
                .mapToObj(number -> new EstimateInput(
                        load, sample, plan, sloSeconds, startSecondsOfDay, new Variant(number, passes)))
                .map(input -> new EstimateRun(input).run())
                .toList();
    }
}
