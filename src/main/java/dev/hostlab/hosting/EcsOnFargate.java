package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.FargateSizes;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.FargateParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.Usage;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;

/// An ECS service on AWS Fargate: each task is rented by itself, starts from nothing and pulls its whole image.
///
/// A task is billed from the start of its image pull until it has stopped, the drain included. Launches are held to
/// a token bucket for the account and a rate for the service. Source: AWS Fargate user guide and ECS developer
/// guide, read 2026-11-23; times measured, see the settings. A share of the tasks may be bought as Spot, and
/// interrupted where the run plays that. The account's vCPU quota holds tasks back.
///
/// @param settings resolved settings
public record EcsOnFargate(Settings settings) implements HostingOption {

    private static final double MIB_PER_GIB = 1_024;
    /// Sizes are multiples of a quarter; a quota must not lose a task to a rounding error.
    private static final double SLACK = 1e-9;

    @Override
    public OptionId id() {
        return OptionId.FARGATE;
    }

    @Override
    public String setup() {
        return loop().inWords() + ", " + Wording.size(size());
    }

    @Override
    public List<Issue> issues() {
        return FargateSizes.issue(size()).map(issue -> issue.under("task")).stream()
                .toList();
    }

    @Override
    public FleetPlan fleetPlan(int initialTasks) {
        var stages = new Stages(settings);
        var base = new Latency.LogNormal(
                settings.get(FargateParameters.BASE_MEDIAN_SECONDS), settings.get(FargateParameters.BASE_P95_SECONDS));
        var loop = loop();
        var start = Stages.startUp(
                List.of(List.of(stages.stage("placement and network", base, false)), application(stages)),
                stages.registration(
                        settings.get(loop.ecs().registrationSeconds), settings.get(loop.ecs().healthIntervalSeconds)));
        var account = new LaunchLimit(
                "Fargate launch quota of the account",
                settings.get(FargateParameters.LAUNCH_BURST),
                settings.get(FargateParameters.LAUNCH_PER_SECOND));
        return new FleetPlan(
                unit(),
                loop.range(),
                loop.initialTasks(initialTasks),
                loop.routing(stages.isWeb()),
                start,
                loop.drain(stages.isWeb()),
                List.of(account, loop.launches()),
                loop.scaling(),
                new Rented.PerUnit(capacity(), BillingClock.FARGATE_LINUX, quota()),
                new SharedCharges(settings).front(),
                loop.health())
                .meeting(rollouts()
                        .plan(
                                rollouts().rolling("retired tasks replaced"),
                                settings.get(FargateParameters.SPOT_SHARE)));
    }

    @Override
    public Usage bought(Usage usage) {
        var share = settings.get(FargateParameters.SPOT_SHARE);
        return share == 0
                ? usage
                : new SpotMix(settings.get(FargateParameters.ON_DEMAND_BASE), 1 - share).applyTo(usage);
    }

    @Override
    public List<Charge> charges() {
        var loop = loop();
        var watching = loop.highResolution()
                ? new SharedCharges.Watching(0, loop.alarms(), loop.customMetrics())
                : new SharedCharges.Watching(loop.alarms(), 0, loop.customMetrics());
        return new SharedCharges(settings).all(watching, true);
    }

    @Override
    public EffortCoefficients effort() {
        return new EffortTable(settings, OptionEffort.FARGATE).coefficients();
    }

    private ServiceRollouts rollouts() {
        return new ServiceRollouts(settings, EcsParameters.FARGATE, EcsDeploymentParameters.FARGATE);
    }

    private ServiceLoop loop() {
        return new ServiceLoop(settings, EcsParameters.FARGATE);
    }

    private TaskSize size() {
        return new TaskSize(settings.get(TaskParameters.VCPU), settings.get(TaskParameters.MEMORY_GIB));
    }

    private UnitPlan unit() {
        return new UnitPlan(
                "task",
                settings.get(ServiceParameters.CONCURRENCY),
                size().vcpus(),
                size().memoryGib() * MIB_PER_GIB,
                1,
                settings.get(ServiceParameters.QUEUE_LIMIT));
    }

    private List<StartUp.Stage> application(Stages stages) {
        var application = new ArrayList<>(stages.application(pullRate()));
        var pull = application.getFirst();
        var crowding = settings.get(FargateParameters.PULL_CONCURRENCY_PENALTY);
        application.set(0, new StartUp.Stage(pull.name(), pull.latency(), pull.billed(), crowding));
        return application;
    }

    /// A larger task unpacks its image faster, within bounds; lazy loading and zstd take their parts off.
    private double pullRate() {
        var factor = Math.clamp(
                StrictMath.pow(size().vcpus(), settings.get(FargateParameters.PULL_VCPU_EXPONENT)),
                settings.get(FargateParameters.PULL_FACTOR_MIN),
                settings.get(FargateParameters.PULL_FACTOR_MAX));
        return settings.get(FargateParameters.PULL_MB_PER_SECOND) * factor / left();
    }

    private double left() {
        var lazy = settings.get(FargateParameters.SOCI)
                && settings.get(ServiceParameters.IMAGE_MB) > settings.get(FargateParameters.SOCI_FROM_MB);
        return (lazy ? settings.get(FargateParameters.SOCI_PULL_FACTOR) : 1)
                * (settings.get(FargateParameters.ZSTD) ? settings.get(FargateParameters.ZSTD_PULL_FACTOR) : 1);
    }

    /// Tasks that the account's vCPU quota holds.
    private int quota() {
        return (int) Math.min(
                Integer.MAX_VALUE, Math.floor(settings.get(FargateParameters.VCPU_QUOTA) / size().vcpus() + SLACK));
    }

    private Capacity capacity() {
        return new Capacity.Tasks(
                size(),
                Architecture.of(settings.get(TaskParameters.ARCHITECTURE)),
                settings.get(FargateParameters.EPHEMERAL_GIB),
                false);
    }
}
