package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;

import dev.hostlab.settings.PresetTable.Row;
import java.util.List;
import java.util.stream.Stream;

/// How each option is set up: by a competent team, which looks at what limits the service, or by nobody, as it
/// comes out of the box. Instance types, thresholds and increments depend on the workload too and are worked out
/// elsewhere.
public final class OptionPresets {

    /// Tuned, and CPU is what runs out first.
    public static final String TUNED_CPU_BOUND = "tuned, CPU-bound web";

    /// Tuned, and slots run out while the CPU is idle, because requests wait for something upstream.
    public static final String TUNED_SLOT_BOUND = "tuned, slot-bound web";

    /// Tuned, with workers that pull from a queue.
    public static final String TUNED_QUEUE = "tuned, queue worker";

    public static final String AWS_DEFAULTS = "aws-defaults";

    private static final String DRAIN =
            "long enough for nearly every request; the default of ECS, 300 s, is charged for";

    private static final List<Row<?>> BEANSTALK = List.of(
            new Row<>(
                    BeanstalkParameters.METRIC,
                    List.of("cpu", "cpu", "cpu", "network-out"),
                    assumed("Beanstalk's trigger knows neither slots nor queues, so CPU with a threshold that fits the"
                            + " service; out of the box it is NetworkOut")),
            new Row<>(
                    BeanstalkParameters.ROUTING,
                    List.of("least-outstanding", "least-outstanding", "round-robin", "round-robin"),
                    assumed("evens out requests of different length")),
            new Row<>(
                    BeanstalkParameters.MONITORING_MINUTES,
                    List.of(1, 1, 1, 5),
                    assumed("five minutes are the default; one minute is charged and sees a spike sooner")),
            new Row<>(
                    BeanstalkParameters.TRIGGER_PERIOD_MINUTES,
                    List.of(1, 1, 1, 5),
                    assumed("as long as the monitoring's period")),
            new Row<>(
                    BeanstalkParameters.TRIGGER_EVALUATION_PERIODS,
                    List.of(2, 2, 2, 1),
                    assumed("two minutes, so that one odd minute does not scale; the same window serves scaling in")),
            new Row<>(
                    BeanstalkParameters.COOLDOWN_SECONDS,
                    List.of(180, 180, 180, 360),
                    assumed("about the time until a new instance takes traffic; 360 s is the default")),
            new Row<>(BeanstalkParameters.DEREGISTRATION_SECONDS, List.of(20.0, 60.0, 60.0, 20.0), assumed(DRAIN)),
            new Row<>(
                    BeanstalkParameters.HEALTH_INTERVAL_SECONDS,
                    List.of(10.0, 10.0, 10.0, 15.0),
                    assumed("new instances take traffic sooner")),
            new Row<>(
                    BeanstalkParameters.MIN_INSTANCES,
                    List.of(0, 0, 0, 1),
                    documented("as many as hold capacity.min, or MinSize 1")),
            new Row<>(
                    BeanstalkParameters.MAX_INSTANCES,
                    List.of(0, 0, 0, 4),
                    documented("as many as hold capacity.max, or MaxSize 4")),
            new Row<>(
                    BeanstalkParameters.STREAM_LOGS,
                    List.of(true, true, true, false),
                    assumed("off by default; a team that looks after several instances turns it on")));

    private static final List<Row<?>> ECS_EC2_INSTANCES = List.of(
            new Row<>(
                    EcsOnEc2Parameters.TARGET_CAPACITY,
                    List.of(90.0, 90.0, 90.0, 100.0),
                    assumed("a tenth spare, so that most new tasks find room at once; 100 is the default")),
            new Row<>(
                    EcsOnEc2Parameters.PLACEMENT,
                    List.of("binpack", "binpack", "binpack", "zones"),
                    assumed("AWS advises against spreading with a capacity provider; a service's default spreads")),
            new Row<>(
                    EcsOnEc2Parameters.NETWORK_MODE,
                    List.of("awsvpc-trunking", "awsvpc-trunking", "awsvpc-trunking", "awsvpc"),
                    assumed("otherwise network interfaces bound the tasks of an instance; trunking is opt-in")));

    private static final List<Row<?>> FARGATE_TASKS = List.of(new Row<>(
            FargateParameters.VCPU_QUOTA,
            List.of(4_000.0, 4_000.0, 4_000.0, 6.0),
            assumed("a team that runs on Fargate has asked for a higher quota; a new account has 6")));

    public static final PresetTable TABLE = new PresetTable(
            List.of(TUNED_CPU_BOUND, TUNED_SLOT_BOUND, TUNED_QUEUE, AWS_DEFAULTS),
            Stream.of(
                            BEANSTALK,
                            service(EcsParameters.ECS_EC2),
                            ECS_EC2_INSTANCES,
                            service(EcsParameters.FARGATE),
                            FARGATE_TASKS,
                            service(EcsParameters.MANAGED_INSTANCES))
                    .<Row<?>>flatMap(List::stream)
                    .toList());

    private OptionPresets() {}

    private static List<Row<?>> service(EcsParameters ecs) {
        return List.of(
                new Row<>(
                        ecs.scalingEnabled,
                        List.of(true, true, true, false),
                        assumed("ECS services keep a fixed count until somebody adds a policy")),
                new Row<>(
                        ecs.metric,
                        List.of("cpu", "in-flight", "queue-backlog", "cpu"),
                        assumed("what runs out first: CPU, slots, or the queue's patience")),
                new Row<>(
                        ecs.routing,
                        List.of("least-outstanding", "least-outstanding", "round-robin", "round-robin"),
                        assumed("evens out requests of different length")),
                new Row<>(
                        ecs.outCooldownSeconds,
                        List.of(300, 180, 180, 300),
                        assumed("until new tasks show in the metric, else stale points scale again; 300 s by default")),
                new Row<>(ecs.deregistrationSeconds, List.of(20.0, 60.0, 60.0, 300.0), assumed(DRAIN)),
                new Row<>(
                        ecs.healthIntervalSeconds,
                        List.of(10.0, 10.0, 10.0, 30.0),
                        assumed("new tasks take traffic sooner; 30 s is the default")));
    }
}
