package dev.hostlab.scenario;

import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.Workload;

/// The capacity that a run starts with: what its first minute needs, as if the fleet had been there before.
public final class InitialCapacity {

    private InitialCapacity() {}

    /// Tasks that serve the first minute at the initial utilisation; 0 where nothing arrives in it.
    ///
    /// @param settings resolved settings
    public static int tasks(Settings settings, Workload workload) {
        var load = LoadShape.of(workload, settings.get(RunParameters.HORIZON_HOURS));
        var sizing = Sizing.of(settings, load);
        var busy = load.minute(0, sizing.demand(), sizing.task(), sizing.mean());
        return (int) Math.ceil(busy / settings.get(TaskParameters.INITIAL_UTILISATION) - 1e-9);
    }
}
