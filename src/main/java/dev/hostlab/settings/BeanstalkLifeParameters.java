package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What kind of environment Elastic Beanstalk makes, and how it looks after instances.
public final class BeanstalkLifeParameters {

    public static final Parameter<String> ENVIRONMENT_TYPE = parameter(
            "beanstalk.environmentType",
            "load-balanced",
            choice("load-balanced", "single-instance"),
            documented("Elastic Beanstalk developer guide, general options, environment: EnvironmentType LoadBalanced"),
            "A group behind a load balancer, or one instance with an Elastic IP address, without load balancer, alarms"
                    + " or scaling.");

    public static final Parameter<Double> REGISTRATION_SECONDS = parameter(
            "beanstalk.registrationSeconds",
            2.0,
            seconds(2, 10),
            assumed("not published; 2 to 10 s"),
            "Time to register a deployed instance with the load balancer.");

    public static final Parameter<String> HEALTH_TYPE = parameter(
            "beanstalk.healthType",
            "ec2",
            choice("ec2", "elb"),
            documented("Elastic Beanstalk developer guide, Auto Scaling health check: EC2 status checks unless"
                    + " .ebextensions say ELB"),
            "What the group calls unhealthy. With ec2 an instance whose application has crashed leaves the load"
                    + " balancer and is not replaced.");

    public static final Parameter<Integer> UNHEALTHY_THRESHOLD = parameter(
            "beanstalk.unhealthyThreshold",
            5,
            whole(2, 10, "checks"),
            documented("Elastic Beanstalk developer guide, general options, process: UnhealthyThresholdCount"),
            "Failed health checks in a row until an instance gets no more traffic.");

    public static final Parameter<Double> HEALTH_GRACE_SECONDS = parameter(
            "beanstalk.healthGraceSeconds",
            300.0,
            seconds(0, 7_200),
            documented("EC2 Auto Scaling user guide, health check grace period: 300 s in the console, 0 by API"),
            "After its start an instance is not replaced for failing health checks of the load balancer for this long.");

    public static final Parameter<Double> REPAIR_MINUTES = parameter(
            "beanstalk.repairMinutes",
            60.0,
            Measure.real(1, 10_080, "min"),
            assumed("until somebody notices an instance without traffic and restarts its application"),
            "How long a crashed application stays down where nothing replaces its instance.");

    public static final Parameter<Integer> WARM_POOL_INSTANCES = parameter(
            "beanstalk.warmPoolInstances",
            0,
            whole(0, 10_000, "instances"),
            documented(
                    "EC2 Auto Scaling user guide, warm pools: none unless made; Beanstalk itself has no setting for it"),
            "Instances that are started beforehand and wait, so that a scale-out starts from them.");

    public static final List<Parameter<?>> ALL = List.of(
            ENVIRONMENT_TYPE,
            REGISTRATION_SECONDS,
            HEALTH_TYPE,
            UNHEALTHY_THRESHOLD,
            HEALTH_GRACE_SECONDS,
            REPAIR_MINUTES,
            WARM_POOL_INSTANCES);

    private BeanstalkLifeParameters() {}
}
