package dev.hostlab.cli;

import dev.hostlab.comparison.Watcher;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Shows how far a comparison is, on a terminal only, and keeps its time. Ctrl-C ends the process at once.
final class Progress implements Watcher, AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long BETWEEN_LINES = 200_000_000L;
    private static final long QUIET_AT_FIRST = 700_000_000L;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Console console;
    private final long began = System.nanoTime();
    private final AtomicLong nextLine = new AtomicLong(began + QUIET_AT_FIRST);
    private volatile boolean shown;
    private volatile int replications;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public boolean goesOn(double share) {
        var now = System.nanoTime();
        var due = nextLine.get();
        if (console.terminal() && now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            show(share, (now - began) / NANOS_PER_SECOND);
        }
        return true;
    }

    @Override
    public void plans(int planned) {
        replications = planned;
    }

    @Override
    public double secondsSoFar() {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    @Override
    public double processorSeconds() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported()
                ? threads.getCurrentThreadCpuTime() / NANOS_PER_SECOND
                : secondsSoFar();
    }

    @Override
    public void close() {
        if (shown) {
            console.err().print(ERASE_LINE);
            console.err().flush();
        }
    }

    private void show(double share, double seconds) {
        shown = true;
        var left = share > 0 ? seconds / share - seconds : 0;
        var line = String.format(
                Locale.ROOT,
                "Simulating %d replications: %3.0f %%, %.0f s left; Ctrl-C cancels",
                replications,
                100 * share,
                left);
        console.err().print(ERASE_LINE + line);
        console.err().flush();
    }
}
