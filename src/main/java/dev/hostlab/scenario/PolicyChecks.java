package dev.hostlab.scenario;

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
        timetable(BeanstalkTriggerParameters.SCHEDULE, true);
        if (settings.get(EcsOnEc2Parameters.MIN_STEP) > settings.get(EcsOnEc2Parameters.MAX_STEP)) {
            refuse(EcsOnEc2Parameters.MIN_STEP, "It is more than ecs-ec2.maximumScalingStep.", "Lower it.");
        }
        var period = settings.get(BeanstalkParameters.TRIGGER_PERIOD_MINUTES);
        var monitoring = settings.get(BeanstalkParameters.MONITORING_MINUTES);
        if (monitoring == BASIC_MINUTES && period > monitoring && period % monitoring != 0) {
            refuse(
                    BeanstalkParameters.TRIGGER_PERIOD_MINUTES,
                    "The trigger's period is no multiple of the monitoring's.",
                    "Give a multiple of " + monitoring + " minutes.");
        }
        return List.copyOf(found);
    }

    private void service(EcsParameters ecs) {
        steps(ecs);
        timetable(ecs.more.schedule, false);
        if (settings.get(ecs.more.stepPoints) > settings.get(ecs.more.stepPeriods)) {
            refuse(ecs.more.stepPoints, "More points must breach than are looked at.", "Raise stepPeriods.");
        }
        if (settings.get(ecs.more.secondMetric).equals(settings.get(ecs.metric))) {
            refuse(ecs.more.secondMetric, "Both policies follow the same metric.", "Choose another one, or none.");
        }
    }

    private void steps(EcsParameters ecs) {
        var steps = new ArrayList<StepAdjustment>();
        for (var text : settings.get(ecs.more.steps).split(";", -1)) {
            StepAdjustment.of(text.strip())
                    .ifPresentOrElse(
                            steps::add,
                            () -> refuse(ecs.more.steps, "'" + text.strip() + "' is no interval.", "Swap its bounds."));
        }
        StepScaling.problems(steps)
                .forEach(problem -> refuse(ecs.more.steps, problem, "Let the steps join without overlap or gap."));
        var exact = settings.get(ecs.more.stepAdjustment).equals("ExactCapacity");
        if (exact && steps.stream().anyMatch(step -> step.change() < 0)) {
            refuse(ecs.more.steps, "A capacity cannot be negative.", "With ExactCapacity, name capacities.");
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
