package dev.hostlab.engine;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.CapacityRange;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.workload.ServiceModel;
import dev.hostlab.workload.Variation;
import java.util.Arrays;

/// The jobs that Hostlab and its peer both do, as whole runs of the engine with everything metered: outcomes,
/// percentiles overall and for each minute, CPU, slots, load balancer hours, timeline.
final class PeerJobs {

    static final double SERVICE_SECONDS = 0.5;
    static final double CV = 1.5;
    static final int DAY_UNITS = 20;

    private static final int DAY_SLOTS = 4;
    private static final double MS = 1_000;

    private PeerJobs() {}

    /// Minutes of 45 requests a second.
    static double[] steady(int minutes) {
        var counts = new double[minutes];
        Arrays.fill(counts, 45 * 60);
        return counts;
    }

    /// A day around 100 requests a second: half as many at its quietest, half as many again at its busiest.
    static double[] day() {
        var counts = new double[24 * 60];
        for (var minute = 0; minute < counts.length; minute++) {
            counts[minute] = Math.round(6_000 - 3_000 * StrictMath.cos(2 * Math.PI * minute / counts.length));
        }
        return counts;
    }

    /// Slots of the day's fleet at its start.
    static int daySlots() {
        return DAY_UNITS * DAY_SLOTS;
    }

    /// Requests served in M/M/50 at 90 %: fifty units of one slot, exponential service of 1 s.
    static long fifty(Routing routing, double[] perMinute, int replication) {
        var plan = plan(routing, new UnitPlan("task", 1, 1, 2_048, 1, 1_024), 50, new ScalingPlan.Fixed());
        return run(plan, service(1, new Variation.Exponential()), perMinute, replication);
    }

    /// The day on a fleet that follows 60 % of its slots.
    static long tracking(Routing routing, double[] perMinute, int replication) {
        var unit = new UnitPlan("task", DAY_SLOTS, 1, 2_048, 1, 1_024);
        var plan =
                plan(routing, unit, DAY_UNITS, Plans.tracking(ScalingMetric.IN_FLIGHT, 60, new CapacityRange(2, 100)));
        return run(plan, service(SERVICE_SECONDS, new Variation.LogNormal(CV)), perMinute, replication);
    }

    /// Shared CPU, no upstream wait: 10 slots share one vCPU at about 70 %.
    static long sharing(Routing routing, double[] perMinute, int replication) {
        var plan = plan(routing, new UnitPlan("task", 64, 1, 2_048, 1, 1_024), 64, new ScalingPlan.Fixed());
        return run(plan, QueueingTheoryTest.computing(1, new Variation.Exponential()), perMinute, replication);
    }

    /// A fleet of a given size at 60 % of its slots, all else as in the day.
    static long flat(Routing routing, int units, double[] perMinute, int replication) {
        var unit = new UnitPlan("task", DAY_SLOTS, 1, 2_048, 1, 1_024);
        var plan = plan(routing, unit, units, new ScalingPlan.Fixed());
        return run(plan, service(SERVICE_SECONDS, new Variation.LogNormal(CV)), perMinute, replication);
    }

    /// Minutes that keep `units` of the day's shape at 60 %, about `requests` in all.
    static double[] minutesFor(int units, double requests) {
        var perMinute = Math.rint(units * DAY_SLOTS * 0.6 / SERVICE_SECONDS * 60);
        var counts = new double[Math.max(1, (int) (requests / perMinute))];
        Arrays.fill(counts, perMinute);
        return counts;
    }

    private static FleetPlan plan(Routing routing, UnitPlan unit, int units, ScalingPlan scaling) {
        var base = Plans.tasks(routing, scaling);
        return new FleetPlan(
                unit,
                new CapacityRange(2, 4_000),
                units,
                routing,
                base.start(),
                base.drain(),
                base.launches(),
                scaling,
                base.rented(),
                base.front());
    }

    private static long run(FleetPlan plan, ServiceModel service, double[] perMinute, int replication) {
        var input = new RunInput(
                Plans.minutes(perMinute),
                ServiceTables.of(service),
                plan,
                1,
                new RunInput.Randomness(7, replication, false),
                0,
                true);
        return new Simulation(input, RunMonitor.NONE).run().requests().served();
    }

    private static ServiceModel service(double meanSeconds, Variation variation) {
        return new ServiceModel(
                1,
                new ServiceModel.Cpu(0, 0, 0, new Variation.Constant()),
                new ServiceModel.Upstream(
                        meanSeconds * MS, variation, 0, ServiceModel.Decoding.NONE, ServiceModel.Stalls.NONE),
                ServiceModel.Tokens.NONE,
                new ServiceModel.Payload(500, 2_000, 0),
                ServiceModel.Memory.NONE,
                new ServiceModel.Clients(30, false));
    }
}
