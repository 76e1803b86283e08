package dev.hostlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Starts JavaFX once for all tests, runs work on its thread, and waits for what happens there.
public final class Stagehand {

    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_MILLIS = 15;

    private Stagehand() {}

    public static void startToolkit() throws InterruptedException {
        var ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
        } catch (IllegalStateException started) {
            ready.countDown();
        }
        Platform.setImplicitExit(false);
        assertThat(ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    /// Runs work on JavaFX's thread and waits for it.
    public static <T> T onScreen(Callable<T> work) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /// Runs work on JavaFX's thread and waits for it.
    public static void onScreen(Runnable work) throws InterruptedException, ExecutionException {
        onScreen(() -> {
            work.run();
            return "";
        });
    }

    /// Waits until a condition holds on JavaFX's thread.
    public static void waitFor(String what, BooleanSupplier condition) throws InterruptedException, ExecutionException {
        var tries = PATIENCE_SECONDS * 1_000 / PAUSE_MILLIS;
        while (tries-- > 0) {
            if (onScreen(condition::getAsBoolean)) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("Waited in vain for " + what);
    }
}
