package dev.hostlab.ui.workspace;

import dev.hostlab.settings.Catalogue;
import dev.hostlab.settings.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// In which order people meet the settings: the main ones open, everything else of the catalogue folded behind them.
record FormSections(List<Section> open, List<Section> folded) {

    /// Settings under one heading.
    record Section(String title, List<Parameter<?>> parameters) {

        Section {
            parameters = List.copyOf(parameters);
        }
    }

    private static final List<Section> OPEN = List.of(
            section("Workload", "horizonHours"),
            section(
                    "Service",
                    "service.preset",
                    "service.concurrency",
                    "service.cpuMsPerRequest",
                    "service.upstreamMs",
                    "service.imageMb",
                    "service.startSeconds"),
            section("Task", "task.vcpu", "task.memoryGiB", "task.architecture"),
            section("Capacity", "capacity.min", "capacity.max", "fargate.vcpuQuota"),
            section(
                    "Scaling",
                    "beanstalk.scaling.metric",
                    "beanstalk.scaling.target",
                    "beanstalk.networkOutUnit",
                    "ecs-ec2.scaling.metric",
                    "ecs-ec2.scaling.target",
                    "fargate.scaling.metric",
                    "fargate.scaling.target"),
            section("Objective", "slo.p95Ms"),
            section("People", "effort.hourlyRateUsd", "effort.deploymentsPerMonth"),
            section("Prices and run", "region", "options", "preset", "replications", "seed"));

    private static final String[] OF_THE_SERVICE = {
        "Service", "Clients and traffic", "Queue", "Crashes", "Task and capacity", "Run"
    };

    /// The form of the whole catalogue; every parameter is in it once.
    static FormSections standard() {
        var shown = new HashSet<String>();
        OPEN.forEach(section -> section.parameters().forEach(parameter -> shown.add(parameter.path())));
        var folded = new ArrayList<Section>();
        folded.add(rest("More of the service", shown, OF_THE_SERVICE));
        folded.add(rest("Client retries", shown, "Client retries"));
        folded.add(rest("Queue deliveries", shown, "Queue: delivery"));
        folded.add(rest("Model provider and tenants", shown, "Model provider and tenants"));
        folded.addAll(ofOptions(shown));
        folded.add(rest("EC2 and load balancer", shown, "EC2", "Load balancer", "CloudWatch"));
        for (var group : List.of("Events", "Billing", "Effort", "Evaluation gate", "Studies")) {
            folded.add(rest(group, shown, group));
        }
        return new FormSections(OPEN, folded);
    }

    private static List<Section> ofOptions(Set<String> shown) {
        return List.of(
                rest(
                        "Elastic Beanstalk",
                        shown,
                        "Elastic Beanstalk",
                        "Elastic Beanstalk: more policies",
                        "Elastic Beanstalk: deployments",
                        "Elastic Beanstalk: instances",
                        "Elastic Beanstalk: Spot"),
                service("ECS on EC2", shown),
                service("ECS on Fargate", shown),
                service("ECS Managed Instances", shown));
    }

    private static Section service(String option, Set<String> shown) {
        var groups = Stream.of("service", "more policies", "deployments", "instances", "tasks", "Spot");
        return rest(option, shown, groups.map(group -> option + ": " + group).toArray(String[]::new));
    }

    private static Section section(String title, String... paths) {
        var parameters = new ArrayList<Parameter<?>>();
        for (var path : paths) {
            parameters.add(Catalogue.find(path).orElseThrow());
        }
        return new Section(title, parameters);
    }

    private static Section rest(String title, Set<String> shown, String... groups) {
        var names = List.of(groups);
        var parameters = new ArrayList<Parameter<?>>();
        for (var group : Catalogue.GROUPS) {
            if (names.contains(group.title())) {
                group.parameters().stream()
                        .filter(parameter -> !shown.contains(parameter.path()))
                        .forEach(parameters::add);
            }
        }
        return new Section(title, parameters);
    }
}
