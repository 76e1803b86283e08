package dev.hostlab.effort;

import static java.util.Objects.requireNonNull;

import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.Incidents;
import java.util.List;
import java.util.stream.Stream;

/// Counts the chores of a month and weighs them: `hours = Σ count × minutes ÷ 60 + fixed + per host ×
/// hosts^exponent`.
///
/// Deployments, patches and upgrades go by their rate a month; pages and breach days of the horizon are scaled to a
/// month of 730 hours, where a horizon under a day counts as a day, lest one bad hour be taken for a bad month.
/// Failed instances, Spot interruptions and changes at given times that fail are counted from the run.
///
/// @param coefficients        of the hosting option
/// @param deploymentsPerMonth 0 or more
/// @param hourlyRateUsd       dollars an hour of people, 0 or more
/// @param strandedReviewShare stranded part of what is paid for above which somebody reviews it
public record EffortLedger(
        EffortCoefficients coefficients, double deploymentsPerMonth, double hourlyRateUsd, double strandedReviewShare) {

    private static final double HOURS_PER_MONTH = 730;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double HOURS_PER_DAY = 24;
    private static final double MINUTES_PER_HOUR = 60;

    public EffortLedger {
        requireNonNull(coefficients, "coefficients");
        if (!(deploymentsPerMonth >= 0) || !(hourlyRateUsd >= 0)) {
            throw new IllegalArgumentException(
                    "Deployments and rate are 0 or more: " + deploymentsPerMonth + ", " + hourlyRateUsd);
        }
    }

    /// The month's effort for a fleet that was watched for `horizonSeconds`, above 0.
    public EffortReport report(FleetHistory fleet, double horizonSeconds) {
        var chores =
                chores(fleet, timesAMonth(horizonSeconds)).filter(Chore::exists).toList();
        var hours = chores.stream().map(Chore::hours).toList();
        return new EffortReport(
                hours,
                hours.stream().mapToDouble(ChoreHours::hours).sum(),
                chores.stream().mapToDouble(Chore::lowHours).sum(),
                chores.stream().mapToDouble(Chore::highHours).sum(),
                hourlyRateUsd);
    }

    private Stream<Chore> chores(FleetHistory fleet, double timesAMonth) {
        return Stream.of(standing(fleet), delivery(fleet.incidents()), upkeep(fleet), incidents(fleet, timesAMonth), failures(fleet.incidents()), reviews(fleet))
                .flatMap(List::stream);
    }

    private List<Chore> standing(FleetHistory fleet) {
        var once = Band.exactly(1);
        return List.of(
                new Chore("Keep the environment", once, inMinutes(Coefficient.FIXED_HOURS), coefficients.source()),
                new Chore(
                        "Look after hosts (count: hosts to the power of "
                                + coefficients.value(Coefficient.HOST_EXPONENT) + ")",
                        scaled(fleet.meanInstances()),
                        inMinutes(Coefficient.HOURS_PER_HOST),
                        coefficients.source()));
    }

    private List<Chore> delivery(Incidents incidents) {
        var deployments = Band.exactly(deploymentsPerMonth);
        var updates = band(Coefficient.PATCHES)
                .plus(band(Coefficient.AGENT_UPGRADES))
                .plus(band(Coefficient.CONFIGURATION_CHANGES));
        return List.of(
                counted("Attend deployments", deployments, Coefficient.DEPLOY_MINUTES),
                counted(
                        "Mend failed deployments",
                        deployments
                                .times(band(Coefficient.DEPLOY_FAILURE_SHARE))
                                .plus(Band.exactly(incidents.failedDeployments())),
                        Coefficient.FAILED_DEPLOY_MINUTES),
                counted(
                        "Mend failed configuration and platform updates",
                        updates.times(band(Coefficient.UPDATE_FAILURE_SHARE))
                                .plus(Band.exactly(incidents.failedUpdates())),
                        Coefficient.FAILED_UPDATE_MINUTES));
    }

    private List<Chore> upkeep(FleetHistory fleet) {
        var patches = band(Coefficient.PATCHES);
        return List.of(
                counted("Run patch cycles", patches, Coefficient.PATCH_MINUTES),
                counted("Patch each host", patches.times(fleet.meanInstances()), Coefficient.PATCH_MINUTES_PER_HOST),
                counted(
                        "Upgrade agent and host image",
                        band(Coefficient.AGENT_UPGRADES),
                        Coefficient.AGENT_UPGRADE_MINUTES));
    }

    private List<Chore> incidents(FleetHistory fleet, double timesAMonth) {
        var pages = Band.exactly(fleet.breachEpisodes() * timesAMonth);
        var badDays = Band.exactly(fleet.breachDays() * timesAMonth);
        return List.of(
                counted("Answer pages", pages, Coefficient.PAGE_MINUTES),
                counted("Hunt through logs", pages, Coefficient.LOG_HUNT_MINUTES),
                counted("Tune the scaling policy", badDays, Coefficient.TUNING_MINUTES));
    }

    /// Only what has happened: a run without failures has no such chores.
    private List<Chore> failures(Incidents incidents) {
        return Stream.of(
                        counted(
                                "Replace failed instances",
                                Band.exactly(incidents.instanceFailures()),
                                Coefficient.REPLACEMENT_MINUTES),
                        counted(
                                "Look after Spot interruptions",
                                Band.exactly(incidents.spotInterruptions()),
                                Coefficient.SPOT_MINUTES))
                .filter(chore -> chore.count().value() > 0)
                .toList();
    }

    private List<Chore> reviews(FleetHistory fleet) {
        var stranded = Band.exactly(fleet.strandedShare() > strandedReviewShare ? 1 : 0);
        return List.of(
                counted("Review sizes", Band.exactly(1), Coefficient.RIGHT_SIZING_MINUTES),
                counted("Review stranded capacity", stranded, Coefficient.STRANDED_REVIEW_MINUTES));
    }

    /// A chore of which automation takes its share.
    private Chore counted(String what, Band count, Coefficient minutes) {
        var byPeople = 1 - coefficients.value(Coefficient.AUTOMATED_SHARE);
        return new Chore(what, count.times(byPeople), band(minutes), coefficients.source());
    }

    private Band scaled(double hosts) {
        var exponent = band(Coefficient.HOST_EXPONENT);
        var value = StrictMath.pow(hosts, exponent.value());
        var oneEnd = StrictMath.pow(hosts, exponent.low());
        var otherEnd = StrictMath.pow(hosts, exponent.high());
        return new Band(
                Math.min(value, Math.min(oneEnd, otherEnd)), value, Math.max(value, Math.max(oneEnd, otherEnd)));
    }

    private Band inMinutes(Coefficient hours) {
        return band(hours).times(MINUTES_PER_HOUR);
    }

    private Band band(Coefficient coefficient) {
        return coefficients.band(coefficient);
    }

    private static double timesAMonth(double horizonSeconds) {
        return HOURS_PER_MONTH / Math.max(horizonSeconds / SECONDS_PER_HOUR, HOURS_PER_DAY);
    }
}
