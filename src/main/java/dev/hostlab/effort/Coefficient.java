package dev.hostlab.effort;

import dev.hostlab.settings.Certainty;

/// The numbers of the effort model. Their values differ by hosting option and stand in [EffortCoefficients];
/// what they mean and may be stands here. All are assumed: no independent measurement of hours an instance and
/// month was found.
public enum Coefficient {
    FIXED_HOURS("fixedHours", "Keeping an environment, whatever its size", "h/month", 0, 6),
    HOURS_PER_HOST("hoursPerHost", "Looking after hosts, × hosts^exponent", "h/month", 0, 3),
    HOST_EXPONENT("hostExponent", "How work grows with the number of hosts", "", 0.5, 1),
    DEPLOY_MINUTES("deployMinutes", "Attending a deployment", "min", 1, 30),
    DEPLOY_FAILURE_SHARE("deployFailureShare", "Deployments that fail", "share", 0, 0.15),
    FAILED_DEPLOY_MINUTES("failedDeployMinutes", "A failed deployment and its rollback", "min", 10, 240),
    CONFIGURATION_CHANGES("configurationChangesPerMonth", "Changes of configuration", "a month", 0, 100),
    UPDATE_FAILURE_SHARE("updateFailureShare", "Configuration and platform updates that fail", "share", 0, 0.1),
    FAILED_UPDATE_MINUTES("failedUpdateMinutes", "A failed configuration or platform update", "min", 30, 480),
    PATCHES("patchesPerMonth", "Patch cycles of hosts or platform", "a month", 0, 31),
    PATCH_MINUTES("patchMinutes", "A patch cycle", "min", 0, 240),
    PATCH_MINUTES_PER_HOST("patchMinutesPerHost", "A patch cycle, for each host", "min", 0, 10),
    AGENT_UPGRADES("agentUpgradesPerMonth", "Upgrades of agent or host image", "a month", 0, 31),
    AGENT_UPGRADE_MINUTES("agentUpgradeMinutes", "An upgrade of agent or host image", "min", 0, 120),
    PAGE_MINUTES("pageMinutes", "Answering a page: the SLO missed for more than 10 minutes", "min", 15, 120),
    LOG_HUNT_MINUTES("logHuntMinutes", "Hunting through logs, for each page", "min", 0, 60),
    TUNING_MINUTES("tuningMinutes", "Tuning the scaling policy, for each day with a page", "min", 0, 120),
    RIGHT_SIZING_MINUTES("rightSizingMinutes", "The monthly review of sizes", "min", 0, 240),
    STRANDED_REVIEW_MINUTES("strandedReviewMinutes", "The monthly review of stranded capacity", "min", 0, 120),
    REPLACEMENT_MINUTES("replacementMinutes", "Replacing a failed instance, on average", "min", 0, 60),
    SPOT_MINUTES("spotInterruptionMinutes", "Looking after a Spot interruption, on average", "min", 0, 60),
    AUTOMATED_SHARE("automatedShare", "Counted chores that need no person", "share", 0, 1);

    private final String id;
    private final String meaning;
    private final String unit;
    private final double low;
    private final double high;

    Coefficient(String id, String meaning, String unit, double low, double high) {
        this.id = id;
        this.meaning = meaning;
        this.unit = unit;
        this.low = low;
        this.high = high;
    }

    /// The last part of the setting's path: `<option>.effort.<id>`.
    public String id() {
        return id;
    }

    /// What the number is, for people.
    public String meaning() {
        return meaning;
    }

    /// Unit, empty where it has none.
    public String unit() {
        return unit;
    }

    /// The least that it may be; also what the low estimate takes if [#isGuess()].
    public double low() {
        return low;
    }

    /// The most that it may be; also what the high estimate takes if [#isGuess()].
    public double high() {
        return high;
    }

    public Certainty certainty() {
        return Certainty.ASSUMED;
    }

    /// Whether the value is a guess that spans its range, rather than a team's own habit that it knows.
    public boolean isGuess() {
        return switch (this) {
            case CONFIGURATION_CHANGES, PATCHES, AGENT_UPGRADES, AUTOMATED_SHARE -> false;
            case FIXED_HOURS,
                    HOURS_PER_HOST,
                    HOST_EXPONENT,
                    DEPLOY_MINUTES,
                    DEPLOY_FAILURE_SHARE,
                    FAILED_DEPLOY_MINUTES,
                    UPDATE_FAILURE_SHARE,
                    FAILED_UPDATE_MINUTES,
                    PATCH_MINUTES,
                    PATCH_MINUTES_PER_HOST,
                    AGENT_UPGRADE_MINUTES,
                    PAGE_MINUTES,
                    LOG_HUNT_MINUTES,
                    TUNING_MINUTES,
                    RIGHT_SIZING_MINUTES,
                    STRANDED_REVIEW_MINUTES,
                    REPLACEMENT_MINUTES,
                    SPOT_MINUTES -> true;
        };
    }
}
