package dev.hostlab.settings;

import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.share;

import java.util.List;

/// How much of people's time one hosting option takes: minutes for each event, and hours every month.
///
/// Nobody has published a measurement of hours an instance and month that is independent of a seller, so all of these
/// are
/// assumptions, each with its range.
public final class OptionEffort {

    private static final String CHECKED =
            "set together so that 10 hosts, 20 deployments and one page a month give 8.2, 15.4 and 3.4 h; AWS's sample"
                    + " calculator (2026-05-26) assumes 2.0 h an instance for ECS on EC2; no independent study found";

    public static final OptionEffort BEANSTALK = new OptionEffort("beanstalk");
    public static final OptionEffort ECS_EC2 = new OptionEffort("ecs-ec2");
    public static final OptionEffort FARGATE = new OptionEffort("fargate");

    public final Parameter<Double> fixedHours;
    public final Parameter<Double> perHostHours;
    public final Parameter<Double> deployMinutes;
    public final Parameter<Double> failedDeployShare;
    public final Parameter<Double> failedDeployMinutes;
    public final Parameter<Double> failedUpdateShare;
    public final Parameter<Double> failedUpdateMinutes;
    public final Parameter<Double> patchesPerMonth;
    public final Parameter<Double> patchMinutes;
    public final Parameter<Double> patchMinutesPerInstance;
    public final Parameter<Double> agentUpgradesPerMonth;
    public final Parameter<Double> agentUpgradeMinutes;
    public final Parameter<Double> replacementMinutes;
    public final Parameter<Double> replacementManualShare;
    public final Parameter<Double> spotMinutes;
    public final Parameter<Double> spotManualShare;
    public final Parameter<Double> pageMinutes;
    public final Parameter<Double> tuningMinutes;
    public final Parameter<Double> logHuntMinutes;
    public final Parameter<Double> reviewMinutes;
    public final Parameter<Double> strandedMinutes;

    /// One line of the table: the same coefficient for each option.
    private record Row(String name, double beanstalk, double ecsOnEc2, double fargate) {

        double of(String option) {
            return switch (option) {
                case "beanstalk" -> beanstalk;
                case "ecs-ec2" -> ecsOnEc2;
                default -> fargate;
            };
        }
    }

    private OptionEffort(String id) {
        fixedHours = fixedHours(id);
        perHostHours = perHostHours(id);
        deployMinutes = deployMinutes(id);
        failedDeployShare = failedDeployShare(id);
        failedDeployMinutes = failedDeployMinutes(id);
        failedUpdateShare = failedUpdateShare(id);
        failedUpdateMinutes = failedUpdateMinutes(id);
        patchesPerMonth = patchesPerMonth(id);
        patchMinutes = patchMinutes(id);
        patchMinutesPerInstance = patchMinutesPerInstance(id);
        agentUpgradesPerMonth = agentUpgradesPerMonth(id);
        agentUpgradeMinutes = agentUpgradeMinutes(id);
        replacementMinutes = replacementMinutes(id);
        replacementManualShare = replacementManualShare(id);
        spotMinutes = spotMinutes(id);
        spotManualShare = spotManualShare(id);
        pageMinutes = pageMinutes(id);
        tuningMinutes = tuningMinutes(id);
        logHuntMinutes = logHuntMinutes(id);
        reviewMinutes = reviewMinutes(id);
        strandedMinutes = strandedMinutes(id);
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<?>> all() {
        return List.of(
                fixedHours,
                perHostHours,
                deployMinutes,
                failedDeployShare,
                failedDeployMinutes,
                failedUpdateShare,
                failedUpdateMinutes,
                patchesPerMonth,
                patchMinutes,
                patchMinutesPerInstance,
                agentUpgradesPerMonth,
                agentUpgradeMinutes,
                replacementMinutes,
                replacementManualShare,
                spotMinutes,
                spotManualShare,
                pageMinutes,
                tuningMinutes,
                logHuntMinutes,
                reviewMinutes,
                strandedMinutes);
    }

    private static Parameter<Double> fixedHours(String id) {
        return line(
                id,
                new Row("fixedHours", 1.0, 2.0, 0.5),
                real(0, 6, "h/month"),
                "Hours a month for the environment, whatever happens.");
    }

    private static Parameter<Double> perHostHours(String id) {
        return line(
                id,
                new Row("perHostHours", 0.4, 1.2, 0),
                real(0, 3, "h/month"),
                "Hours a month for a host that the team answers for; hosts count with the exponent effort.hostExponent.");
    }

    private static Parameter<Double> deployMinutes(String id) {
        return line(id, new Row("deployMinutes", 10, 6, 6), real(1, 30, "min"), "Attention that one deployment takes.");
    }

    private static Parameter<Double> failedDeployShare(String id) {
        return line(
                id,
                new Row("failedDeployShare", 0.03, 0.03, 0.03),
                real(0, 0.15, "share"),
                "Share of deployments that fail.");
    }

    private static Parameter<Double> failedDeployMinutes(String id) {
        return line(
                id,
                new Row("failedDeployMinutes", 60, 30, 30),
                real(10, 240, "min"),
                "Work that a failed deployment makes.");
    }

    private static Parameter<Double> failedUpdateShare(String id) {
        return line(
                id,
                new Row("failedUpdateShare", 0.02, 0.02, 0.02),
                real(0, 0.15, "share"),
                "Share of patches and other updates of the platform that fail.");
    }

    private static Parameter<Double> failedUpdateMinutes(String id) {
        return line(
                id,
                new Row("failedUpdateMinutes", 120, 90, 15),
                real(15, 480, "min"),
                "Work that a failed update makes.");
    }

    private static Parameter<Double> patchesPerMonth(String id) {
        return line(
                id, new Row("patchesPerMonth", 1, 2, 0), real(0, 8, "per month"), "Rounds of host patches a month.");
    }

    private static Parameter<Double> patchMinutes(String id) {
        return line(
                id,
                new Row("patchMinutes", 20, 60, 0),
                real(0, 240, "min"),
                "Attention that one round takes; on Beanstalk with managed updates.");
    }

    private static Parameter<Double> patchMinutesPerInstance(String id) {
        return line(
                id, new Row("patchMinutesPerInstance", 0, 3, 0), real(0, 30, "min"), "More of it for each instance.");
    }

    private static Parameter<Double> agentUpgradesPerMonth(String id) {
        return line(
                id,
                new Row("agentUpgradesPerMonth", 0, 1, 0),
                real(0, 8, "per month"),
                "Upgrades of the agent or its machine image a month.");
    }

    private static Parameter<Double> agentUpgradeMinutes(String id) {
        return line(id, new Row("agentUpgradeMinutes", 0, 30, 0), real(0, 120, "min"), "Work of one such upgrade.");
    }

    private static Parameter<Double> replacementMinutes(String id) {
        return line(
                id,
                new Row("replacementMinutes", 10, 15, 0),
                real(0, 60, "min"),
                "Work when a failed instance has to be replaced by hand.");
    }

    private static Parameter<Double> replacementManualShare(String id) {
        return line(
                id,
                new Row("replacementManualShare", 0.2, 0.3, 0),
                share(),
                "Share of failed instances that need a person.");
    }

    private static Parameter<Double> spotMinutes(String id) {
        return line(
                id,
                new Row("spotMinutes", 2, 2, 1),
                real(0, 30, "min"),
                "Work when a Spot interruption needs a person.");
    }

    private static Parameter<Double> spotManualShare(String id) {
        return line(
                id,
                new Row("spotManualShare", 0.05, 0.05, 0.05),
                share(),
                "Share of Spot interruptions that need a person.");
    }

    private static Parameter<Double> pageMinutes(String id) {
        return line(
                id,
                new Row("pageMinutes", 45, 45, 30),
                real(15, 120, "min"),
                "Work for each stretch of more than 10 minutes in which the SLO was missed.");
    }

    private static Parameter<Double> tuningMinutes(String id) {
        return line(
                id,
                new Row("tuningMinutes", 30, 40, 20),
                real(0, 120, "min"),
                "Work on the scaling policy for each day with such a stretch.");
    }

    private static Parameter<Double> logHuntMinutes(String id) {
        return line(
                id,
                new Row("logHuntMinutes", 15, 10, 5),
                real(0, 60, "min"),
                "Search through logs for each such stretch.");
    }

    private static Parameter<Double> reviewMinutes(String id) {
        return line(id, new Row("reviewMinutes", 30, 60, 20), real(0, 240, "min"), "Monthly review of sizes.");
    }

    private static Parameter<Double> strandedMinutes(String id) {
        return line(
                id,
                new Row("strandedMinutes", 0, 45, 0),
                real(0, 120, "min"),
                "Monthly review of capacity that nothing fits on, if it is above 30 % of what is paid.");
    }

    private static Parameter<Double> line(String id, Row row, Measure<Double> measure, String meaning) {
        var path = "effort." + id + "." + row.name();
        return Parameter.parameter(path, row.of(id), measure, Evidence.assumed(CHECKED), meaning);
    }
}
