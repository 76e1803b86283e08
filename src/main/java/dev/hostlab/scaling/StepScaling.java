package dev.hostlab.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The settings of a step-scaling policy with the threshold of its alarms.
///
/// AWS keeps threshold and policy apart, and a policy for each direction; here steps on both sides of one threshold
/// may stand together. Source: EC2 Auto Scaling user guide, "Step and simple scaling policies", read 2026-11-23.
///
/// @param threshold       of the alarms, in the metric's unit
/// @param steps           without overlap or gap, see [#problems(List)]
/// @param type            what the numbers of the steps mean
/// @param minMagnitude    least units that a change in percent makes, 0 for none
/// @param range           least and most capacity
/// @param points          points that must breach, and periods that are looked at
/// @param pause           cooldowns of a service; not used where instances warm up
public record StepScaling(
        double threshold,
        List<StepAdjustment> steps,
        Adjustment type,
        int minMagnitude,
        CapacityRange range,
        Points points,
        Pacing.Pause pause) {

    /// When the alarms fire.
    ///
    /// @param breaching M, points that must breach
    /// @param periods   N, periods that are evaluated
    /// @param missing   what a period without a point counts as
    public record Points(int breaching, int periods, MissingData missing) {

        /// Every point counts by itself.
        public static final Points ONE = new Points(1, 1, MissingData.MISSING);
    }

    public StepScaling {
        steps = List.copyOf(steps);
        var problems = problems(steps);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
    }

    /// What AWS refuses about a set of steps; empty if it is fine.
    public static List<String> problems(List<StepAdjustment> steps) {
        var found = new ArrayList<String>();
        if (steps.isEmpty()) {
            found.add("There is no step.");
            return found;
        }
        var sorted = steps.stream()
                .sorted(Comparator.comparingDouble(StepAdjustment::lower).thenComparingDouble(StepAdjustment::upper))
                .toList();
        for (var index = 1; index < sorted.size(); index++) {
            var before = sorted.get(index - 1).upper();
            var after = sorted.get(index).lower();
            if (after < before) {
                found.add("Two steps overlap at " + Words.number(Double.isFinite(after) ? after : before) + ".");
            } else if (after > before) {
                found.add("No step holds from " + Words.number(before) + " to " + Words.number(after) + ".");
            }
        }
        unbounded(sorted, found);
        return found;
    }

    /// Far from the threshold on either side that is used, a step without a bound must hold.
    private static void unbounded(List<StepAdjustment> sorted, List<String> found) {
        var first = sorted.getFirst();
        var furthest = sorted.stream().mapToDouble(StepAdjustment::upper).max().orElseThrow();
        if (Double.isInfinite(first.lower()) && Double.isInfinite(first.upper())) {
            found.add("A step has neither a lower nor an upper bound.");
        }
        if (first.lower() < 0 && Double.isFinite(first.lower())) {
            found.add("A negative lower bound needs a step without a lower bound below it.");
        }
        if (furthest > 0 && Double.isFinite(furthest)) {
            found.add("A positive upper bound needs a step without an upper bound above it.");
        }
    }

    /// The alarm on the threshold's upper side; it fires only where steps are.
    AlarmRule high() {
        return rule(AlarmRule.Side.AT_OR_ABOVE);
    }

    /// The alarm on the threshold's lower side.
    AlarmRule low() {
        return rule(AlarmRule.Side.AT_OR_BELOW);
    }

    boolean hasStepsAbove() {
        return steps.stream().anyMatch(step -> !step.isBelow());
    }

    boolean hasStepsBelow() {
        return steps.stream().anyMatch(step -> !step.isAbove());
    }

    private AlarmRule rule(AlarmRule.Side side) {
        return new AlarmRule(side, threshold, points.breaching(), points.periods(), points.missing());
    }
}
