package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// The size of a task, how many there may be, and what counts as fast enough. The same for every option.
public final class TaskParameters {

    public static final Parameter<Double> VCPU = parameter(
            "task.vcpu",
            1.0,
            real(0.25, 16, "vCPU"),
            assumed("a common size; the service preset may say otherwise"),
            "Virtual CPUs that one task reserves. Fargate sells 0.25, 0.5, 1, 2, 4, 8 and 16.");

    public static final Parameter<Double> MEMORY_GIB = parameter(
            "task.memoryGiB",
            2.0,
            real(0.5, 120, "GiB"),
            assumed("the least that Fargate sells with one vCPU"),
            "Memory that one task reserves.");

    public static final Parameter<Integer> GPUS = parameter(
            "task.gpus",
            0,
            whole(0, 16, "GPUs"),
            assumed("most services need none; the service preset may say otherwise"),
            "Graphics processors that one task reserves. Only EC2 instances have them: Fargate has none.");

    public static final Parameter<String> ARCHITECTURE = parameter(
            "task.architecture",
            "x86_64",
            choice("x86_64", "arm64"),
            assumed("what most images are built for; arm64 is cheaper where the image allows it"),
            "The processor architecture of every option.");

    public static final Parameter<Integer> MIN_TASKS = parameter(
            "capacity.min",
            2,
            whole(1, 10_000, "tasks"),
            assumed("one in each of two availability zones"),
            "The least capacity, in tasks of the task size; an option with instances takes as many as hold them.");

    public static final Parameter<Integer> MAX_TASKS = parameter(
            "capacity.max",
            10,
            whole(1, 10_000, "tasks"),
            assumed("replaced by a value that follows from the workload's peak minute"),
            "The most capacity, in tasks of the task size; an option with instances takes as many as hold them.");

    public static final Parameter<Double> INITIAL_UTILISATION = parameter(
            "capacity.initialUtilisation",
            0.6,
            real(0.05, 1, "share"),
            assumed("the default target of the scaling policies"),
            "A run starts with the capacity that the first bin's load would use to this share.");

    public static final Parameter<Double> P95_MS = parameter(
            "slo.p95Ms",
            250.0,
            real(1, 86_400_000, "ms"),
            assumed("a fast page; the service preset says otherwise for slower services"),
            "The response time that 95 of 100 requests should keep. A request that is not served has missed it.");

    public static final Parameter<Double> PAGE_AFTER_MINUTES = parameter(
            "slo.pageAfterMinutes",
            10.0,
            real(1, 1_440, "min"),
            assumed("a common setting of paging tools; no source for a norm"),
            "Somebody is called once the objective has been missed for longer than this without a break.");

    public static final List<Parameter<?>> ALL = List.of(
            VCPU,
            MEMORY_GIB,
            GPUS,
            ARCHITECTURE,
            MIN_TASKS,
            MAX_TASKS,
            INITIAL_UTILISATION,
            P95_MS,
            PAGE_AFTER_MINUTES);

    private TaskParameters() {}
}
