package dev.hostlab.ui.common;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Where work is done: what takes time in the background, what is seen on the user interface's thread.
///
/// @param background for files and simulations
/// @param screen     for everything that is bound to controls
public record Threads(Executor background, Executor screen) {

    private static final int BACKGROUND_PRIORITY = Thread.NORM_PRIORITY - 2;

    public Threads {
        requireNonNull(background, "background");
        requireNonNull(screen, "screen");
    }

    /// A thread of its own for each piece of work, which does not keep the process alive and stands back behind
    /// what is seen (where the system heeds the priority of threads; Linux does not).
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: the window has a core of its own as well
    public static Threads ofWindow() {
        return new Threads(
                work -> Thread.ofPlatform()
                        .daemon()
                        .priority(BACKGROUND_PRIORITY)
                        .name("hostlab-work")
                        .start(work),
                Platform::runLater);
    }

    /// How many threads may calculate: all cores but one, which is the window's, and at least one.
    public static int forCalculating() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
