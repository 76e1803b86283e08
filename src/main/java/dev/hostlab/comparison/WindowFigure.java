package dev.hostlab.comparison;

import dev.hostlab.engine.RunResult;

/// A figure of a run that adds up over time.
enum WindowFigure {
    SERVED,
    REJECTED,
    TIMED_OUT,
    FAILED,
    GOOD,
    DELAYED,
    NO_TARGET,
    IDLE_TIMEOUT,
    CRASHED,
    KEEP_ALIVE,
    COLD_STARTS,
    COLD_SECONDS,
    CRASHES,
    LAUNCHES_HELD,
    TASK_SECONDS,
    HELD_SECONDS;

    double of(RunResult result) {
        var requests = result.requests();
        var fleet = result.fleet();
        return switch (this) {
            case SERVED -> requests.served();
            case REJECTED -> requests.rejected();
            case TIMED_OUT -> requests.timedOut();
            case FAILED -> requests.failed();
            case GOOD -> requests.good();
            case DELAYED -> requests.delayed();
            case NO_TARGET -> requests.noTarget();
            case IDLE_TIMEOUT -> requests.idleTimeout();
            case CRASHED -> requests.crashed();
            case KEEP_ALIVE -> requests.keepAlive();
            case COLD_STARTS -> fleet.coldStarts();
            case COLD_SECONDS -> fleet.coldStarts() * fleet.meanColdStartSeconds();
            case CRASHES -> fleet.crashes();
            case LAUNCHES_HELD -> fleet.launchesHeld();
            case TASK_SECONDS -> fleet.meanTasks() * result.usage().horizonSeconds();
            case HELD_SECONDS -> fleet.meanTasksHeld() * result.usage().horizonSeconds();
        };
    }
}
