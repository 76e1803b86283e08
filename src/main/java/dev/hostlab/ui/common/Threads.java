package dev.hostlab.ui.common;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Where work is done: what takes time in the background, what is seen on the user interface's thread.
///
/// @param background for files and simulations
/// @param screen     for everything that is bound to controls
public record Threads(Executor background, Executor screen) {

    public Threads {
        requireNonNull(background, "background");
        requireNonNull(screen, "screen");
    }

    /// A thread of its own for each piece of work, which does not keep the process alive.
    public static Threads ofWindow() {
        return new Threads(
                work -> Thread.ofPlatform().daemon().name("hostlab-work").start(work), Platform::runLater);
    }
}
