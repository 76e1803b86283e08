package dev.hostlab.ui.workspace;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Asks the screen's thread for a sign of life every few milliseconds, and keeps the gaps between them. When one is
/// late, it looks at what that thread is doing, so that a gap can be explained.
final class Heartbeat extends Thread {

    private static final long EVERY_MILLIS = 5;
    private static final double LATE_MILLIS = 60;
    private static final int FRAMES = 120;

    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Thread screen;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private volatile long last = System.nanoTime();
    private long lastWorked;

    /// @param screen the thread to watch
    Heartbeat(Thread screen) {
        super("heartbeat");
        this.screen = screen;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                if (asked.compareAndSet(false, true)) {
                    Platform.runLater(this::beat);
                } else {
                    look();
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException ended) {
            interrupt();
        }
    }

    private void look() {
        var sinceLast = (System.nanoTime() - last) / 1e6;
        if (sinceLast > LATE_MILLIS) {
            var stack = Arrays.stream(screen.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "    " + frame)
                    .collect(Collectors.joining("\n"));
            synchronized (this) {
                late.add(String.format("after %.0f ms, %s%n%s", sinceLast, screen.getState(), stack));
            }
        }
    }

    private synchronized void beat() {
        var now = System.nanoTime();
        gaps.add((now - last) / 1e6);
        last = now;
        var worked = clock.getCurrentThreadCpuTime();
        work.add((worked - lastWorked) / 1e6);
        lastWorked = worked;
        asked.set(false);
    }

    /// The gaps since this was last asked for, in milliseconds.
    synchronized double[] take() {
        var taken = gaps.stream().mapToDouble(gap -> gap).toArray();
        gaps.clear();
        return taken;
    }

    /// Processor time of the thread in each of the gaps since this was last asked for, in milliseconds: what a
    /// gap would be on an idle machine, without waiting for rendering.
    synchronized double[] takeWork() {
        var taken = work.stream().mapToDouble(part -> part).toArray();
        work.clear();
        return taken;
    }

    /// What the thread was doing whenever a sign of life was late.
    synchronized List<String> late() {
        return List.copyOf(late);
    }
}
