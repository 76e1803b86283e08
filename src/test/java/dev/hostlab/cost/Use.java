package dev.hostlab.cost;

import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.TaskSize;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Traffic;
import dev.hostlab.usage.Usage;
import java.util.List;

/// Made-up usage, for tests.
final class Use {

    static final double MONTH_SECONDS = 730 * 3_600.0;

    private static final FleetHistory QUIET = new FleetHistory(0, 0, 0, 0, 0, 0, 0);
    private static final Traffic NONE = new Traffic(0, 0, 0);

    private Use() {}

    /// x86-64 tasks on Fargate with 20 GiB of storage, on demand.
    static Capacity.Tasks tasks(double vcpus, double gib) {
        return new Capacity.Tasks(new TaskSize(vcpus, gib), Architecture.X86_64, 20, false);
    }

    static ComputeUsage busy(Capacity capacity, double billedSeconds) {
        return new ComputeUsage(capacity, billedSeconds, 1, 0, 0, 0);
    }

    static Usage of(double horizonSeconds, ComputeUsage... compute) {
        return new Usage(horizonSeconds, List.of(compute), LoadBalancerUsage.NONE, NONE, QUIET);
    }

    static Usage ofMonth(LoadBalancerUsage balancer, Traffic traffic, ComputeUsage... compute) {
        return new Usage(MONTH_SECONDS, List.of(compute), balancer, traffic, QUIET);
    }
}
