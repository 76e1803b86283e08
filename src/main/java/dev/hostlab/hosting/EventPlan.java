package dev.hostlab.hosting;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What happens to a fleet besides load, and how its option takes it.
///
/// @param calendar      what happens when
/// @param deployment    how a new version goes out
/// @param configuration how a configuration change does
/// @param platform      how a platform update does
/// @param rotation      how a new prompt or secret does
/// @param evaluation    what versions, prompts and secrets have to pass
/// @param outages       what becomes of units that fail
/// @param people        what waits for somebody, and bad versions
public record EventPlan(
        EventCalendar calendar,
        Rollout deployment,
        Rollout configuration,
        Rollout platform,
        Rollout rotation,
        EvaluationStage evaluation,
        OutagePlan outages,
        People people) {

    private static final Rollout NOTHING =
            new Rollout.Rolling("rolling", 100, 200, new Rollout.Breaker(false, 1, 1, 0));

    /// Nothing happens.
    public static final EventPlan NONE = new EventPlan(
            EventCalendar.EMPTY,
            NOTHING,
            NOTHING,
            NOTHING,
            NOTHING,
            EvaluationStage.NONE,
            new OutagePlan(1, 0, 0, 0, 0, 0, OutagePlan.Spot.NONE),
            new People(0, 0, false));

    /// What waits for somebody.
    ///
    /// @param actSeconds        from a failure that nothing mends by itself until somebody has acted
    /// @param foundBadSeconds   after its start should have ended, until a unit of a bad version is given up
    /// @param failsAtOnce       whether a bad version ends as it starts; else it runs and fails health checks
    public record People(double actSeconds, double foundBadSeconds, boolean failsAtOnce) {}

    public EventPlan {
        requireNonNull(calendar, "calendar");
        requireNonNull(deployment, "deployment");
        requireNonNull(configuration, "configuration");
        requireNonNull(platform, "platform");
        requireNonNull(rotation, "rotation");
        requireNonNull(evaluation, "evaluation");
        requireNonNull(outages, "outages");
        requireNonNull(people, "people");
    }

    /// Whether anything happens at all.
    public boolean any() {
        return !calendar.isEmpty()
                || (outages.spot().share() > 0 && outages.spot().hazardPerMonth() > 0);
    }

    /// How a change of that kind goes out; null for what nobody wants.
    public @Nullable Rollout rollout(EventKind kind) {
        return switch (kind) {
            case DEPLOYMENT -> deployment;
            case CONFIGURATION -> configuration;
            case PLATFORM_UPDATE -> platform;
            case ROTATION -> rotation;
            case INSTANCE_FAILURE, ZONE_FAILURE, SPOT_INTERRUPTION -> null;
        };
    }
}
