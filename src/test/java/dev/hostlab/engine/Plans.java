package dev.hostlab.engine;

import dev.hostlab.hosting.DrainPlan;
import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.Latency;
import dev.hostlab.hosting.LaunchLimit;
import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.Rented;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.StartUp;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ManagedScaling;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.usage.BillingClock;
import dev.hostlab.usage.Capacity;
import dev.hostlab.workload.BinnedArrivals;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;
import java.util.List;

/// Small fleets with round numbers, so that tests can be worked by hand.
final class Plans {

    static final long MINUTE = 60_000_000_000L;
    static final CapacityRange RANGE = new CapacityRange(2, 20);

    private static final Capacity TASKS = new Capacity.Tasks(new TaskSize(1, 2), Architecture.X86_64, 20, false);
    private static final Capacity INSTANCES = new Capacity.Instances("m7i.large", 8, false);
    private static final FleetPlan.Front FRONT = new FleetPlan.Front(true, 1, 0);

    private Plans() {}

    /// Tasks of 10 slots and 1 vCPU that start in 20 + 30 s (the 30 s billed) and register in 10 s; drain 60 s,
    /// stop 1 s.
    static FleetPlan tasks(Routing routing, ScalingPlan scaling) {
        return new FleetPlan(
                new UnitPlan("task", 10, 1, 2_048, 1, 50),
                RANGE,
                2,
                routing,
                start(30),
                new DrainPlan(60, 1),
                List.of(new LaunchLimit(100, 20)),
                scaling,
                new Rented.PerUnit(TASKS, BillingClock.FARGATE_LINUX),
                FRONT);
    }

    /// The same tasks, two to an instance, with cluster auto scaling at 100 %.
    static FleetPlan onInstances(Routing routing, ScalingPlan scaling) {
        var each = tasks(routing, scaling);
        var managed = new ManagedScaling(100, new CapacityRange(1, 20), 300, 15, 0.5, 900);
        var instances = new Rented.OnInstances(
                INSTANCES,
                BillingClock.EC2_LINUX,
                2,
                Rented.Placement.BINPACK,
                new StartUp(List.of(stage("react", 10, false), stage("boot", 46, true)), 2),
                start(2),
                30,
                20,
                new CapacityRange(1, 20),
                managed);
        return new FleetPlan(
                each.unit(),
                each.range(),
                each.initialUnits(),
                each.routing(),
                each.start(),
                each.drain(),
                each.launches(),
                each.scaling(),
                instances,
                FRONT);
    }

    /// Target tracking on a metric at 60, ECS alarms, cooldowns of 60 s out and 300 s in, points visible after 60
    /// s.
    static ScalingPlan tracking(ScalingMetric metric, double target) {
        return tracking(metric, target, RANGE);
    }

    /// The same with another range.
    static ScalingPlan tracking(ScalingMetric metric, double target, CapacityRange range) {
        var policy = new TargetTracking(target, range, 60, 300, TargetTracking.AlarmShape.ECS, 1);
        return new ScalingPlan.Tracking(metric, new MetricClock(60, 60, 60, 10), policy);
    }

    /// CPU work of 20 ms and a wait of 180 ms, both lognormal; clients leave after `timeoutSeconds`.
    static ServiceModel service(double timeoutSeconds, boolean cancelsAbandoned) {
        return new ServiceModel(
                10,
                new ServiceModel.Cpu(20, 0, 0, new Variation.LogNormal(1)),
                new ServiceModel.Upstream(
                        180, new Variation.LogNormal(1), 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                new ServiceModel.Payload(500, 2_000, 0),
                ServiceModel.Memory.NONE,
                new ServiceModel.Clients(timeoutSeconds, cancelsAbandoned));
    }

    /// No CPU work and a wait of so many seconds in the mean; nobody gives up.
    static ServiceModel waiting(double seconds, Variation variation) {
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(0, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        seconds * 1_000, variation, 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                ServiceModel.Payload.NONE,
                ServiceModel.Memory.NONE,
                ServiceModel.Clients.PATIENT);
    }

    /// A count for each minute.
    static BinnedArrivals minutes(double... counts) {
        var widths = new long[counts.length];
        Arrays.fill(widths, MINUTE);
        return new BinnedArrivals(widths, BinnedArrivals.Columns.of(counts));
    }

    /// Two hours at a low rate with an hour of `factor` times as much in between.
    static BinnedArrivals surge(double perMinute, double factor) {
        var counts = new double[180];
        Arrays.fill(counts, perMinute);
        Arrays.fill(counts, 60, 120, perMinute * factor);
        return minutes(counts);
    }

    private static StartUp start(double pullSeconds) {
        return new StartUp(
                List.of(stage("place", 20, false), stage("pull", pullSeconds, true), stage("register", 10, true)), 2);
    }

    private static StartUp.Stage stage(String name, double seconds, boolean billed) {
        return new StartUp.Stage(name, new Latency.Fixed(seconds), billed);
    }
}
