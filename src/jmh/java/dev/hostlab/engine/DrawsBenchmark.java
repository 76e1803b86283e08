package dev.hostlab.engine;

import dev.hostlab.workload.Variation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a draw takes, each kind in a loop as the engine has it: bits alone, what is made of them, and the
/// logarithm that a ziggurat saves, for comparison.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DrawsBenchmark {

    private static final int MANY = 4_096;
    private static final long MINUTE = 60_000_000_000L;

    private final Factor lognormal = Factor.of(new Variation.LogNormal(1.5));
    private final Factor erlang = Factor.of(new Variation.Erlang(3));
    private final double[] factors = new double[MANY];
    private final long[] at = new long[MANY];
    private final BinTimes times = new BinTimes(new RunId(7, 0, false));
    private long first;

    @Benchmark
    @OperationsPerInvocation(MANY)
    public long bits() {
        var sum = 0L;
        for (var index = 0; index < MANY; index++) {
            sum += Draws.bits(77, first + index);
        }
        first += MANY;
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public double exponential() {
        var sum = 0.0;
        for (var index = 0; index < MANY; index++) {
            sum += Draws.exponential(Draws.bits(77, first + index));
        }
        first += MANY;
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public double exponentialByLogarithm() {
        var sum = 0.0;
        for (var index = 0; index < MANY; index++) {
            sum -= Math.log(Draws.unit(Draws.bits(77, first + index)));
        }
        first += MANY;
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public double[] lognormal() {
        return fill(lognormal);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public double[] erlang() {
        return fill(erlang);
    }

    /// Two blocks of a minute.
    @Benchmark
    @OperationsPerInvocation(MANY)
    public long[] arrivals() {
        times.open(0, MINUTE, first, MANY);
        times.fill(at, 0, MANY);
        first += MANY;
        return at;
    }

    private double[] fill(Factor factor) {
        factor.fill(factors, 77, first);
        first += MANY;
        return factors;
    }
}
