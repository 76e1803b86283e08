package dev.hostlab.settings;

import static dev.hostlab.settings.Evidence.assumed;
import static dev.hostlab.settings.Evidence.documented;
import static dev.hostlab.settings.Evidence.measured;
import static dev.hostlab.settings.Measure.choice;
import static dev.hostlab.settings.Measure.real;
import static dev.hostlab.settings.Measure.seconds;
import static dev.hostlab.settings.Measure.share;
import static dev.hostlab.settings.Measure.text;
import static dev.hostlab.settings.Parameter.parameter;

import java.util.List;

/// What happens during a run besides load: changes, failures, interruptions. The same for all options, at the same
/// times.
public final class EventParameters {

    private static final String TIMES =
            "([0-9]{1,6}(\\.[0-9]{1,6})?( bad)?(, ?[0-9]{1,6}(\\.[0-9]{1,6})?( bad)?){0,999})?";
    private static final String TIMES_IN_WORDS =
            "hours since the start with commas between them, 'bad' after those that go wrong, like 2.5, 26 bad";
    private static final String NEVER = "nothing happens unless you say when";

    public static final Parameter<String> PLAY = parameter(
            "events.play",
            "given",
            choice("none", "given", "all"),
            assumed("a plain comparison of cost and latency has no events; people's hours count them by the month"),
            "Which events the run plays: none, those at given times, or also those of a usual month at times drawn from"
                    + " the seed.");

    public static final Parameter<String> DEPLOYMENTS_AT = evaluatedAt("deployments", "Deployments");

    public static final Parameter<Double> BAD_VERSION_SHARE = parameter(
            "events.badVersionShare",
            0.03,
            share(),
            assumed("3 %, 0 to 15; no independent measurement found"),
            "Of the deployments of a month, the share whose version never gets healthy. How many there are says "
                    + "effort.deploymentsPerMonth.");

    public static final Parameter<String> BAD_VERSION = parameter(
            "events.badVersion",
            "health-checks",
            choice("health-checks", "crash"),
            assumed("the one that takes longer to be found out"),
            "What a bad version does: it runs and fails its health checks, or it ends as it starts.");

    public static final Parameter<Double> CONFIGURATION_PER_MONTH =
            perMonth("configurationChanges", 1, "one a month", "Configuration changes that replace what runs");

    public static final Parameter<String> CONFIGURATION_AT = at("configurationChanges", "Configuration changes");

    public static final Parameter<Double> CONFIGURATION_FAILURE_SHARE = parameter(
            "events.configurationFailureShare",
            0.02,
            share(),
            assumed("2 %; no measurement found"),
            "Of the configuration changes and platform updates of a month, the share that fails.");

    public static final Parameter<Double> ROLLBACK_FAILURE_SHARE = parameter(
            "events.rollbackFailureShare",
            0.05,
            share(),
            assumed("5 % of the failed ones; threads tell of environments that support had to free"),
            "Of Beanstalk's rollbacks of configuration changes, the share that fails too; then a person has to act.");

    public static final Parameter<Double> PLATFORM_UPDATES_PER_MONTH =
            perMonth("platformUpdates", 1, "one a month; Beanstalk fixes its platform within 30 days", "Patches");

    public static final Parameter<String> PLATFORM_UPDATES_AT = at("platformUpdates", "Platform updates and patches");

    public static final Parameter<String> ROTATIONS_AT = evaluatedAt("rotations", "Rotations of prompts or secrets");

    public static final Parameter<Double> PERSON_MINUTES = parameter(
            "events.personMinutes",
            30.0,
            real(0, 10_080, "min"),
            assumed("a team in its working hours; no measurement found"),
            "From a failure that nothing mends by itself until somebody has acted.");

    public static final Parameter<Double> INSTANCE_FAILURES_PER_MONTH =
            perMonth("instanceFailures", 0.1, "about one a year", "Hosts that fail");

    public static final Parameter<String> INSTANCE_FAILURES_AT = at("instanceFailures", "Failures of one host");

    public static final Parameter<Double> STATUS_CHECK_SECONDS = parameter(
            "events.statusCheckSeconds",
            180.0,
            seconds(60, 3_600),
            assumed("EC2 status checks run each minute; how long a group waits is not published"),
            "From the death of an instance until its Auto Scaling group starts another.");

    public static final Parameter<Double> ZONE_FAILURES_PER_MONTH =
            perMonth("zoneFailures", 0, NEVER, "Failures of a whole zone");

    public static final Parameter<String> ZONE_FAILURES_AT = at("zoneFailures", "Failures of a whole zone");

    public static final Parameter<Double> ZONE_MINUTES = parameter(
            "events.zoneMinutes",
            60.0,
            real(1, 10_080, "min"),
            assumed("public reports of past events span from minutes to hours"),
            "How long nothing starts in a failed zone.");

    public static final Parameter<Double> SPOT_HAZARD = parameter(
            "events.spotInterruptionsPerUnit",
            0.05,
            real(0, 100, "a month"),
            measured("AWS and a vendor both say that fewer than 5 % are interrupted a month; others 5 to 10 %"),
            "How often each Spot unit is taken back in a month.");

    public static final Parameter<Double> SPOT_POOL_PER_MONTH =
            perMonth("spotInterruptions", 0, NEVER, "Interruptions of a whole Spot pool");

    public static final Parameter<String> SPOT_POOL_AT = at("spotInterruptions", "Interruptions of a whole Spot pool");

    public static final Parameter<Double> SPOT_POOL_SHARE = parameter(
            "events.spotInterruptedShare",
            0.5,
            share(),
            assumed("a pool is one instance type in one zone; half of two zones"),
            "The share of Spot units that such an interruption takes.");

    public static final Parameter<Double> SPOT_WARNING_SECONDS = parameter(
            "events.spotWarningSeconds",
            120.0,
            seconds(0, 120),
            documented("EC2 user guide, Spot interruption notices: two minutes, on a best-effort basis"),
            "Between the notice and the end of a Spot unit.");

    public static final List<Parameter<?>> ALL = List.of(
            PLAY,
            DEPLOYMENTS_AT,
            BAD_VERSION_SHARE,
            BAD_VERSION,
            CONFIGURATION_PER_MONTH,
            CONFIGURATION_AT,
            CONFIGURATION_FAILURE_SHARE,
            ROLLBACK_FAILURE_SHARE,
            PLATFORM_UPDATES_PER_MONTH,
            PLATFORM_UPDATES_AT,
            ROTATIONS_AT,
            PERSON_MINUTES,
            INSTANCE_FAILURES_PER_MONTH,
            INSTANCE_FAILURES_AT,
            STATUS_CHECK_SECONDS,
            ZONE_FAILURES_PER_MONTH,
            ZONE_FAILURES_AT,
            ZONE_MINUTES,
            SPOT_HAZARD,
            SPOT_POOL_PER_MONTH,
            SPOT_POOL_AT,
            SPOT_POOL_SHARE,
            SPOT_WARNING_SECONDS);

    private EventParameters() {}

    private static Parameter<Double> perMonth(String what, double standard, String why, String words) {
        return parameter(
                "events." + what + "PerMonth",
                standard,
                real(0, 10_000, "a month"),
                assumed(why),
                words + " in a month, at times drawn from the seed; played with events.play all.");
    }

    private static Parameter<String> evaluatedAt(String what, String words) {
        return parameter(
                "events." + what + "At",
                "",
                text(
                        TIMES.replace("bad", "(bad|fails)"),
                        TIMES_IN_WORDS + "; 'fails' after those that fail their evaluation"),
                assumed(NEVER),
                words + " at given times, in hours since the start of the run.");
    }

    private static Parameter<String> at(String what, String words) {
        return parameter(
                "events." + what + "At",
                "",
                text(TIMES, TIMES_IN_WORDS),
                assumed(NEVER),
                words + " at given times, in hours since the start of the run.");
    }
}
