package dev.hostlab.settings;

import java.util.ArrayList;
import java.util.List;

/// How much of people's time one hosting option takes: minutes for each event, and hours every month.
///
/// Nobody has published a measurement of hours an instance and month that is independent of a seller, so all of
/// these are assumptions, each with its range.
public final class OptionEffort {

    private static final Evidence CHECKED = Evidence.assumed(
            "set together so that 10 hosts, 20 deployments and one page a month give 8.2, 15.4 and 3.4 h; AWS's sample"
                    + " calculator (2026-05-26) assumes 2.0 h an instance for ECS on EC2; no independent study found");

    /// Columns: Beanstalk with managed updates, ECS on EC2, Fargate, ECS Managed Instances.
    private static final List<Row> TABLE = List.of(
            new Row(
                    "fixedHours",
                    new Span(0, 6, "h/month"),
                    new Values(1, 2, 0.5, 0.75),
                    "Keeping an environment, whatever its size."),
            new Row(
                    "hoursPerHost",
                    new Span(0, 3, "h/month"),
                    new Values(0.4, 1.2, 0, 0.25),
                    "Looking after hosts, times hosts to the power of hostExponent."),
            new Row(
                    "hostExponent",
                    new Span(0.5, 1, ""),
                    new Values(0.7, 0.7, 0.7, 0.7),
                    "How work grows with the number of hosts; 1 is in proportion."),
            new Row("deployMinutes", new Span(1, 30, "min"), new Values(10, 6, 6, 6), "Attending a deployment."),
            new Row(
                    "deployFailureShare",
                    new Span(0, 0.15, "share"),
                    new Values(0.03, 0.03, 0.03, 0.03),
                    "Deployments that fail."),
            new Row(
                    "failedDeployMinutes",
                    new Span(10, 240, "min"),
                    new Values(60, 30, 30, 30),
                    "A failed deployment and its rollback."),
            new Row(
                    "configurationChangesPerMonth",
                    new Span(0, 100, "per month"),
                    new Values(1, 1, 1, 1),
                    "Changes of configuration."),
            new Row(
                    "updateFailureShare",
                    new Span(0, 0.1, "share"),
                    new Values(0.02, 0.02, 0.02, 0.02),
                    "Configuration and platform updates that fail."),
            new Row(
                    "failedUpdateMinutes",
                    new Span(30, 480, "min"),
                    new Values(120, 90, 15, 30),
                    "A failed configuration or platform update."),
            new Row(
                    "patchesPerMonth",
                    new Span(0, 31, "per month"),
                    new Values(1, 2, 0, 1),
                    "Rounds of patches of hosts or platform."),
            new Row(
                    "patchMinutes",
                    new Span(0, 240, "min"),
                    new Values(20, 60, 0, 5),
                    "A round of patches; 60 on Beanstalk without managed updates."),
            new Row(
                    "patchMinutesPerHost",
                    new Span(0, 10, "min"),
                    new Values(0, 3, 0, 0),
                    "A round of patches, for each host."),
            new Row(
                    "agentUpgradesPerMonth",
                    new Span(0, 31, "per month"),
                    new Values(0, 1, 0, 0),
                    "Upgrades of the agent or the hosts' image."),
            new Row(
                    "agentUpgradeMinutes",
                    new Span(0, 120, "min"),
                    new Values(0, 30, 0, 0),
                    "An upgrade of the agent or the hosts' image."),
            new Row(
                    "pageMinutes",
                    new Span(15, 120, "min"),
                    new Values(45, 45, 30, 35),
                    "Answering a page: the SLO missed for more than 10 minutes."),
            new Row(
                    "logHuntMinutes",
                    new Span(0, 60, "min"),
                    new Values(15, 10, 5, 5),
                    "Hunting through logs, for each page."),
            new Row(
                    "tuningMinutes",
                    new Span(0, 120, "min"),
                    new Values(30, 40, 20, 20),
                    "Tuning the scaling policy, for each day with a page."),
            new Row(
                    "rightSizingMinutes",
                    new Span(0, 240, "min"),
                    new Values(30, 60, 20, 20),
                    "The monthly review of sizes."),
            new Row(
                    "strandedReviewMinutes",
                    new Span(0, 120, "min"),
                    new Values(0, 45, 0, 0),
                    "The monthly review of capacity that is paid for and on which nothing fits."),
            new Row(
                    "replacementMinutes",
                    new Span(0, 60, "min"),
                    new Values(2, 4.5, 0, 0.5),
                    "Replacing a failed instance, on average: 10 to 15 minutes where a person is needed, which is one time"
                            + " in five to one in three."),
            new Row(
                    "spotInterruptionMinutes",
                    new Span(0, 60, "min"),
                    new Values(0.1, 0.1, 0.05, 0.1),
                    "Looking after a Spot interruption, on average: a minute or two, one time in twenty."),
            new Row(
                    "automatedShare",
                    new Span(0, 1, "share"),
                    new Values(0, 0, 0, 0),
                    "Counted chores that your own automation does."));

    public static final OptionEffort BEANSTALK = new OptionEffort("beanstalk");
    public static final OptionEffort ECS_EC2 = new OptionEffort("ecs-ec2");
    public static final OptionEffort FARGATE = new OptionEffort("fargate");
    public static final OptionEffort MANAGED_INSTANCES = new OptionEffort("managed-instances");

    /// One for each option.
    public static final List<OptionEffort> EACH = List.of(BEANSTALK, ECS_EC2, FARGATE, MANAGED_INSTANCES);

    private final String prefix;
    private final List<Parameter<Double>> parameters = new ArrayList<>();

    /// Between what an estimate runs, for options that have the chore at all; 0 stands for no such chore.
    private record Span(double low, double high, String unit) {}

    /// The same coefficient for each option; 0 where it has no such chore.
    private record Values(double beanstalk, double ecsOnEc2, double fargate, double managedInstances) {

        double of(String option) {
            return switch (option) {
                case "beanstalk" -> beanstalk;
                case "ecs-ec2" -> ecsOnEc2;
                case "fargate" -> fargate;
                default -> managedInstances;
            };
        }
    }

    private record Row(String id, Span span, Values values, String meaning) {}

    private OptionEffort(String option) {
        prefix = "effort." + option + ".";
        for (var row : TABLE) {
            var value = row.values.of(option);
            var least = row.id.equals("hostExponent") ? row.span.low : 0;
            var measure = Measure.real(least, row.span.high, row.span.unit);
            parameters.add(Parameter.parameter(prefix + row.id, value, measure, CHECKED, row.meaning));
        }
    }

    /// All of them, in the order in which people should read them.
    public List<Parameter<Double>> all() {
        return List.copyOf(parameters);
    }

    /// The coefficient of that name, such as `deployMinutes`.
    ///
    /// @throws IllegalArgumentException if there is none
    public Parameter<Double> parameter(String id) {
        return parameters.stream()
                .filter(known -> known.path().equals(prefix + id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No coefficient " + prefix + id));
    }
}
