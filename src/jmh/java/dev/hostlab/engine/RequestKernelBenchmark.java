package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a request takes through the kernel with its metering on, on one core.
///
/// Fifty single-slot units at 90 % utilisation, Poisson arrivals, exponential service time.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestKernelBenchmark {

    private static final int REQUESTS = 1_000_000;
    private static final int UNITS = 50;
    private static final double PER_SECOND = 45;
    private static final int WARM_UP_OF_QUEUE_RUN = 50_000;

    @Param
    private Routing routing = Routing.CENTRAL;

    private int replication;

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double request() {
        var queue = new QueueRun(routing, UNITS, new UnitShape(1, 1), QueueingTheoryTest.waiting(1));
        return queue.play(PER_SECOND, REQUESTS - WARM_UP_OF_QUEUE_RUN, replication++)
                .latencies()
                .meanWaitNanos();
    }
}
