package dev.hostlab.cli;

import dev.hostlab.files.SeriesReading;
import dev.hostlab.scaling.replay.PolicyConfig;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;

/// Looks for arguments of a replay that are fine alone and do not go together.
///
/// @param plan      the arguments
/// @param withFile  whether a policy file was named, readable or not
record ReplayChecks(ReplayPlan plan, boolean withFile) {

    List<Issue> issues() {
        var found = new ArrayList<Issue>();
        policy(found);
        range(found);
        pairs(found);
        return found;
    }

    /// Rows that lie between the ends of two periods.
    static List<Issue> offGrid(SeriesReading reading, int period) {
        var first = reading.points().getFirst().at();
        return reading.points().stream()
                .filter(point -> (point.at() - first) % period != 0)
                .limit(20)
                .map(point -> new Issue(
                        "SERIES",
                        "The row at " + point.at() / reading.unitSeconds() + " is no whole number of periods of "
                                + period + " s after the first.",
                        "Move it, or give --period."))
                .toList();
    }

    private void policy(List<Issue> found) {
        var flags = plan.flags();
        var tracks = plan.service() == ReplayService.ECS || plan.service() == ReplayService.ASG;
        if (withFile && !tracks) {
            add(found, "--policy", "--service " + plan.service() + " takes no policy file.", "Leave it out.");
        } else if (withFile && flags.has(ReplayFlag.TARGET)) {
            add(found, "--target", "The policy comes from a file.", "Give --policy or --target, not both.");
        } else if (tracks && !withFile && !flags.has(ReplayFlag.TARGET) && fine(ReplayFlag.TARGET)) {
            add(found, "--policy", "There is no policy.", "Give --policy FILE or --target.");
        }
        var steps = plan.policy().filter(PolicyConfig.Step.class::isInstance).isPresent();
        if (steps && !flags.has(ReplayFlag.THRESHOLD) && fine(ReplayFlag.THRESHOLD)) {
            add(found, "--threshold", "A step policy needs the threshold of its alarm.", "Give --threshold.");
        }
        if (tracks
                && !steps
                && flags.has(ReplayFlag.THRESHOLD)
                && (!withFile || plan.policy().isPresent())) {
            add(found, "--threshold", "Target tracking makes its own alarms.", "Leave it out, or give a step policy.");
        }
        if (plan.service() == ReplayService.CAPACITY_PROVIDER
                && (flags.real(ReplayFlag.TARGET, 100) > 100 || flags.real(ReplayFlag.TARGET, 100) < 1)) {
            add(found, "--target", "A capacity provider's target is 1 to 100 %.", "Give a percentage.");
        }
    }

    private void range(List<Issue> found) {
        var flags = plan.flags();
        var minimum = flags.whole(ReplayFlag.MIN, plan.service().minimum());
        var maximum =
                flags.whole(ReplayFlag.MAX, Math.max(minimum, plan.service().maximum()));
        if (maximum < minimum) {
            add(found, "--max", maximum + " is below --min, which is " + minimum + ".", "Raise it or lower --min.");
            return;
        }
        var start = flags.whole(ReplayFlag.START, minimum);
        if (!plan.service().startsAnywhere() && (start < minimum || start > maximum)) {
            add(found, "--start", start + " is not between " + minimum + " and " + maximum + ".", "Move it.");
        }
    }

    private void pairs(List<Issue> found) {
        var flags = plan.flags();
        if (flags.whole(ReplayFlag.MAX_STEP, Integer.MAX_VALUE) < flags.whole(ReplayFlag.MIN_STEP, 1)) {
            add(found, "--max-step", "It is below --min-step.", "Raise it.");
        }
        if (flags.whole(ReplayFlag.EVALUATION_PERIODS, Integer.MAX_VALUE) < flags.whole(ReplayFlag.DATAPOINTS, 1)) {
            add(found, "--datapoints", "More points must breach than are evaluated.", "Raise --evaluation-periods.");
        }
        var upper = flags.real(ReplayFlag.UPPER, 6_000_000);
        if (plan.service() == ReplayService.BEANSTALK
                && flags.real(ReplayFlag.LOWER, Math.min(upper, 2_000_000)) > upper) {
            add(found, "--lower", "The lower threshold is above the upper one.", "Lower it, or raise --upper.");
        }
    }

    /// Whether the flag was not given in a way that is told already.
    private boolean fine(ReplayFlag flag) {
        return plan.flags().issues().stream().noneMatch(issue -> issue.path().equals(flag.id()));
    }

    private static void add(List<Issue> found, String path, String problem, String advice) {
        found.add(new Issue(path, problem, advice));
    }
}
