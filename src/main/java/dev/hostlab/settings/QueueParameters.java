package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The central queue that workers pull from, as Amazon SQS has it. Without effect on a web service.
public final class QueueParameters {

    public static final Parameter<Integer> START_MESSAGES = parameter(
            "queue.startMessages",
            0,
            whole(0, 1_000_000_000, "messages"),
            assumed("an empty queue; a trace with queue depths says how many"),
            "Messages that wait when the run starts. Their age counts from then on, since nobody knows more.");

    public static final Parameter<String> DEPTH_AT = parameter(
            "queue.depthAt",
            "auto",
            choice("auto", "bin-start", "bin-end"),
            assumed("traces do not say; auto takes the reading that fits the trace's own arrivals better"),
            "Whether a trace's queue_depth is what waits at the start of its bin or at its end.");

    public static final Parameter<Double> AGE_TARGET_SECONDS = parameter(
            "queue.ageTargetSeconds",
            60.0,
            seconds(0.001, 1_209_600),
            assumed("as long as slo.p95Ms lets a job take"),
            "How old the oldest waiting message may become. Scaling on the backlog takes a share of it, over the mean"
                    + " seconds a message, as messages a task.");

    public static final Parameter<Double> BACKLOG_SHARE = parameter(
            "queue.backlogShare",
            0.5,
            real(0.05, 1, "share"),
            assumed("target tracking holds a metric at its target, so with all of the age a message would be too old"
                    + " about half the time; AWS's own example takes all of it, 1"),
            "Share of queue.ageTargetSeconds that scaling on the backlog aims at.");

    public static final List<Parameter<?>> ALL = List.of(START_MESSAGES, DEPTH_AT, AGE_TARGET_SECONDS, BACKLOG_SHARE);

    private QueueParameters() {}
}
