package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the requests of each step need in the mean, and which [DemandKind] they are of.
final class Demands {

    private static final double LEAST_SECONDS = 1e-9;
    private static final double MS = 1e-3;
    /// Three bits of the mantissa: eight kinds to a doubling.
    private static final int SHIFT = 49;

    private static final long FIRST = Double.doubleToRawLongBits(LEAST_SECONDS) >>> SHIFT;
    private static final int MOST_KINDS = (int) ((Double.doubleToRawLongBits(1e6) >>> SHIFT) - FIRST) + 1;

    private final ServiceSample sample;
    private final FleetPlan plan;
    private final LoadCurve load;
    private final @Nullable DemandKind[] byHolding = new @Nullable DemandKind[MOST_KINDS];
    private final List<DemandKind> kinds = new ArrayList<>();
    private double inputTokens;
    private double outputTokens;
    private double cpuSeconds;
    private double upstreamSeconds;
    private @Nullable DemandKind kind;

    Demands(ServiceSample sample, FleetPlan plan, LoadCurve load) {
        this.sample = sample;
        this.plan = plan;
        this.load = load;
    }

    /// Turns to the requests of a step; the accessors then tell of them.
    DemandKind look(int step) {
        if (kind != null && !load.hasTokens()) {
            return kind;
        }
        var requests = load.requests(step);
        if (kind != null && requests == 0) {
            return kind;
        }
        inputTokens = requests == 0 ? 0 : sample.inputTokens(requests, load.inputTokens(step));
        outputTokens = requests == 0 ? 0 : sample.outputTokens(requests, load.outputTokens(step));
        cpuSeconds = Math.max(LEAST_SECONDS, sample.model().cpu().meanMs(inputTokens, outputTokens) * MS);
        upstreamSeconds = sample.model().upstream().meanMs(inputTokens, outputTokens) * MS;
        kind = kind(cpuSeconds + upstreamSeconds);
        return kind;
    }

    /// The kind looked at last; of an empty step if none was.
    DemandKind newest() {
        return kind == null ? look(0) : kind;
    }

    /// Mean input and output tokens of a request.
    double tokens() {
        return inputTokens + outputTokens;
    }

    double outputTokens() {
        return outputTokens;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }

    double upstreamSeconds() {
        return upstreamSeconds;
    }

    private DemandKind kind(double holding) {
        var index = (int) Math.clamp((Double.doubleToRawLongBits(holding) >>> SHIFT) - FIRST, 0, MOST_KINDS - 1L);
        var found = byHolding[index];
        if (found == null) {
            found = new DemandKind(kinds.size(), sample, plan, inputTokens, outputTokens);
            byHolding[index] = found;
            kinds.add(found);
        }
        return found;
    }
}
