package dev.hostlab.cli;

import static dev.hostlab.cli.ReplayFlag.COOLDOWN;
import static dev.hostlab.cli.ReplayFlag.DATAPOINTS;
import static dev.hostlab.cli.ReplayFlag.EVALUATION_PERIODS;
import static dev.hostlab.cli.ReplayFlag.HIGH_POINTS;
import static dev.hostlab.cli.ReplayFlag.IN_COOLDOWN;
import static dev.hostlab.cli.ReplayFlag.IN_FRACTION;
import static dev.hostlab.cli.ReplayFlag.LAUNCH;
import static dev.hostlab.cli.ReplayFlag.LOWER;
import static dev.hostlab.cli.ReplayFlag.LOWER_INCREMENT;
import static dev.hostlab.cli.ReplayFlag.LOW_FACTOR;
import static dev.hostlab.cli.ReplayFlag.LOW_POINTS;
import static dev.hostlab.cli.ReplayFlag.MAX;
import static dev.hostlab.cli.ReplayFlag.MAX_STEP;
import static dev.hostlab.cli.ReplayFlag.MIN;
import static dev.hostlab.cli.ReplayFlag.MIN_STEP;
import static dev.hostlab.cli.ReplayFlag.OUT_COOLDOWN;
import static dev.hostlab.cli.ReplayFlag.PERIOD;
import static dev.hostlab.cli.ReplayFlag.PUBLISH_DELAY;
import static dev.hostlab.cli.ReplayFlag.START;
import static dev.hostlab.cli.ReplayFlag.TARGET;
import static dev.hostlab.cli.ReplayFlag.TERMINATE;
import static dev.hostlab.cli.ReplayFlag.THRESHOLD;
import static dev.hostlab.cli.ReplayFlag.UPPER;
import static dev.hostlab.cli.ReplayFlag.UPPER_INCREMENT;
import static dev.hostlab.cli.ReplayFlag.WARMUP;

import dev.hostlab.files.SeriesReading;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.CooldownChain;
import dev.hostlab.scaling.InstanceWarmUp;
import dev.hostlab.scaling.ManagedScaler;
import dev.hostlab.scaling.ManagedScaling;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.Scaler;
import dev.hostlab.scaling.SimpleScaler;
import dev.hostlab.scaling.SimpleScaling;
import dev.hostlab.scaling.StepScaler;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.TargetTracker;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.replay.MetricSeries;
import dev.hostlab.scaling.replay.PolicyConfig;
import dev.hostlab.scaling.replay.ProviderReplay;
import dev.hostlab.scaling.replay.Replayed;
import dev.hostlab.scaling.replay.ScalerReplay;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.BeanstalkTriggerParameters;
import dev.hostlab.settings.Ec2Parameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import java.util.Optional;

/// A replay with everything decided: the user's flags over the policy file's values over AWS's defaults.
///
/// @param service whose policy it is
/// @param flags   the user's numbers, all fine
/// @param policy  what the policy file says; empty where --target or the service itself says it all
/// @param missing what alarms take a period without a point for
/// @param sample  which value of the metric target tracking takes
record ReplayPlan(
        ReplayService service,
        ReplayFlags flags,
        Optional<PolicyConfig> policy,
        MissingData missing,
        TargetTracking.Sample sample) {

    private static final int MINUTE = 60;
    private static final EcsParameters ECS = EcsParameters.FARGATE;

    CapacityRange range() {
        var minimum = flags.whole(MIN, service.minimum());
        return new CapacityRange(minimum, flags.whole(MAX, Math.max(minimum, service.maximum())));
    }

    int start() {
        return flags.whole(START, range().minimum());
    }

    /// Seconds of one point: as given, or the shortest distance of two rows.
    int period(SeriesReading series) {
        var single = service == ReplayService.BEANSTALK
                ? MINUTE * BeanstalkParameters.MONITORING_MINUTES.standard()
                : MINUTE;
        return service == ReplayService.CAPACITY_PROVIDER ? MINUTE : flags.whole(PERIOD, series.spacingSeconds(single));
    }

    Replayed run(SeriesReading reading) {
        var series = new MetricSeries(period(reading), reading.points());
        if (service == ReplayService.CAPACITY_PROVIDER) {
            return new ProviderReplay(new ManagedScaler(provider()), series, start()).run();
        }
        var timing = new ScalerReplay.Timing(flags.whole(PUBLISH_DELAY, 0), launchSeconds(), terminateSeconds());
        return new ScalerReplay(scaler(series.periodSeconds()), series, start(), timing).run();
    }

    private Scaler scaler(int period) {
        if (service == ReplayService.BEANSTALK) {
            return new SimpleScaler(trigger());
        }
        return switch (policy.orElseGet(this::targetFromFlag)) {
            case PolicyConfig.Target target -> new TargetTracker(tracking(target, period), pacing());
            case PolicyConfig.Step step -> new StepScaler(steps(step), pacing());
        };
    }

    private PolicyConfig targetFromFlag() {
        return new PolicyConfig.Target(
                flags.real(TARGET, 1), Optional.empty(), true, PolicyConfig.Cooldowns.NONE, Optional.empty());
    }

    private Pacing pacing() {
        if (service == ReplayService.ECS) {
            return new CooldownChain();
        }
        var warmup = policy.flatMap(PolicyConfig::warmupSeconds)
                .orElse(BeanstalkTriggerParameters.WARMUP_SECONDS.standard());
        return new InstanceWarmUp(launchSeconds(), flags.whole(WARMUP, warmup), terminateSeconds());
    }

    private TargetTracking tracking(PolicyConfig.Target given, int period) {
        var group = service == ReplayService.ASG;
        var cpu = given.metric().map(name -> name.contains("CPUUtilization")).orElse(true);
        var lowFactor = group && cpu ? BeanstalkTriggerParameters.LOW_FACTOR : ECS.lowFactor;
        var low = lowSeconds() / Math.min(period, MINUTE);
        return new TargetTracking(
                given.target(),
                range(),
                flags.whole(OUT_COOLDOWN, given.cooldowns().out().orElse(ECS.outCooldownSeconds.standard())),
                flags.whole(IN_COOLDOWN, given.cooldowns().in().orElse(ECS.inCooldownSeconds.standard())),
                new TargetTracking.AlarmShape(
                        flags.whole(HIGH_POINTS, ECS.highPoints.standard()),
                        flags.whole(LOW_POINTS, low),
                        flags.real(LOW_FACTOR, lowFactor.standard())),
                flags.real(
                        IN_FRACTION,
                        (group ? BeanstalkTriggerParameters.SCALE_IN_MAX_FRACTION : ECS.scaleInMaxFraction).standard()),
                new TargetTracking.Rules(given.scaleIn(), sample, missing));
    }

    private StepScaling steps(PolicyConfig.Step given) {
        var periods = flags.whole(EVALUATION_PERIODS, flags.whole(DATAPOINTS, 1));
        var cooldown = given.cooldown().orElse(ECS.outCooldownSeconds.standard());
        return new StepScaling(
                flags.real(THRESHOLD, 0),
                given.steps(),
                given.type(),
                given.minMagnitude(),
                range(),
                new StepScaling.Points(flags.whole(DATAPOINTS, periods), periods, missing),
                new Pacing.Pause(flags.whole(OUT_COOLDOWN, cooldown), flags.whole(IN_COOLDOWN, cooldown)));
    }

    private SimpleScaling trigger() {
        return new SimpleScaling(
                flags.real(UPPER, BeanstalkParameters.TRIGGER_UPPER.standard()),
                flags.real(LOWER, BeanstalkParameters.TRIGGER_LOWER.standard()),
                flags.whole(EVALUATION_PERIODS, 1),
                flags.whole(UPPER_INCREMENT, 1),
                flags.whole(LOWER_INCREMENT, 1),
                range(),
                flags.whole(COOLDOWN, BeanstalkParameters.COOLDOWN_SECONDS.standard()));
    }

    private ManagedScaling provider() {
        var least = flags.whole(MIN_STEP, EcsOnEc2Parameters.MIN_STEP.standard());
        return new ManagedScaling(
                flags.real(TARGET, EcsOnEc2Parameters.TARGET_CAPACITY.standard()),
                range(),
                flags.whole(WARMUP, EcsOnEc2Parameters.INSTANCE_WARMUP_SECONDS.standard()),
                flags.whole(LOW_POINTS, EcsOnEc2Parameters.RESERVATION_LOW_POINTS.standard()),
                flags.real(IN_FRACTION, EcsOnEc2Parameters.SCALE_IN_MAX_FRACTION.standard()),
                EcsOnEc2Parameters.SCALE_IN_QUIET_SECONDS.standard(),
                new CapacityRange(
                        least, flags.whole(MAX_STEP, Math.max(least, EcsOnEc2Parameters.MAX_STEP.standard()))));
    }

    private static int lowSeconds() {
        return MINUTE * ECS.lowPoints.standard();
    }

    private int launchSeconds() {
        var booted = Ec2Parameters.REACT_SECONDS.standard() + Ec2Parameters.BOOT_MEDIAN_SECONDS.standard();
        return flags.whole(LAUNCH, service == ReplayService.BEANSTALK ? (int) booted : 0);
    }

    private int terminateSeconds() {
        return flags.whole(TERMINATE, (int) (double) BeanstalkParameters.TERMINATE_SECONDS.standard());
    }
}
