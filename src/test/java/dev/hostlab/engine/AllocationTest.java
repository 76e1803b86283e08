package dev.hostlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hostlab.hosting.QueuePlan;
import dev.hostlab.hosting.Redelivery;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.routing.Routing;
import dev.hostlab.workload.Access;
import dev.hostlab.workload.ClientRetries;
import dev.hostlab.workload.ServiceModel;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    /// A provider's limit that nothing meets, and two tenants: the kernel for limits.
    @ParameterizedTest
    @EnumSource(Routing.class)
    void requestsOfTenantsAllocateNothing(Routing routing) {
        var retries = new Access.Retries(5, 1, 2, 20, true, true, false);
        var provider = new Access.Provider(0, 10_000_000, 0, 0, 0, 60, true, 200);
        var tenants = List.of(tenant("large", 3), tenant("small", 1));
        assertAllocatesNothing(Plans.service(5, false).with(new Access(provider, retries, tenants)), routing);
    }

    private static Access.Tenant tenant(String name, double share) {
        return new Access.Tenant(name, share, 0, 0, false, Access.Budget.NONE);
    }

    /// Clients that may ask again.
    @ParameterizedTest
    @EnumSource(value = Routing.class, mode = EnumSource.Mode.EXCLUDE, names = "CENTRAL")
    void requestsOfClientsThatAskAgainAllocateNothing(Routing routing) {
        var retries = new ClientRetries(3, 1, 2, 20, true, true, true, 500, false);
        assertAllocatesNothing(ClientRetriesTest.with(Plans.service(5, false), 5, false, retries), routing);
    }

    /// Clients that may ask again and whose calls a provider may refuse.
    @ParameterizedTest
    @EnumSource(value = Routing.class, mode = EnumSource.Mode.EXCLUDE, names = "CENTRAL")
    void limitedRequestsOfClientsThatAskAgainAllocateNothing(Routing routing) {
        var retries = new ClientRetries(3, 1, 2, 20, true, true, true, 500, false);
        var provider = new Access.Provider(0, 10_000_000, 0, 0, 0, 60, true, 200);
        var calls = new Access.Retries(5, 1, 2, 20, true, true, true);
        var access = new Access(provider, calls, List.of(tenant("large", 3), tenant("small", 1)));
        var service = ClientRetriesTest.with(Plans.service(5, false), 5, false, retries);
        assertAllocatesNothing(service.with(access), routing);
    }

    /// Messages that may be delivered again.
    @Test
    void messagesAllocateNothing() {
        assertAllocatesNothing(Plans.service(500, false), Routing.CENTRAL, new QueuePlan(0, 60, Redelivery.after(30)));
    }

    /// Messages that may be delivered again and whose calls a provider may refuse.
    @Test
    void messagesOfTenantsAllocateNothing() {
        var retries = new Access.Retries(5, 1, 2, 20, true, true, true);
        var provider = new Access.Provider(0, 10_000_000, 0, 0, 0, 60, true, 200);
        var access = new Access(provider, retries, List.of(tenant("large", 3), tenant("small", 1)));
        var queue = new QueuePlan(0, 60, Redelivery.after(30));
        assertAllocatesNothing(Plans.service(500, false).with(access), Routing.CENTRAL, queue);
    }

    private static void assertAllocatesNothing(ServiceModel service, Routing routing) {
        assertAllocatesNothing(service, routing, QueuePlan.EMPTY);
    }

    private static void assertAllocatesNothing(ServiceModel service, Routing routing, QueuePlan queue) {
        run(service, routing, queue, FEW); // the first run also allocates for classes
        run(service, routing, queue, MANY);
        var few = allocatedBy(service, routing, queue, FEW);
        var many = allocatedBy(service, routing, queue, MANY);
        var perRequest = (many - few) / (60 * (MANY - FEW));
        assertThat(perRequest).as("bytes a request").isLessThan(0.5);
    }

    private static double allocatedBy(ServiceModel service, Routing routing, QueuePlan queue, double perMinute) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        run(service, routing, queue, perMinute);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(ServiceModel service, Routing routing, QueuePlan queue, double perMinute) {
        var counts = new double[60];
        Arrays.fill(counts, perMinute);
        var input = new RunInput(
                Plans.minutes(counts),
                ServiceTables.of(service),
                Plans.tasks(routing, new ScalingPlan.Fixed()),
                1,
                new RunInput.Randomness(7, 0, false),
                0,
                true,
                1_800,
                queue);
        var result = new Simulation(input, RunMonitor.NONE).run();
        assertThat(result.requests().arrived()).isEqualTo((long) (60 * perMinute));
    }
}
