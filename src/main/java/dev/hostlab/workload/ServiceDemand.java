package dev.hostlab.workload;

import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;

/// What requests need in the mean, and what a task can give: enough to size a fleet, not to predict waiting.
///
/// @param cpu      CPU-seconds of one vCPU
/// @param upstream seconds of waiting for something upstream
public record ServiceDemand(PerRequest cpu, PerRequest upstream) {

    /// Seconds that grow with tokens.
    ///
    /// @param fixed          for each request
    /// @param perInputToken  more for each input token
    /// @param perOutputToken more for each output token
    public record PerRequest(double fixed, double perInputToken, double perOutputToken) {

        /// The sum over many requests.
        public double of(Load load) {
            return fixed * load.requests() + perInputToken * load.inputTokens() + perOutputToken * load.outputTokens();
        }
    }

    /// Requests and their tokens, of one request in the mean or of all in a second.
    public record Load(double requests, double inputTokens, double outputTokens) {}

    /// What one task has.
    ///
    /// @param vcpus virtual CPUs, above 0; one request uses one at most
    /// @param slots requests that it works on at a time, above 0
    public record Task(double vcpus, int slots) {}

    public static ServiceDemand of(Settings settings) {
        var stall = settings.get(ServiceParameters.STALL_PROBABILITY)
                * (settings.get(ServiceParameters.STALL_MIN_SECONDS)
                        + settings.get(ServiceParameters.STALL_MAX_SECONDS))
                / 2;
        var speed = settings.get(ServiceParameters.UPSTREAM_TOKENS_PER_SECOND);
        return new ServiceDemand(
                new PerRequest(
                        settings.get(ServiceParameters.CPU_MS_PER_REQUEST) / 1e3,
                        settings.get(ServiceParameters.CPU_US_PER_INPUT_TOKEN) / 1e6,
                        settings.get(ServiceParameters.CPU_MS_PER_OUTPUT_TOKEN) / 1e3),
                new PerRequest(
                        settings.get(ServiceParameters.UPSTREAM_MS) / 1e3 + stall,
                        settings.get(ServiceParameters.UPSTREAM_MS_PER_INPUT_TOKEN) / 1e3,
                        speed > 0 ? 1 / speed : 0));
    }

    /// Seconds for which requests hold their slots, as long as nobody else wants the CPU.
    public double holdingSeconds(Load load, Task task) {
        return cpu.of(load) / Math.min(1, task.vcpus()) + upstream.of(load);
    }

    /// Tasks that this load of one second keeps busy, fractional: by CPU or by slots, whichever takes more.
    public double busyTasks(Load perSecond, Task task) {
        return Math.max(cpu.of(perSecond) / task.vcpus(), holdingSeconds(perSecond, task) / task.slots());
    }

    /// Requests a second that keep one task fully busy; infinite where requests need nothing.
    public double requestsPerSecond(Load mean, Task task) {
        var busy = busyTasks(mean, task);
        return busy == 0 ? Double.POSITIVE_INFINITY : mean.requests() / busy;
    }

    /// Whether a task runs out of slots before it runs out of CPU.
    public boolean isSlotBound(Load mean, Task task) {
        return holdingSeconds(mean, task) / task.slots() > cpu.of(mean) / task.vcpus();
    }
}
