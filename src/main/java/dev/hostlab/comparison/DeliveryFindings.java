package dev.hostlab.comparison;

import dev.hostlab.effort.Coefficient;
import dev.hostlab.effort.EffortLedger;
import dev.hostlab.effort.EffortReport;
import dev.hostlab.effort.EvaluationGate;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.Settings;
import java.util.Optional;

/// Works out what evaluations and rotations cost an option. Nothing of it is simulated: rates a month, minutes, and
/// the medians of what a rollout waits for.
///
/// @param option   the option
/// @param settings resolved settings
record DeliveryFindings(HostingOption option, Settings settings) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MEDIAN = 0.5;

    /// Empty where there is neither evaluation nor rotation.
    Optional<Delivery> of(EffortReport effort) {
        var gate = EvaluationGate.of(settings);
        if (!gate.isThere()) {
            return Optional.empty();
        }
        var deployments = settings.get(EffortParameters.DEPLOYMENTS_PER_MONTH);
        var rollout = rolloutMinutes();
        var once = gate.passedAfterMinutes() + rollout;
        var coefficients = option.effort();
        var lead = once
                + coefficients.value(Coefficient.DEPLOY_FAILURE_SHARE)
                        * (coefficients.value(Coefficient.FAILED_DEPLOY_MINUTES) + once);
        return Optional.of(new Delivery(
                gate.evaluations(deployments),
                gate.failed(deployments),
                gate.tokens(deployments),
                gate.usd(deployments),
                hours(effort),
                rollout,
                lead));
    }

    private static double hours(EffortReport effort) {
        return effort.chores().stream()
                .filter(chore -> EffortLedger.OF_THE_GATE.contains(chore.chore()))
                .mapToDouble(chore -> chore.hours())
                .sum();
    }

    private double rolloutMinutes() {
        var plan = option.fleetPlan(0);
        var start = plan.start().stages().stream()
                .mapToDouble(stage -> stage.latency().at(MEDIAN))
                .sum();
        return (start + plan.drain().drainSeconds() + plan.drain().stopSeconds()) / SECONDS_PER_MINUTE;
    }
}
