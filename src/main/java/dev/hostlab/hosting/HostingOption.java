package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.ManagedInstancesParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.Usage;
import dev.hostlab.validation.Issue;
import java.util.List;
import java.util.function.Function;

/// A way to host a service on AWS, described as data: the engine, the bill and the effort ledger never ask which
/// one it is.
public sealed interface HostingOption permits ElasticBeanstalk, EcsOnEc2, EcsOnFargate, EcsManagedInstances {

    OptionId id();

    /// What it is set to, in words for people: "2–8 × m7g.large, CPU 60 %".
    String setup();

    /// Why this option cannot host the service, each to be mended first.
    default List<Issue> issues() {
        return List.of();
    }

    /// How capacity is made, scaled and used.
    ///
    /// @param initialTasks tasks that the load of the start needs; held to the option's own range
    FleetPlan fleetPlan(int initialTasks);

    /// What was consumed, told apart by how it is bought; the same amounts in all.
    default Usage bought(Usage usage) {
        return usage;
    }

    /// What is paid for.
    List<Charge> charges();

    /// What it takes of people's time.
    EffortCoefficients effort();

    /// The option as resolved settings describe it.
    ///
    /// @param instanceTypes finds an instance type by name; the settings' types are known to exist
    static HostingOption of(OptionId id, Settings settings, Function<String, InstanceType> instanceTypes) {
        return switch (id) {
            case BEANSTALK ->
                new ElasticBeanstalk(settings, instanceTypes.apply(settings.get(BeanstalkParameters.INSTANCE_TYPE)));
            case ECS_EC2 -> new EcsOnEc2(settings, instanceTypes.apply(settings.get(EcsOnEc2Parameters.INSTANCE_TYPE)));
            case FARGATE -> new EcsOnFargate(settings);
            case MANAGED_INSTANCES ->
                new EcsManagedInstances(
                        settings, instanceTypes.apply(settings.get(ManagedInstancesParameters.INSTANCE_TYPE)));
        };
    }
}
