package dev.hostlab.comparison;

import java.util.List;

/// When the warm-up of a window begins: early enough, and where the fleet alone describes the state of every option,
/// since nothing else is handed over.
final class WindowStarts {

    private static final long STEP_BACK = 300_000_000_000L;
    /// A warm-up is at most so many times as long as wanted, if it is hard to find a calm moment.
    private static final int LONGEST = 6;

    private final WindowPlan plan;
    private final List<WindowEstimate> options;

    WindowStarts(WindowPlan plan, List<WindowEstimate> options) {
        this.plan = plan;
        this.options = options;
    }

    /// Where a group starts for a window that begins then, in nanoseconds; 0 or more.
    long before(long begin, int group) {
        var latest = Math.max(0, begin - plan.warmUpNanos());
        var earliest = Math.max(0, begin - LONGEST * plan.warmUpNanos());
        for (var from = latest; from > earliest; from -= STEP_BACK) {
            if (isCalmAt(from, group)) {
                return from;
            }
        }
        return latest == 0 || earliest == 0 ? 0 : latest;
    }

    private boolean isCalmAt(long nanos, int group) {
        return options.stream().allMatch(option -> option.isCalmAt(nanos, group));
    }
}
