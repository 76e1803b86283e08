package dev.hostlab.hosting;

import dev.hostlab.hosting.StartUp.Stage;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.usage.Capacity;
import java.util.ArrayList;
import java.util.List;

/// The stages that starts are made of, from settings.
///
/// @param settings resolved settings
record Stages(Settings settings) {

    private static final String GROUP_REACTS = "group reacts";
    private static final String HOOK = "lifecycle hook";

    /// An EC2 instance from the change of desired capacity until it is in service in its group. Pending time is not
    /// billed.
    List<Stage> instance() {
        var pending = settings.get(Ec2Parameters.PENDING_SECONDS);
        var median = Math.max(1, settings.get(Ec2Parameters.BOOT_MEDIAN_SECONDS) - pending);
        var p95 = Math.max(median, settings.get(Ec2Parameters.BOOT_P95_SECONDS) - pending);
        var boot = new Latency.Tailed(
                new Latency.LogNormal(median, p95),
                settings.get(Ec2Parameters.BOOT_TAIL_SHARE),
                Math.max(0, settings.get(Ec2Parameters.BOOT_TAIL_SECONDS) - pending));
        var stages = new ArrayList<>(List.of(
                stage(GROUP_REACTS, new Latency.Fixed(settings.get(Ec2Parameters.REACT_SECONDS)), false),
                stage("instance pending", new Latency.Fixed(pending), false),
                stage("operating system boots", boot, true)));
        var hook = settings.get(Ec2Parameters.LAUNCH_HOOK_SECONDS);
        if (hook > 0) {
            stages.add(stage(HOOK, new Latency.Fixed(hook), true));
        }
        return stages;
    }

    /// An EC2 instance that AWS launches by itself, from the request until it has booted; no group is in between.
    List<Stage> managedInstance() {
        return instance().stream()
                .filter(stage ->
                        !stage.name().equals(GROUP_REACTS) && !stage.name().equals(HOOK))
                .toList();
    }

    /// An instance of a warm pool, from the change of desired capacity until it runs.
    List<Stage> warmInstance() {
        var running = settings.get(Ec2Parameters.WARM_POOL_STATE).equals("running");
        var resume = running ? 0 : settings.get(Ec2Parameters.WARM_START_SECONDS);
        return List.of(
                stage(GROUP_REACTS, new Latency.Fixed(settings.get(Ec2Parameters.REACT_SECONDS)), false),
                stage("instance resumes", new Latency.Fixed(resume), true));
    }

    /// What an instance that waits in a warm pool costs.
    Capacity waiting(Capacity.Instances instances) {
        return settings.get(Ec2Parameters.WARM_POOL_STATE).equals("running")
                ? instances
                : new Capacity.Stopped(instances.instanceType(), instances.rootVolumeGib());
    }

    /// The application starts.
    Stage applicationStart() {
        return stage("application starts", new Latency.Fixed(settings.get(ServiceParameters.START_SECONDS)), true);
    }

    /// The image is fetched and the application starts.
    List<Stage> application(double pullMbPerSecond) {
        var pull = settings.get(ServiceParameters.IMAGE_MB) / pullMbPerSecond;
        return List.of(stage("image pull", new Latency.Fixed(pull), true), applicationStart());
    }

    /// The image is there already and the application starts.
    List<Stage> cachedApplication(double unpackSeconds) {
        return List.of(stage("image from cache", new Latency.Fixed(unpackSeconds), true), applicationStart());
    }

    /// The load balancer learns of a unit and its first health check passes; nothing for workers that pull.
    List<Stage> registration(double registrationSeconds, double healthIntervalSeconds) {
        if (!isWeb()) {
            return List.of();
        }
        var response = settings.get(LoadBalancerParameters.HEALTH_CHECK_RESPONSE_SECONDS);
        return List.of(
                stage("registration", new Latency.Fixed(registrationSeconds), true),
                stage("first health check", new Latency.Uniform(response, healthIntervalSeconds + response), true));
    }

    Stage stage(String name, Latency latency, boolean billed) {
        var median = settings.get(RunParameters.START_TIMES).equals("median");
        return new Stage(name, median ? new Latency.Fixed(latency.at(0.5)) : latency, billed);
    }

    boolean isWeb() {
        return settings.get(ServiceParameters.KIND).equals("web");
    }

    /// A start whose last stages are the registration.
    static StartUp startUp(List<List<Stage>> before, List<Stage> registration) {
        var stages = new ArrayList<Stage>();
        before.forEach(stages::addAll);
        var registrationFrom = stages.size();
        stages.addAll(registration);
        return new StartUp(stages, registrationFrom);
    }
}
