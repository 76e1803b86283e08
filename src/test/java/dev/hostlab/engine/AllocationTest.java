package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.ServiceModel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The hot path allocates nothing: ten times the requests in the same hour take the same memory.
class AllocationTest {

    private static final double FEW = 600;
    private static final double MANY = 4_200;

    /// Ten slots share one CPU: the general kernel.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void requestsThatShareACpuAllocateNothing(Routing routing) {
        assertAllocatesNothing(Plans.service(5, false), routing);
    }

    /// No CPU at all: the kernels that compute departures.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void requestsThatOnlyWaitAllocateNothing(Routing routing) {
        assertAllocatesNothing(QueueingTheoryTest.waiting(0.2), routing);
    }

    private static void assertAllocatesNothing(ServiceModel service, Routing routing) {
        run(service, routing, FEW); // the first run also allocates for classes
        run(service, routing, MANY);
        var few = allocatedBy(service, routing, FEW);
        var many = allocatedBy(service, routing, MANY);
        var perRequest = (many - few) / (60 * (MANY - FEW));
        assertThat(perRequest).as("bytes a request").isLessThan(0.5);
    }

    private static double allocatedBy(ServiceModel service, Routing routing, double perMinute) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        run(service, routing, perMinute);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(ServiceModel service, Routing routing, double perMinute) {
        var counts = new double[60];
        Arrays.fill(counts, perMinute);
        var input = new RunInput(
                Plans.minutes(counts),
                ServiceTables.of(service),
                Plans.tasks(routing, new ScalingPlan.Fixed()),
                1,
                new RunInput.Randomness(7, 0, false),
                0,
                true);
        var result = new Simulation(input, RunMonitor.NONE).run();
        assertThat(result.requests().arrived()).isEqualTo((long) (60 * perMinute));
    }
}
