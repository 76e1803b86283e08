package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The hot path allocates nothing: ten times the requests in the same hour take the same memory.
class AllocationTest {

    private static final double FEW = 600;
    private static final double MANY = 4_200;

    @ParameterizedTest
    @EnumSource(Routing.class)
    void requestsAllocateNothing(Routing routing) {
        run(routing, FEW); // the first run also allocates for classes
        run(routing, MANY);
        var few = allocatedBy(routing, FEW);
        var many = allocatedBy(routing, MANY);
        var perRequest = (many - few) / (60 * (MANY - FEW));
        assertThat(perRequest).as("bytes a request").isLessThan(0.5);
    }

    private static double allocatedBy(Routing routing, double perMinute) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        run(routing, perMinute);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(Routing routing, double perMinute) {
        var counts = new double[60];
        Arrays.fill(counts, perMinute);
        var result =
                SimulationTest.run(Plans.tasks(routing, new ScalingPlan.Fixed()), Plans.minutes(counts), 5, false, 0);
        assertThat(result.requests().arrived()).isEqualTo((long) (60 * perMinute));
    }
}
