package dev.hostlab.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A situation in which settings may act.
///
/// @param counts  requests a minute
/// @param choices what is set besides the standards
record Situation(double[] counts, Map<String, String> choices) {

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("service.preset", "json-api"),
            Map.entry("service.cpuMsPerRequest", "5000"),
            Map.entry("service.upstreamMs", "500"),
            Map.entry("service.concurrency", "4"),
            Map.entry("service.imageMb", "300"),
            Map.entry("service.memoryMbPerRequest", "300"),
            Map.entry("service.memoryMbBase", "300"),
            Map.entry("service.clientTimeoutSeconds", "120"),
            Map.entry("task.vcpu", "1"),
            Map.entry("task.memoryGiB", "2"),
            Map.entry("capacity.min", "2"),
            Map.entry("capacity.max", "16"));

    /// All of them.
    static final List<Situation> ALL = List.of(
            new Situation(surge(), "preset=tuned"),
            new Situation(surge(), "preset=aws-defaults", "fargate.spotShare=0.5"),
            new Situation(surge(), "beanstalk.instanceType=t3.medium", "beanstalk.spot.enabled=true"),
            new Situation(surge(), "ecs-ec2.spot.enabled=true", "ecs-ec2.spot.onDemandAboveBasePercent=50"),
            new Situation(
                    surge(),
                    "beanstalk.scaling.policy=step",
                    "beanstalk.scaling.steps=..0=-10; 0..=10",
                    "beanstalk.scaling.stepAdjustment=PercentChangeInCapacity",
                    "ecs-ec2.scaling.policy=step",
                    "ecs-ec2.scaling.steps=..0=-10; 0..=10",
                    "ecs-ec2.scaling.stepAdjustment=PercentChangeInCapacity",
                    "fargate.scaling.policy=step",
                    "fargate.scaling.steps=..0=-10; 0..=10",
                    "fargate.scaling.stepAdjustment=PercentChangeInCapacity"),
            new Situation(
                    surge(),
                    "beanstalk.scaling.policy=step",
                    "ecs-ec2.scaling.policy=step",
                    "fargate.scaling.policy=step"),
            new Situation(
                    ramp(),
                    "beanstalk.scaling.policy=target-tracking",
                    "beanstalk.scaling.schedule=daily 00:03 min=3",
                    "ecs-ec2.scaling.second.metric=requests-per-target",
                    "ecs-ec2.scaling.second.target=4",
                    "ecs-ec2.scaling.schedule=daily 00:03 min=6",
                    "fargate.scaling.second.metric=requests-per-target",
                    "fargate.scaling.second.target=4",
                    "fargate.scaling.schedule=daily 00:03 min=6"),
            new Situation(
                    days(),
                    "beanstalk.scaling.predictive.mode=forecast-and-scale",
                    "ecs-ec2.scaling.predictive.mode=forecast-and-scale",
                    "fargate.scaling.predictive.mode=forecast-and-scale"),
            new Situation(
                    afterANight(),
                    "service.kind=queue-worker",
                    "ecs-ec2.scaling.metric=queue-backlog",
                    "fargate.scaling.metric=queue-backlog"),
            new Situation(
                    surge(),
                    "service.kind=queue-worker",
                    "queue.visibilityTimeoutSeconds=10",
                    "queue.failureShare=0.2",
                    "queue.poisonShare=0.01"),
            new Situation(
                    surge(), "service.clientTimeoutSeconds=20", "client.retry.attempts=3", "client.retry.quota=500"),
            new Situation(
                    surge(), "client.retry.attempts=4", "provider.requestsPerMinute=30", "provider.retry.attempts=1"),
            new Situation(
                    surge(),
                    "service.crashesPerMonth=2000",
                    "service.imageMb=900",
                    "task.vcpu=4",
                    "task.memoryGiB=8",
                    "beanstalk.healthType=elb",
                    "beanstalk.routing=round-robin",
                    "beanstalk.warmPoolInstances=2",
                    "ecs-ec2.routing=round-robin",
                    "ecs-ec2.warmPoolInstances=2",
                    "ecs-ec2.placement=spread",
                    "ecs-ec2.managedTerminationProtection=false",
                    "ecs-ec2.provisioningLimit=1",
                    "fargate.routing=round-robin",
                    "fargate.soci=true",
                    "fargate.zstd=true",
                    "fargate.pullConcurrencyPenalty=10",
                    "alb.slowStartSeconds=120",
                    "alb.idleTimeoutSeconds=60",
                    "alb.targetKeepAliveSeconds=2"),
            new Situation(
                    surge(),
                    "capacity.max=100",
                    "beanstalk.trigger.upperIncrement=50",
                    "ecs-ec2.highResolutionMetrics=true",
                    "fargate.highResolutionMetrics=true",
                    "fargate.launchBurst=1"),
            new Situation(
                    surge(),
                    "task.vcpu=0.5",
                    "task.memoryGiB=3.9",
                    "beanstalk.instanceType=m7i.large",
                    "ecs-ec2.instanceType=m7i.large"),
            new Situation(
                    surge(),
                    "service.crashesPerMonth=2000",
                    "task.vcpu=0.25",
                    "task.memoryGiB=2",
                    "fargate.vcpuQuota=2",
                    "beanstalk.environmentType=single-instance"),
            new Situation(surge(), "capacity.min=8", "events.deploymentsAt=0.5, 1.5 bad", "events.personMinutes=20"),
            new Situation(
                    surge(),
                    "events.deploymentsAt=0.5 bad",
                    "events.badVersion=crash",
                    "events.personMinutes=20",
                    "capacity.min=8",
                    "ecs-ec2.deployment.circuitBreaker=true",
                    "fargate.deployment.circuitBreaker=true"),
            new Situation(
                    surge(),
                    "events.deploymentsAt=0.5 bad",
                    "beanstalk.deployment.policy=traffic-splitting",
                    "ecs-ec2.deployment.circuitBreaker=true",
                    "fargate.deployment.circuitBreaker=true"),
            new Situation(
                    surge(),
                    "events.deploymentsAt=0.1",
                    "capacity.min=4",
                    "beanstalk.deployment.policy=traffic-splitting",
                    "ecs-ec2.deployment.strategy=linear",
                    "fargate.deployment.strategy=linear"),
            new Situation(
                    surge(),
                    "events.deploymentsAt=0.2",
                    "events.rotationsAt=1.2",
                    "beanstalk.deployment.policy=url-swap",
                    "beanstalk.configurationUpdate.type=health",
                    "capacity.min=4"),
            new Situation(
                    surge(),
                    "events.configurationChangesAt=0.5",
                    "capacity.min=8",
                    "beanstalk.configurationUpdate.type=time"),
            new Situation(
                    surge(), "events.configurationChangesAt=0.5 bad", "beanstalk.configurationUpdate.type=health"));

    private Situation(double[] counts, String... more) {
        this(counts, choices(more));
    }

    private static Map<String, String> choices(String... more) {
        var all = new LinkedHashMap<>(COMMON);
        for (var choice : more) {
            var parts = choice.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return all;
    }

    private static double[] surge() {
        var counts = new double[150];
        Arrays.fill(counts, 12);
        Arrays.fill(counts, 20, 75, 100);
        return counts;
    }

    private static double[] ramp() {
        var counts = new double[240];
        for (var minute = 0; minute < counts.length; minute++) {
            counts[minute] = 12 + Math.max(0, 80 - Math.abs(minute - 90)) + minute * 7 % 16;
        }
        return counts;
    }

    private static double[] days() {
        var counts = new double[2 * 1_440 + 660];
        for (var minute = 0; minute < counts.length; minute++) {
            counts[minute] = minute % 1_440 / 60 == 10 ? 6 + 20 * (1 + minute / 1_440) : 2;
        }
        return counts;
    }

    private static double[] afterANight() {
        var counts = new double[9 * 60];
        Arrays.fill(counts, 0, 10, 40);
        Arrays.fill(counts, 8 * 60, 8 * 60 + 30, 80);
        return counts;
    }
}
