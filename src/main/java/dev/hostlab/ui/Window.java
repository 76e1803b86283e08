package dev.hostlab.ui;

import javafx.application.Application;

/// Opens the window, if there is a screen to open it on.
public final class Window {

    private Window() {}

    /// Whether a window can be shown. Only on Linux and its kin may there be no screen.
    public static boolean isPossible() {
        var system = System.getProperty("os.name", "");
        return system.startsWith("Windows")
                || system.startsWith("Mac")
                || isSet("DISPLAY")
                || isSet("WAYLAND_DISPLAY")
                || System.getProperty("glass.platform", "").equals("Headless");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /// Shows the window and returns when it is closed.
    ///
    /// @return whether it could be shown
    public static boolean open() {
        try {
            Application.launch(HostlabApp.class);
            return true;
        } catch (UnsupportedOperationException noScreen) {
            return false;
        }
    }
}
