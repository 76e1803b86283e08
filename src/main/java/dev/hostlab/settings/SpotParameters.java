package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Measure.flag;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.whole;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// Spot instances in a group: a base on demand and a share of what is above it. One type, so weights are all 1.
public final class SpotParameters {

    public static final SpotParameters BEANSTALK = new SpotParameters(
            "beanstalk",
            70,
            documented(
                    "Elastic Beanstalk developer guide, aws:ec2:instances: SpotFleetOnDemandAboveBasePercentage 70 where"
                            + " load-balanced, 0 for a single instance"));
    public static final SpotParameters ECS_EC2 = new SpotParameters(
            "ecs-ec2",
            100,
            documented(
                    "EC2 Auto Scaling API reference, InstancesDistribution: OnDemandPercentageAboveBaseCapacity 100"));

    public final Parameter<Boolean> enabled;
    public final Parameter<Integer> onDemandBase;
    public final Parameter<Double> onDemandAboveBasePercent;

    private SpotParameters(String option, double abovePercent, Evidence above) {
        var at = option + ".spot.";
        enabled = parameter(
                at + "enabled",
                false,
                flag(),
                documented("Elastic Beanstalk and EC2 Auto Scaling: on-demand instances unless asked for"),
                "Whether part of the instances are Spot.");
        onDemandBase = parameter(
                at + "onDemandBase",
                0,
                whole(0, 10_000, "instances"),
                documented(
                        "Elastic Beanstalk developer guide, SpotFleetOnDemandBase; EC2 Auto Scaling, OnDemandBaseCapacity:"
                                + " 0"),
                "Instances that are on demand before the percentage applies.");
        onDemandAboveBasePercent = parameter(
                at + "onDemandAboveBasePercent",
                abovePercent,
                real(0, 100, "%"),
                above,
                "On-demand part of the instances above the base; the rest is Spot.");
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(enabled, onDemandBase, onDemandAboveBasePercent);
    }
}
