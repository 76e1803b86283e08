package dev.hostlab.settings;

import dev.hostlab.validation.Issue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every parameter there is, in the order in which people should read them.
public final class Catalogue {

    /// Parameters that belong together on a screen.
    ///
    /// @param title what people call the group
    public record Group(String title, List<Parameter<?>> parameters) {

        public Group {
            parameters = List.copyOf(parameters);
        }
    }

    public static final List<Group> GROUPS = List.of(
            new Group("Run", RunParameters.ALL),
            new Group("Service", ServiceParameters.ALL),
            new Group("Clients and traffic", TrafficParameters.ALL),
            new Group("Client retries", ClientParameters.ALL),
            new Group("Model provider and tenants", ProviderParameters.ALL),
            new Group("Task and capacity", TaskParameters.ALL),
            new Group("Queue", QueueParameters.ALL),
            new Group("Queue: delivery", DeliveryParameters.ALL),
            new Group("Crashes", CrashParameters.ALL),
            new Group("Events", EventParameters.ALL),
            new Group("Elastic Beanstalk", BeanstalkParameters.ALL),
            new Group("Elastic Beanstalk: more policies", BeanstalkTriggerParameters.ALL),
            new Group("Elastic Beanstalk: instances", BeanstalkLifeParameters.ALL),
            new Group("Elastic Beanstalk: deployments", BeanstalkDeploymentParameters.ALL),
            new Group("ECS on EC2: service", EcsParameters.ECS_EC2.all()),
            new Group("ECS on EC2: more policies", EcsPolicyParameters.ECS_EC2.all()),
            new Group("ECS on EC2: deployments", EcsDeploymentParameters.ECS_EC2.all()),
            new Group("ECS on EC2: instances", EcsOnEc2Parameters.ALL),
            new Group("ECS on Fargate: service", EcsParameters.FARGATE.all()),
            new Group("ECS on Fargate: more policies", EcsPolicyParameters.FARGATE.all()),
            new Group("ECS on Fargate: deployments", EcsDeploymentParameters.FARGATE.all()),
            new Group("ECS on Fargate: tasks", FargateParameters.ALL),
            new Group("ECS Managed Instances: service", EcsParameters.MANAGED_INSTANCES.all()),
            new Group("ECS Managed Instances: more policies", EcsPolicyParameters.MANAGED_INSTANCES.all()),
            new Group("ECS Managed Instances: deployments", EcsDeploymentParameters.MANAGED_INSTANCES.all()),
            new Group("ECS Managed Instances: instances", ManagedInstancesParameters.ALL),
            new Group("Elastic Beanstalk: Spot", SpotParameters.BEANSTALK.all()),
            new Group("ECS on EC2: Spot", SpotParameters.ECS_EC2.all()),
            new Group("EC2", Ec2Parameters.ALL),
            new Group("Load balancer", LoadBalancerParameters.ALL),
            new Group("CloudWatch", CloudWatchParameters.ALL),
            new Group("Billing", BillingParameters.ALL),
            new Group("Effort", EffortParameters.ALL),
            new Group("Evaluation gate", EvaluationParameters.ALL),
            new Group("Studies", StudyParameters.ALL));

    public static final List<Parameter<?>> ALL = GROUPS.stream()
            .<Parameter<?>>flatMap(group -> group.parameters().stream())
            .toList();

    private static final Map<String, Parameter<?>> BY_PATH = byPath();

    private Catalogue() {}

    public static Optional<Parameter<?>> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /// The issue about a path that no parameter has, naming the one that was probably meant.
    public static Issue unknown(String path) {
        return new Issue(path, "There is no such setting.", new MeantSetting(path, ALL).advice());
    }

    private static Map<String, Parameter<?>> byPath() {
        var parameters = new LinkedHashMap<String, Parameter<?>>();
        for (var parameter : ALL) {
            if (parameters.put(parameter.path(), parameter) != null) {
                throw new IllegalStateException("Two parameters are called " + parameter.path());
            }
        }
        return Collections.unmodifiableMap(parameters);
    }
}
