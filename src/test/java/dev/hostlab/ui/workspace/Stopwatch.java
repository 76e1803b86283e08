package dev.hostlab.ui.workspace;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// Wall time, and processor time of the two threads that draw: on a busy machine only the latter tells what the work
/// takes.
final class Stopwatch {

    private final long began = System.nanoTime();
    private final long cpuBegan = cpuNanos();

    double wallMillis() {
        return (System.nanoTime() - began) / 1e6;
    }

    double cpuMillis() {
        return (cpuNanos() - cpuBegan) / 1e6;
    }

    private static long cpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null
                        && (info.getThreadName().startsWith("JavaFX Application")
                                || info.getThreadName().startsWith("QuantumRenderer")))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId()))
                .sum();
    }
}
