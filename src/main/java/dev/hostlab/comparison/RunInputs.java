package dev.hostlab.comparison;

import dev.hostlab.engine.RunInput;
import dev.hostlab.engine.ServiceTables;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.scenario.InitialCapacity;
import dev.hostlab.scenario.TraceTenants;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.workload.Arrivals;
import dev.hostlab.workload.ServiceModels;
import dev.hostlab.workload.Workload;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// What the runs of a comparison are given, be they of the whole workload or of a window in it.
final class RunInputs {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MS_PER_SECOND = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Settings settings;
    private final Workload workload;
    private final ServiceTables service;
    private final int initialTasks;

    RunInputs(ComparisonRequest request) {
        settings = request.settings();
        workload = request.playedWorkload();
        var model = ServiceModels.of(settings);
        service = ServiceTables.of(model.with(TraceTenants.complete(model.access(), workload)));
        initialTasks = InitialCapacity.tasks(settings, workload);
    }

    /// A replication of the whole workload; the first keeps a timeline.
    RunInput whole(HostingOption option, int replication) {
        return input(workload.arrivals(), option, initialTasks, new Part(0, replication, replication == 0));
    }

    /// A part of the workload that starts `from` nanoseconds after its start.
    ///
    /// @param tasks       capacity to start with; the whole workload's where the part starts with it
    /// @param replication whose random numbers it gets
    RunInput part(HostingOption option, WindowPlayed.Place place, int tasks, int replication) {
        return input(
                workload.arrivals().between(place.from(), place.end()),
                option,
                place.from() == 0 ? initialTasks : tasks,
                new Part(place.from(), replication, false));
    }

    /// Which part of the workload, with which random numbers.
    private record Part(long fromNanos, int replication, boolean timeline) {}

    private RunInput input(Arrivals arrivals, HostingOption option, int tasks, Part part) {
        var queue = QueuePlan.of(settings);
        var even = settings.get(RunParameters.ARRIVALS).equals("even");
        return new RunInput(
                arrivals,
                service,
                option.fleetPlan(tasks),
                settings.get(TaskParameters.P95_MS) / MS_PER_SECOND,
                new RunInput.Randomness(settings.get(RunParameters.SEED), part.replication, even),
                secondsOfWeek(workload.from().atOffset(ZoneOffset.UTC)) + part.fromNanos / NANOS_PER_SECOND,
                part.timeline,
                SECONDS_PER_MINUTE * settings.get(TaskParameters.PAGE_AFTER_MINUTES),
                part.fromNanos == 0 ? queue : queue.emptied());
    }

    private static double secondsOfWeek(OffsetDateTime time) {
        var days = time.getDayOfWeek().getValue() - 1;
        return days * SECONDS_PER_DAY + time.toLocalTime().toSecondOfDay();
    }
}
