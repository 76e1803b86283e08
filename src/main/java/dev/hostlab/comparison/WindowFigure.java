package dev.hostlab.comparison;

import dev.hostlab.engine.RunResult;
import java.util.function.ToDoubleFunction;

/// A figure of a run that adds up over time.
enum WindowFigure {
    ARRIVED(result -> result.requests().arrived()),
    SERVED(result -> result.requests().served()),
    REJECTED(result -> result.requests().rejected()),
    TIMED_OUT(result -> result.requests().timedOut()),
    FAILED(result -> result.requests().failed()),
    GOOD(result -> result.requests().good()),
    DELAYED(result -> result.requests().delayed()),
    NO_TARGET(result -> result.requests().noTarget()),
    IDLE_TIMEOUT(result -> result.requests().idleTimeout()),
    CRASHED(result -> result.requests().crashed()),
    COLD_STARTS(result -> result.fleet().coldStarts()),
    COLD_SECONDS(result -> result.fleet().coldStarts() * result.fleet().meanColdStartSeconds()),
    CRASHES(result -> result.fleet().crashes()),
    LAUNCHES_HELD(result -> result.fleet().launchesHeld()),
    TASK_SECONDS(result -> result.fleet().meanTasks() * result.usage().horizonSeconds()),
    HELD_SECONDS(result -> result.fleet().meanTasksHeld() * result.usage().horizonSeconds());

    private final ToDoubleFunction<RunResult> inResult;

    WindowFigure(ToDoubleFunction<RunResult> inResult) {
        this.inResult = inResult;
    }

    double of(RunResult result) {
        return inResult.applyAsDouble(result);
    }
}
