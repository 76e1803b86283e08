package dev.hostlab.scenario;

import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.settings.TrafficParameters;
import dev.hostlab.workload.ServiceDemand;
import dev.hostlab.workload.ServiceDemand.Load;
import dev.hostlab.workload.ServiceDemand.Task;

/// How much one task of a scenario can take, and what that means for capacity and targets.
///
/// @param demand what requests need
/// @param task   what a task has
/// @param mean   the mean request
record Sizing(ServiceDemand demand, Task task, Load mean) {

    /// The use of capacity that the defaults aim at, as a share.
    static final double UTILISATION = 0.6;

    private static final double PEAK_MARGIN = 1.5;
    private static final int LEAST_MAXIMUM = 4;
    private static final int MOST_TASKS = 10_000;
    private static final double LEAST_TARGET = 0.1;
    private static final double MOST_TARGET = 1e9;
    private static final double SLACK = 1e-9;

    static Sizing of(Settings settings, LoadShape load) {
        var task = new Task(settings.get(TaskParameters.VCPU), settings.get(ServiceParameters.CONCURRENCY));
        return new Sizing(ServiceDemand.of(settings), task, load.mean(tokensWithoutTrace(settings)));
    }

    /// The mean request where the workload does not know about tokens.
    static Load tokensWithoutTrace(Settings settings) {
        return new Load(1, settings.get(ServiceParameters.INPUT_TOKENS), settings.get(ServiceParameters.OUTPUT_TOKENS));
    }

    boolean isSlotBound() {
        return demand.isSlotBound(mean, task);
    }

    double holdingSeconds() {
        return demand.holdingSeconds(mean, task);
    }

    /// Tasks that hold one and a half times the hardest minute at 60 %, and never fewer than four.
    int maxTasks(LoadShape load) {
        var needed = load.busiestMinute(demand, task, mean) / UTILISATION * PEAK_MARGIN;
        return (int) Math.clamp(Math.ceil(needed - SLACK), LEAST_MAXIMUM, MOST_TASKS);
    }

    /// A target for a metric of tasks: 60 %, or what a task handles at 60 %.
    ///
    /// @param waitSeconds how long a message may wait
    double target(String metric, double waitSeconds) {
        var perSecond = demand.requestsPerSecond(mean, task);
        var perMinute = 60 * UTILISATION * perSecond;
        return switch (metric) {
            case "requests-per-target" -> sane(perMinute);
            case "tokens-per-minute" -> sane(perMinute * (mean.inputTokens() + mean.outputTokens()));
            // AWS's rule: acceptable latency over mean seconds a message, which a task's slots share.
            case "queue-backlog" -> sane(waitSeconds * perSecond);
            default -> 100 * UTILISATION;
        };
    }

    /// Bytes that a task sends in a minute while it is 60 % busy.
    double bytesOutTarget(Settings settings) {
        var bytes = settings.get(TrafficParameters.RESPONSE_BYTES)
                + mean.outputTokens() * settings.get(TrafficParameters.BYTES_PER_OUTPUT_TOKEN);
        return sane(60 * UTILISATION * demand.requestsPerSecond(mean, task) * bytes);
    }

    /// CPU percent of an instance whose copies are 60 % busy: 60 where CPU runs out first, less where slots do.
    double cpuTargetOn(InstanceType type, int copies) {
        var perSecond = UTILISATION * demand.requestsPerSecond(mean, task) * copies;
        var percent = 100 * perSecond * demand.cpu().of(mean) / type.vcpus();
        return isSlotBound() ? Math.clamp(tenths(percent), 1, 100 * UTILISATION) : 100 * UTILISATION;
    }

    /// Bounds a target, and drops digits that nobody could defend.
    private static double sane(double target) {
        if (Double.isNaN(target)) {
            return LEAST_TARGET;
        }
        return Math.clamp(target >= 10 ? StrictMath.rint(target) : tenths(target), LEAST_TARGET, MOST_TARGET);
    }

    private static double tenths(double value) {
        return StrictMath.rint(value * 10) / 10;
    }
}
