package dev.hostlab.scenario;

import dev.hostlab.hosting.BeanstalkMetric;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.StepAdjustment;
import dev.hostlab.scaling.StepScaling;
import dev.hostlab.scaling.Timetable;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.BeanstalkTriggerParameters;
import dev.hostlab.settings.EcsOnEc2Parameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.Parameter;
import dev.hostlab.settings.ScheduleParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.StepParameters;
import dev.hostlab.validation.Issue;
import java.util.ArrayList;
import java.util.List;

/// Looks for scaling policies that AWS would refuse.
final class PolicyChecks {

    private static final int BASIC_MINUTES = 5;

    private final Settings settings;
    private final List<Issue> found = new ArrayList<>();

    PolicyChecks(Settings settings) {
        this.settings = settings;
    }

    List<Issue> issues() {
        found.clear();
        EcsParameters.EACH.forEach(this::service);
        steps(BeanstalkTriggerParameters.STEP);
        timetable(BeanstalkTriggerParameters.SCHEDULE, true);
        trigger();
        if (settings.get(EcsOnEc2Parameters.MIN_STEP) > settings.get(EcsOnEc2Parameters.MAX_STEP)) {
            refuse(EcsOnEc2Parameters.MIN_STEP, "It is more than ecs-ec2.maximumScalingStep.", "Lower it.");
        }
        return List.copyOf(found);
    }

    /// What of a trigger does not go together.
    private void trigger() {
        var period = settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES);
        var monitoring = settings.get(BeanstalkParameters.MONITORING_MINUTES);
        if (monitoring == BASIC_MINUTES && period > monitoring && period % monitoring != 0) {
            refuse(
                    BeanstalkParameters.TRIGGER_PERIOD_MINUTES,
                    "The trigger's period is no multiple of the monitoring's.",
                    "Give a multiple of " + monitoring + " minutes.");
        }
        var duration = settings.get(BeanstalkTriggerParameters.BREACH_DURATION_MINUTES);
        var points = settings.get(BeanstalkParameters.TRIGGER_EVALUATION_PERIODS);
        if (duration != period * points) {
            refuse(
                    BeanstalkTriggerParameters.BREACH_DURATION_MINUTES,
                    "It is not the period times the evaluation periods, " + period * points
                            + " minutes; Beanstalk would change one of them.",
                    "Leave one of the three out, and give whole periods.");
        }
        statistic();
        forecast();
    }

    /// A forecast counts instances that would have been on target.
    private void forecast() {
        var mode = BeanstalkTriggerParameters.PREDICTIVE.mode;
        var metric = BeanstalkMetric.of(settings).watched();
        var shared = switch (metric) {
            case CPU, NETWORK_OUT, NETWORK_IN -> true;
            case REQUESTS_PER_TARGET ->
                !settings.get(BeanstalkTriggerParameters.POLICY).equals("trigger");
            case MEMORY,
                    QUEUE_BACKLOG,
                    IN_FLIGHT,
                    TOKENS_PER_MINUTE,
                    REQUEST_COUNT,
                    RESPONSE_TIME,
                    HEALTHY_HOSTS,
                    UNHEALTHY_HOSTS,
                    DISK -> false;
        };
        var averaged = metric == ScalingMetric.REQUESTS_PER_TARGET
                || settings.get(BeanstalkTriggerParameters.STATISTIC).equals("Average");
        if (!settings.get(mode).equals("off") && !(shared && averaged)) {
            refuse(
                    mode,
                    "A forecast needs a metric that falls in proportion as instances are added.",
                    "Follow the average of cpu, network-out or network-in, or requests-per-target by target tracking.");
        }
    }

    private void statistic() {
        var measure = settings.get(BeanstalkParameters.TRIGGER_MEASURE);
        var unit = BeanstalkDefaults.unit(measure);
        if (!settings.get(BeanstalkTriggerParameters.UNIT).equals(unit)) {
            refuse(
                    BeanstalkTriggerParameters.UNIT,
                    "AWS publishes " + measure + " in " + unit + ", so the alarms would never find a point.",
                    "Give " + unit + ", or leave it out.");
        }
        var statistic = settings.get(BeanstalkTriggerParameters.STATISTIC);
        if (measure.equals("RequestCountPerTarget") && !statistic.equals("Sum")) {
            refuse(
                    BeanstalkTriggerParameters.STATISTIC,
                    "Sum is the only statistic that RequestCountPerTarget has.",
                    "Leave it out; it is the mean over the targets already.");
        }
    }

    private void service(EcsParameters ecs) {
        steps(ecs.more.step);
        timetable(ecs.more.schedule, false);
        if (settings.get(ecs.more.secondMetric).equals(settings.get(ecs.metric))) {
            refuse(ecs.more.secondMetric, "Both policies follow the same metric.", "Choose another one, or none.");
        }
    }

    private void steps(StepParameters step) {
        if (settings.get(step.stepPoints) > settings.get(step.stepPeriods)) {
            refuse(step.stepPoints, "More points must breach than are looked at.", "Raise stepPeriods.");
        }
        var steps = new ArrayList<StepAdjustment>();
        for (var text : settings.get(step.steps).split(";", -1)) {
            StepAdjustment.of(text.strip())
                    .ifPresentOrElse(
                            steps::add,
                            () -> refuse(step.steps, "'" + text.strip() + "' is no interval.", "Swap its bounds."));
        }
        StepScaling.problems(steps)
                .forEach(problem -> refuse(step.steps, problem, "Let the steps join without overlap or gap."));
        var exact = settings.get(step.stepAdjustment).equals("ExactCapacity");
        if (exact && steps.stream().anyMatch(each -> each.change() < 0)) {
            refuse(step.steps, "A capacity cannot be negative.", "With ExactCapacity, name capacities.");
        }
    }

    private void timetable(ScheduleParameters schedule, boolean hasDesired) {
        for (var action : Timetable.of(settings.get(schedule.actions), 0).actions()) {
            if (action.isInverted()) {
                refuse(schedule.actions, "'" + action.text() + "' has more at least than at most.", "Swap them.");
            }
            if (action.desired().isPresent() && !hasDesired) {
                refuse(
                        schedule.actions,
                        "'" + action.text() + "': scheduled actions of a service know min and max only.",
                        "Give both the same number instead of desired.");
            }
        }
    }

    private void refuse(Parameter<?> parameter, String problem, String advice) {
        found.add(new Issue(parameter.path(), problem, advice));
    }
}
