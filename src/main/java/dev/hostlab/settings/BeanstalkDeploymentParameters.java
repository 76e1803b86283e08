package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// How Elastic Beanstalk brings versions and configurations to its instances.
public final class BeanstalkDeploymentParameters {

    private static final String GUIDE = "Elastic Beanstalk developer guide, ";

    public static final Parameter<String> POLICY = parameter(
            "beanstalk.deployment.policy",
            "rolling",
            choice(
                    "all-at-once",
                    "rolling",
                    "rolling-with-additional-batch",
                    "immutable",
                    "traffic-splitting",
                    "url-swap"),
            documented(GUIDE + "deployment policies: rolling where the EB CLI made it, all at once by API"),
            "How a new version goes out.");

    public static final Parameter<Double> BATCH_PERCENT = parameter(
            "beanstalk.deployment.batchPercent",
            30.0,
            real(1, 100, "%"),
            documented(GUIDE + "general options, command: BatchSize, set by console and CLI; 100 by API"),
            "Instances of a batch, in percent of all.");

    public static final Parameter<Double> COMMAND_MEDIAN_SECONDS = parameter(
            "beanstalk.deployment.commandMedianSeconds",
            23.0,
            seconds(1, 3_600),
            measured("timestamps of public eb logs, 11 deployments to one instance: 19 to 97 s"),
            "How long one instance takes for a new version, median; the image and the application's start included.");

    public static final Parameter<Double> COMMAND_P95_SECONDS = parameter(
            "beanstalk.deployment.commandP95Seconds",
            97.0,
            seconds(1, 3_600),
            measured("timestamps of public eb logs, 11 deployments to one instance: the slowest took 97 s"),
            "The same, 95th percentile; lognormal through both.");

    public static final Parameter<Double> HEALTH_GATE_SECONDS = parameter(
            "beanstalk.deployment.healthGateSeconds",
            120.0,
            seconds(0, 3_600),
            documented(GUIDE + "deployment policies: 12 healthy reports in two minutes; 18 in three for a worker"),
            "How long a batch has to be healthy until the next one follows.");

    public static final Parameter<Double> TIMEOUT_SECONDS = parameter(
            "beanstalk.deployment.timeoutSeconds",
            840.0,
            seconds(60, 7_200),
            documented(GUIDE + "general options, command: Timeout 600 s, and 240 s that are added"),
            "After so long a batch that does not get healthy has failed.");

    public static final Parameter<Double> SPLIT_PERCENT = parameter(
            "beanstalk.deployment.splitPercent",
            10.0,
            real(1, 99, "%"),
            documented(GUIDE + "general options, traffic splitting: NewVersionPercent"),
            "Traffic splitting: what the new version gets first.");

    public static final Parameter<Double> SPLIT_MINUTES = parameter(
            "beanstalk.deployment.splitMinutes",
            5.0,
            real(0, 600, "min"),
            documented(GUIDE + "general options, traffic splitting: EvaluationTime"),
            "Traffic splitting: for how long.");

    public static final Parameter<String> UPDATE_TYPE = parameter(
            "beanstalk.configurationUpdate.type",
            "off",
            choice("off", "time", "health", "immutable"),
            documented(GUIDE + "general options, rolling updates: off; Time, Health or Immutable when on"),
            "How a configuration change replaces instances. Off: all at once.");

    public static final Parameter<Integer> UPDATE_BATCH = parameter(
            "beanstalk.configurationUpdate.batchInstances",
            0,
            whole(0, 10_000, "instances"),
            documented(GUIDE + "general options, rolling updates: MaxBatchSize, a third of the least, rounded up"),
            "Instances replaced at a time; 0 for a third of the least number.");

    public static final Parameter<Integer> UPDATE_MINIMUM = parameter(
            "beanstalk.configurationUpdate.minimumInService",
            -1,
            whole(-1, 10_000, "instances"),
            documented(GUIDE + "general options, rolling updates: MinInstancesInService, the lesser of MinSize and"
                    + " MaxSize − 1"),
            "Instances that stay in service; -1 for the lesser of the least and one below the most.");

    public static final Parameter<Double> UPDATE_PAUSE_SECONDS = parameter(
            "beanstalk.configurationUpdate.pauseSeconds",
            300.0,
            seconds(0, 3_600),
            assumed("AWS works it out from the instance type and the container; how is not published"),
            "Type time: pause between batches.");

    public static final Parameter<Double> UPDATE_TIMEOUT_MINUTES = parameter(
            "beanstalk.configurationUpdate.timeoutMinutes",
            30.0,
            real(5, 60, "min"),
            documented(GUIDE + "general options, rolling updates: Timeout 30 minutes"),
            "After so long a batch that does not get healthy is rolled back.");

    public static final Parameter<Double> SWAP_KEEPS_MINUTES = parameter(
            "beanstalk.deployment.swapKeepsMinutes",
            5.0,
            real(0, 10_080, "min"),
            assumed("until clients and resolvers have learnt the new address; no measurement found"),
            "Swap of environments: how long the old environment stays after the swap.");

    public static final Parameter<String> ROTATION = parameter(
            "beanstalk.rotation",
            "restart",
            choice("restart", "replace"),
            documented(GUIDE + "fetching secrets to environment variables: refreshed by hand; RestartAppServer restarts"
                    + " the application server on each instance"),
            "How a rotated prompt or secret reaches instances: all application servers restart at once, or instances are"
                    + " replaced as by a configuration update.");

    public static final List<Parameter<?>> ALL = List.of(
            POLICY,
            BATCH_PERCENT,
            COMMAND_MEDIAN_SECONDS,
            COMMAND_P95_SECONDS,
            HEALTH_GATE_SECONDS,
            TIMEOUT_SECONDS,
            SPLIT_PERCENT,
            SPLIT_MINUTES,
            UPDATE_TYPE,
            UPDATE_BATCH,
            UPDATE_MINIMUM,
            UPDATE_PAUSE_SECONDS,
            UPDATE_TIMEOUT_MINUTES,
            SWAP_KEEPS_MINUTES,
            ROTATION);

    private BeanstalkDeploymentParameters() {}
}
