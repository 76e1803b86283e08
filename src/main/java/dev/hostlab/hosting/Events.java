package dev.hostlab.hosting;

import dev.hostlab.settings.BeanstalkLifeParameters;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.CrashParameters;
import dev.hostlab.settings.EcsDeploymentParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.EffortParameters;
import dev.hostlab.settings.EvaluationParameters;
import dev.hostlab.settings.EventParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What happens to a fleet besides load, from settings: when is the same for all options, what it means is not.
///
/// @param settings resolved settings
record Events(Settings settings) {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final String BAD = " bad";
    private static final String FAILS = " fails";
    /// A Beanstalk instance that fails its health checks is not ended for that.
    private static final double NEVER_SECONDS = 1e7;

    EventCalendar calendar() {
        if (settings.get(EventParameters.PLAY).equals("none")) {
            return EventCalendar.EMPTY;
        }
        return new EventCalendar(
                Stream.concat(changes().stream(), failures().stream()).toList());
    }

    private List<EventCalendar.Entry> changes() {
        var updates = settings.get(EventParameters.CONFIGURATION_FAILURE_SHARE);
        return List.of(
                entry(
                        EventKind.DEPLOYMENT,
                        EffortParameters.DEPLOYMENTS_PER_MONTH,
                        EventParameters.DEPLOYMENTS_AT,
                        settings.get(EventParameters.BAD_VERSION_SHARE)),
                entry(
                        EventKind.CONFIGURATION,
                        EventParameters.CONFIGURATION_PER_MONTH,
                        EventParameters.CONFIGURATION_AT,
                        updates),
                entry(
                        EventKind.PLATFORM_UPDATE,
                        EventParameters.PLATFORM_UPDATES_PER_MONTH,
                        EventParameters.PLATFORM_UPDATES_AT,
                        updates),
                entry(
                        EventKind.ROTATION,
                        EvaluationParameters.ROTATIONS_PER_MONTH,
                        EventParameters.ROTATIONS_AT,
                        updates));
    }

    private List<EventCalendar.Entry> failures() {
        return List.of(
                entry(
                        EventKind.INSTANCE_FAILURE,
                        EventParameters.INSTANCE_FAILURES_PER_MONTH,
                        EventParameters.INSTANCE_FAILURES_AT,
                        0),
                entry(
                        EventKind.ZONE_FAILURE,
                        EventParameters.ZONE_FAILURES_PER_MONTH,
                        EventParameters.ZONE_FAILURES_AT,
                        0),
                entry(
                        EventKind.SPOT_INTERRUPTION,
                        EventParameters.SPOT_POOL_PER_MONTH,
                        EventParameters.SPOT_POOL_AT,
                        0));
    }

    private EventCalendar.Entry entry(EventKind kind, Parameter<Double> perMonth, Parameter<String> at, double bad) {
        return new EventCalendar.Entry(kind, playsAll() ? settings.get(perMonth) : 0, bad, times(settings.get(at)));
    }

    private boolean playsAll() {
        return settings.get(EventParameters.PLAY).equals("all");
    }

    private static List<EventCalendar.Given> times(String text) {
        var given = new ArrayList<EventCalendar.Given>();
        for (var part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            var hours = part.strip().split(" ", -1)[0];
            given.add(new EventCalendar.Given(Double.parseDouble(hours), part.endsWith(BAD), part.endsWith(FAILS)));
        }
        return given;
    }

    /// Failing health checks take a Beanstalk instance from the load balancer; its group looks at the instance.
    OutagePlan beanstalkOutages(double spotShare) {
        var interval = settings.get(BeanstalkParameters.HEALTH_INTERVAL_SECONDS);
        var checks = settings.get(BeanstalkLifeParameters.UNHEALTHY_THRESHOLD);
        var byGroup = settings.get(EventParameters.STATUS_CHECK_SECONDS);
        return outages(new double[] {(checks - 1) * interval, checks * interval, byGroup}, spotShare);
    }

    EventPlan.People beanstalkPeople() {
        return new EventPlan.People(actSeconds(), failsAtOnce() ? 1 : NEVER_SECONDS, failsAtOnce());
    }

    /// Failing health checks end a task, and the service starts another; without a load balancer it learns of a
    /// dead host from EC2.
    OutagePlan serviceOutages(EcsParameters ecs, EcsDeploymentParameters deployment, double spotShare) {
        var interval = settings.get(ecs.healthIntervalSeconds);
        var checks = settings.get(deployment.unhealthyThreshold);
        var byGroup = settings.get(EventParameters.STATUS_CHECK_SECONDS);
        return new Stages(settings).isWeb()
                ? outages(new double[] {(checks - 1) * interval, checks * interval, 0}, spotShare)
                : outages(new double[] {byGroup, byGroup, 0}, spotShare);
    }

    EventPlan.People servicePeople(EcsParameters ecs, EcsDeploymentParameters deployment) {
        var interval = settings.get(ecs.healthIntervalSeconds);
        var atOnce = failsAtOnce() || !new Stages(settings).isWeb();
        var found = atOnce
                ? settings.get(CrashParameters.ECS_NOTICE_SECONDS)
                : (settings.get(deployment.unhealthyThreshold) - 1) * interval;
        return new EventPlan.People(actSeconds(), Math.max(1, found), atOnce);
    }

    /// @param seconds notice from, to, and replaced at the earliest
    private OutagePlan outages(double[] seconds, double spotShare) {
        return new OutagePlan(
                settings.get(LoadBalancerParameters.AVAILABILITY_ZONES),
                SECONDS_PER_MINUTE * settings.get(EventParameters.ZONE_MINUTES),
                seconds[0],
                seconds[1],
                seconds[2],
                settings.get(EventParameters.STATUS_CHECK_SECONDS),
                new OutagePlan.Spot(
                        spotShare,
                        playsAll() ? settings.get(EventParameters.SPOT_HAZARD) : 0,
                        settings.get(EventParameters.SPOT_POOL_SHARE),
                        settings.get(EventParameters.SPOT_WARNING_SECONDS)));
    }

    double actSeconds() {
        return SECONDS_PER_MINUTE * settings.get(EventParameters.PERSON_MINUTES);
    }

    private boolean failsAtOnce() {
        return settings.get(EventParameters.BAD_VERSION).equals("crash");
    }
}
