package dev.hostlab.ui.common;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Threads for tests without a screen: background work is done at once, what belongs on the screen's thread waits until
/// [#drain].
public final class QueuedThreads {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Threads threads = new Threads(Runnable::run, waiting::add);

    public Threads threads() {
        return threads;
    }

    /// Does what waits, and what comes of it.
    public void drain() {
        for (var work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }
}
