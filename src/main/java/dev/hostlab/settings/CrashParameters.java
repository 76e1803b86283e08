package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How often an application crashes, and how soon that is seen.
public final class CrashParameters {

    public static final Parameter<Double> CRASHES_PER_MONTH = parameter(
            "service.crashesPerMonth",
            0.0,
            real(0, 10_000, "per task and month"),
            assumed("a sound application; how often yours crashes only you know"),
            "How often a task's application ends or hangs for good, at random.");

    public static final Parameter<Double> ECS_NOTICE_SECONDS = parameter(
            "service.crashNoticeSeconds",
            5.0,
            seconds(0, 300),
            assumed("the agent reports a container that has ended within seconds; not published"),
            "Until ECS has taken a crashed task from the load balancer and asked for another.");

    public static final List<Parameter<?>> ALL = List.of(CRASHES_PER_MONTH, ECS_NOTICE_SECONDS);

    private CrashParameters() {}
}
