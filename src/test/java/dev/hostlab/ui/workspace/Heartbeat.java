package dev.hostlab.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// Asks the screen's thread for a sign of life every few milliseconds, and keeps the gaps between them.
final class Heartbeat extends Thread {

    private static final long EVERY_MILLIS = 5;

    private final List<Double> gaps = new ArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private long last = System.nanoTime();

    Heartbeat() {
        super("heartbeat");
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                if (asked.compareAndSet(false, true)) {
                    Platform.runLater(this::beat);
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException ended) {
            interrupt();
        }
    }

    private synchronized void beat() {
        var now = System.nanoTime();
        gaps.add((now - last) / 1e6);
        last = now;
        asked.set(false);
    }

    /// The gaps since this was last asked for, in milliseconds.
    synchronized double[] take() {
        var taken = gaps.stream().mapToDouble(gap -> gap).toArray();
        gaps.clear();
        return taken;
    }
}
