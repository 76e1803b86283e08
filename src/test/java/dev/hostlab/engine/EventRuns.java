package dev.hostlab.engine;

import dev.hostlab.hosting.EcsOnEc2;
import dev.hostlab.hosting.EcsOnFargate;
import dev.hostlab.hosting.ElasticBeanstalk;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.EcsParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TaskParameters;
import dev.hostlab.usage.FleetEvent;
import java.util.Arrays;

/// Runs of each option at a steady load with events. Four units of ten slots, every start at its median.
final class EventRuns {

    /// 4 units, no scaling, a task that starts in 10 s from an image of 413 MB.
    static final Settings FOUR = Settings.standard()
            .with(RunParameters.START_TIMES, "median")
            .with(ServiceParameters.CONCURRENCY, 10)
            .with(ServiceParameters.IMAGE_MB, 413.0)
            .with(ServiceParameters.START_SECONDS, 10.0)
            .with(TaskParameters.MIN_TASKS, 4)
            .with(TaskParameters.MAX_TASKS, 4)
            .with(EcsParameters.FARGATE.scalingEnabled, false)
            .with(EcsParameters.ECS_EC2.scalingEnabled, false)
            .with(BeanstalkParameters.MIN_INSTANCES, 4)
            .with(BeanstalkParameters.MAX_INSTANCES, 4);

    private static final InstanceType TYPE =
            new InstanceType("m7i.large", 2, 8_192, Architecture.X86_64, null, false, 0);

    private EventRuns() {}

    static FleetPlan beanstalk(Settings settings) {
        return new ElasticBeanstalk(settings, TYPE).fleetPlan(4);
    }

    static FleetPlan fargate(Settings settings) {
        return new EcsOnFargate(settings).fleetPlan(4);
    }

    static FleetPlan ecsOnEc2(Settings settings) {
        return new EcsOnEc2(settings, TYPE).fleetPlan(4);
    }

    /// Three hours at so many requests a minute.
    static RunResult run(FleetPlan plan, double perMinute) {
        var counts = new double[180];
        Arrays.fill(counts, perMinute);
        var input = new RunInput(
                Plans.minutes(counts),
                ServiceTables.of(Plans.service(Double.POSITIVE_INFINITY, false)),
                plan,
                1,
                new RunInput.Randomness(7, 0, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run();
    }

    static FleetEvent only(RunResult result) {
        if (result.events().size() != 1) {
            throw new AssertionError("Not one event: " + result.events());
        }
        return result.events().getFirst();
    }
}
