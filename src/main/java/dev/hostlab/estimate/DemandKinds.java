package dev.hostlab.estimate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The kinds of requests that an estimate has met, found by how long they hold a slot: four to a doubling.
final class DemandKinds {

    private static final double LEAST_SECONDS = 1e-9;
    private static final double MOST_SECONDS = 1e6;
    private static final int SHIFT = 50;
    private static final long FIRST = Double.doubleToRawLongBits(LEAST_SECONDS) >>> SHIFT;
    private static final int PLACES = (int) ((Double.doubleToRawLongBits(MOST_SECONDS) >>> SHIFT) - FIRST) + 1;

    private final DemandKind.Site site;
    private final @Nullable DemandKind[] byHolding = new @Nullable DemandKind[PLACES];
    private final List<DemandKind> kinds = new ArrayList<>();

    DemandKinds(DemandKind.Site site) {
        this.site = site;
    }

    DemandKind.Site site() {
        return site;
    }

    /// The kind of requests that hold a slot for so many seconds in the mean.
    ///
    /// @param input  their mean input tokens
    /// @param output their mean output tokens
    DemandKind find(double holding, double input, double output) {
        var index = (int) Math.clamp((Double.doubleToRawLongBits(holding) >>> SHIFT) - FIRST, 0, PLACES - 1L);
        var found = byHolding[index];
        if (found == null) {
            found = new DemandKind(kinds.size(), site, input, output);
            byHolding[index] = found;
            kinds.add(found);
        }
        return found;
    }
}
