package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What is run, how often and from which random numbers.
public final class RunParameters {

    public static final Parameter<String> REGION = parameter(
            "region",
            "us-east-1",
            text("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}", "an AWS region, like us-east-1"),
            assumed("the region with the most published measurements"),
            "The AWS region whose prices are used.");

    public static final Parameter<String> PRESET = parameter(
            "preset",
            "tuned",
            choice("tuned", "aws-defaults"),
            assumed("a comparison of badly set up options says little about the options"),
            "How each option is set up: as a competent team would, or as it comes out of the box.");

    public static final Parameter<String> OPTIONS = parameter(
            "options",
            "beanstalk,ecs-ec2,fargate",
            text(
                    "(beanstalk|ecs-ec2|fargate|managed-instances)(, ?(beanstalk|ecs-ec2|fargate|managed-instances))*",
                    "options of beanstalk, ecs-ec2, fargate, managed-instances, with commas between them"),
            assumed("the three that most teams weigh; ECS Managed Instances (2025) on request"),
            "Which hosting options are compared, in which order.");

    /// JSON tools keep whole numbers exact up to here.
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    public static final Parameter<Long> SEED = parameter(
            "seed",
            1L,
            new Measure<>(new Domain.WideWhole(0, LARGEST_EXACT), ""),
            assumed("any number will do; the same seed gives the same result"),
            "Where the random numbers start.");

    public static final Parameter<Integer> REPLICATIONS = parameter(
            "replications",
            10,
            whole(1, 1_000, ""),
            assumed("enough for an interval of about twice the standard error"),
            "How often each option plays the workload, each time with other random numbers.");

    public static final Parameter<Double> HALF_WIDTH_PERCENT = parameter(
            "precision.halfWidthPercent",
            0.0,
            real(0, 100, "%"),
            assumed("a fixed number of replications, so that the time it takes is known"),
            "How sure the total, the mean and the p95 response time of every option shall be: replications are added until"
                    + " each 95 % half-width is this part of its mean; 0 keeps to the number of replications.");

    public static final Parameter<Integer> MAX_REPLICATIONS = parameter(
            "precision.maxReplications",
            100,
            whole(2, 10_000, ""),
            assumed("ten times the usual number narrows an interval to a third"),
            "Where adding replications ends at the latest.");

    public static final Parameter<Double> SAMPLED_PERCENT = parameter(
            "sampling.percent",
            0.0,
            real(0, 100, "%"),
            assumed("all of the workload, exactly"),
            "How much of a long workload is played, warm-ups and replications included: windows are drawn in proportion to"
                    + " their estimated load, waits and capacity; 0 plays all of it in every replication.");

    public static final Parameter<Integer> WINDOW_MINUTES = parameter(
            "sampling.windowMinutes",
            60,
            whole(10, 10_080, "min"),
            assumed("the load balancer is charged by the hour; more and shorter windows tell more"),
            "How long a window that is drawn is.");

    public static final Parameter<Integer> WARM_UP_MINUTES = parameter(
            "sampling.warmUpMinutes",
            60,
            whole(0, 10_080, "min"),
            assumed("four times the 15 minutes that alarms look back before they scale in"),
            "How long a window is played before it counts, from the fleet that was estimated for then.");

    public static final Parameter<Double> HORIZON_HOURS = parameter(
            "horizonHours",
            0.0,
            real(0, 87_600, "h"),
            assumed("the whole workload"),
            "How much of the workload is played, from its start; 0 plays all of it.");

    public static final Parameter<String> ARRIVALS = parameter(
            "arrivals",
            "poisson",
            choice("poisson", "even"),
            assumed(
                    "requests of many independent clients; per-minute counts of a public conversation trace are near it"),
            "How the requests counted in one bin spread over it: at random, or evenly. A trace of single requests keeps its"
                    + " own times.");

    public static final Parameter<String> START_TIMES = parameter(
            "startTimes",
            "random",
            choice("random", "median"),
            documented("a choice of the model, not of AWS"),
            "Whether boots, pulls and starts vary from one to the next, or always take their median.");

    public static final List<Parameter<?>> ALL = List.of(
            REGION,
            PRESET,
            OPTIONS,
            SEED,
            REPLICATIONS,
            HALF_WIDTH_PERCENT,
            MAX_REPLICATIONS,
            SAMPLED_PERCENT,
            WINDOW_MINUTES,
            WARM_UP_MINUTES,
            HORIZON_HOURS,
            ARRIVALS,
            START_TIMES);

    private RunParameters() {}
}
