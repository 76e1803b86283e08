package dev.hostlab.hosting;

import dev.hostlab.effort.Coefficient;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.OptionEffort;
import dev.hostlab.settings.Settings;
import java.util.EnumMap;
import java.util.Map;

/// The effort model's numbers of one option, from settings.
///
/// @param settings resolved settings
/// @param option   the option's own parameters
record EffortTable(Settings settings, OptionEffort option) {

    private static final String SOURCE = "assumed by Hostlab, 2026-11-23; not measured";

    EffortCoefficients coefficients() {
        var values = new EnumMap<Coefficient, Double>(Coefficient.class);
        standing(values);
        delivery(values);
        upkeep(values);
        incidents(values);
        return new EffortCoefficients(values, SOURCE);
    }

    private void standing(Map<Coefficient, Double> values) {
        values.put(Coefficient.FIXED_HOURS, settings.get(option.fixedHours));
        values.put(Coefficient.HOURS_PER_HOST, settings.get(option.perHostHours));
        values.put(Coefficient.HOST_EXPONENT, settings.get(EffortParameters.HOST_EXPONENT));
        values.put(Coefficient.RIGHT_SIZING_MINUTES, settings.get(option.reviewMinutes));
        values.put(Coefficient.STRANDED_REVIEW_MINUTES, settings.get(option.strandedMinutes));
        values.put(Coefficient.AUTOMATED_SHARE, settings.get(EffortParameters.AUTOMATION));
    }

    private void delivery(Map<Coefficient, Double> values) {
        values.put(Coefficient.DEPLOY_MINUTES, settings.get(option.deployMinutes));
        values.put(Coefficient.DEPLOY_FAILURE_SHARE, settings.get(option.failedDeployShare));
        values.put(Coefficient.FAILED_DEPLOY_MINUTES, settings.get(option.failedDeployMinutes));
        values.put(Coefficient.CONFIGURATION_CHANGES, 1.0);
        values.put(Coefficient.UPDATE_FAILURE_SHARE, settings.get(option.failedUpdateShare));
        values.put(Coefficient.FAILED_UPDATE_MINUTES, settings.get(option.failedUpdateMinutes));
    }

    private void upkeep(Map<Coefficient, Double> values) {
        values.put(Coefficient.PATCHES, settings.get(option.patchesPerMonth));
        values.put(Coefficient.PATCH_MINUTES, settings.get(option.patchMinutes));
        values.put(Coefficient.PATCH_MINUTES_PER_HOST, settings.get(option.patchMinutesPerInstance));
        values.put(Coefficient.AGENT_UPGRADES, settings.get(option.agentUpgradesPerMonth));
        values.put(Coefficient.AGENT_UPGRADE_MINUTES, settings.get(option.agentUpgradeMinutes));
    }

    private void incidents(Map<Coefficient, Double> values) {
        values.put(Coefficient.PAGE_MINUTES, settings.get(option.pageMinutes));
        values.put(Coefficient.LOG_HUNT_MINUTES, settings.get(option.logHuntMinutes));
        values.put(Coefficient.TUNING_MINUTES, settings.get(option.tuningMinutes));
    }
}
