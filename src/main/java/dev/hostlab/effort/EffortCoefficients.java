package dev.hostlab.effort;

import static dev.hostlab.effort.Coefficient.AGENT_UPGRADES;
import static dev.hostlab.effort.Coefficient.AGENT_UPGRADE_MINUTES;
import static dev.hostlab.effort.Coefficient.CONFIGURATION_CHANGES;
import static dev.hostlab.effort.Coefficient.DEPLOY_FAILURE_SHARE;
import static dev.hostlab.effort.Coefficient.DEPLOY_MINUTES;
import static dev.hostlab.effort.Coefficient.FAILED_DEPLOY_MINUTES;
import static dev.hostlab.effort.Coefficient.FAILED_UPDATE_MINUTES;
import static dev.hostlab.effort.Coefficient.FIXED_HOURS;
import static dev.hostlab.effort.Coefficient.HOST_EXPONENT;
import static dev.hostlab.effort.Coefficient.HOURS_PER_HOST;
import static dev.hostlab.effort.Coefficient.LOG_HUNT_MINUTES;
import static dev.hostlab.effort.Coefficient.PAGE_MINUTES;
import static dev.hostlab.effort.Coefficient.PATCHES;
import static dev.hostlab.effort.Coefficient.PATCH_MINUTES;
import static dev.hostlab.effort.Coefficient.PATCH_MINUTES_PER_HOST;
import static dev.hostlab.effort.Coefficient.REPLACEMENT_MINUTES;
import static dev.hostlab.effort.Coefficient.RIGHT_SIZING_MINUTES;
import static dev.hostlab.effort.Coefficient.SPOT_MINUTES;
import static dev.hostlab.effort.Coefficient.STRANDED_REVIEW_MINUTES;
import static dev.hostlab.effort.Coefficient.TUNING_MINUTES;
import static dev.hostlab.effort.Coefficient.UPDATE_FAILURE_SHARE;
import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The effort model's numbers for one hosting option. A number that is left out is 0: the option has no such chore.
///
/// @param values the numbers, each within the range of its [Coefficient]
/// @param source where they come from, as shown beside each chore
public record EffortCoefficients(Map<Coefficient, Double> values, String source) {

    private static final String ASSUMED = "assumed by Hostlab, 2026-11-23; not measured";
    private static final String CALCULATOR = "AWS sample calculator for ECS Managed Instances "
            + "(aws-samples/sample-ecs-managed-instances-pricing-calculator@41ba68a0, 2026-05-26), its authors' assumption";

    /// What is the same wherever a container runs.
    private static final EffortCoefficients COMMON = nothing(ASSUMED)
            .with(HOST_EXPONENT, 0.7)
            .with(DEPLOY_MINUTES, 6)
            .with(DEPLOY_FAILURE_SHARE, 0.03)
            .with(FAILED_DEPLOY_MINUTES, 30)
            .with(CONFIGURATION_CHANGES, 1)
            .with(SPOT_MINUTES, 0.1)
            .with(UPDATE_FAILURE_SHARE, 0.02);

    /// Elastic Beanstalk with managed platform updates on.
    public static final EffortCoefficients BEANSTALK = COMMON.with(FIXED_HOURS, 1)
            .with(HOURS_PER_HOST, 0.4)
            .with(REPLACEMENT_MINUTES, 2)
            .with(DEPLOY_MINUTES, 10)
            .with(FAILED_DEPLOY_MINUTES, 60)
            .with(FAILED_UPDATE_MINUTES, 120)
            .with(PATCHES, 1)
            .with(PATCH_MINUTES, 20)
            .with(PAGE_MINUTES, 45)
            .with(LOG_HUNT_MINUTES, 15)
            .with(TUNING_MINUTES, 30)
            .with(RIGHT_SIZING_MINUTES, 30);

    /// Elastic Beanstalk where a person starts each platform update.
    public static final EffortCoefficients BEANSTALK_UNMANAGED = BEANSTALK.with(PATCH_MINUTES, 60);

    /// ECS on EC2: hosts, their image and their agent are the team's.
    public static final EffortCoefficients ECS_EC2 = COMMON.with(FIXED_HOURS, 2)
            .with(HOURS_PER_HOST, 1.2)
            .with(REPLACEMENT_MINUTES, 4.5)
            .with(FAILED_UPDATE_MINUTES, 90)
            .with(PATCHES, 2)
            .with(PATCH_MINUTES, 60)
            .with(PATCH_MINUTES_PER_HOST, 3)
            .with(AGENT_UPGRADES, 1)
            .with(AGENT_UPGRADE_MINUTES, 30)
            .with(PAGE_MINUTES, 45)
            .with(LOG_HUNT_MINUTES, 10)
            .with(TUNING_MINUTES, 40)
            .with(RIGHT_SIZING_MINUTES, 60)
            .with(STRANDED_REVIEW_MINUTES, 45);

    /// ECS on Fargate: AWS owns the hosts.
    public static final EffortCoefficients FARGATE = COMMON.with(FIXED_HOURS, 0.5)
            .with(SPOT_MINUTES, 0.05)
            .with(FAILED_UPDATE_MINUTES, 15)
            .with(PAGE_MINUTES, 30)
            .with(LOG_HUNT_MINUTES, 5)
            .with(TUNING_MINUTES, 20)
            .with(RIGHT_SIZING_MINUTES, 20);

    /// ECS Managed Instances: AWS patches and replaces hosts within 14 days.
    public static final EffortCoefficients MANAGED_INSTANCES = COMMON.with(FIXED_HOURS, 0.75)
            .with(HOURS_PER_HOST, 0.25)
            .with(REPLACEMENT_MINUTES, 0.5)
            .with(FAILED_UPDATE_MINUTES, 30)
            .with(PATCHES, 1)
            .with(PATCH_MINUTES, 5)
            .with(PAGE_MINUTES, 35)
            .with(LOG_HUNT_MINUTES, 5)
            .with(TUNING_MINUTES, 20)
            .with(RIGHT_SIZING_MINUTES, 20);

    /// The published flat rule for instances that a team manages itself: 2 hours an instance and month, nothing
    /// else.
    public static final EffortCoefficients PUBLISHED_SELF_MANAGED = published(2.0);

    /// The published flat rule for instances that AWS manages: half an hour an instance and month, nothing else.
    public static final EffortCoefficients PUBLISHED_MANAGED = published(0.5);

    public EffortCoefficients {
        values = ordered(values);
        requireNonNull(source, "source");
        values.forEach((coefficient, value) -> {
            if (!(value == 0 || (value >= 0 && value <= coefficient.high()))) {
                throw new IllegalArgumentException(
                        coefficient.id() + " is 0 to " + coefficient.high() + ", not " + value);
            }
        });
    }

    /// The value of a coefficient; 0 if the option has no such chore.
    public double value(Coefficient coefficient) {
        return values.getOrDefault(coefficient, 0.0);
    }

    /// The same with one number changed.
    public EffortCoefficients with(Coefficient coefficient, double value) {
        var changed = new EnumMap<Coefficient, Double>(Coefficient.class);
        changed.putAll(values);
        changed.put(coefficient, value);
        return new EffortCoefficients(changed, source);
    }

    /// The value with the ends of its range. A chore that an option does not have stays away at both ends.
    Band band(Coefficient coefficient) {
        var value = value(coefficient);
        if (value == 0 || !coefficient.isGuess()) {
            return Band.exactly(value);
        }
        return new Band(Math.min(coefficient.low(), value), value, Math.max(coefficient.high(), value));
    }

    private static EffortCoefficients published(double hoursPerHost) {
        return nothing(CALCULATOR).with(HOST_EXPONENT, 1).with(HOURS_PER_HOST, hoursPerHost);
    }

    /// An option without any chore.
    private static EffortCoefficients nothing(String source) {
        return new EffortCoefficients(new EnumMap<>(Coefficient.class), source);
    }

    private static Map<Coefficient, Double> ordered(Map<Coefficient, Double> values) {
        var ordered = new EnumMap<Coefficient, Double>(Coefficient.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }
}
