package dev.hostlab.hosting;

/// What may happen to a fleet besides load.
public enum EventKind {
    DEPLOYMENT(0, "deployment"),
    CONFIGURATION(1, "configuration change"),
    PLATFORM_UPDATE(2, "platform update"),
    INSTANCE_FAILURE(3, "instance failure"),
    ZONE_FAILURE(4, "zone failure"),
    SPOT_INTERRUPTION(5, "Spot interruption"),
    ROTATION(6, "prompt or secret rotation");

    private final int number;
    private final String words;

    EventKind(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /// What sets its draws apart; never to be changed, since results depend on it.
    public int number() {
        return number;
    }

    /// What people call it.
    public String words() {
        return words;
    }

    /// Whether somebody wants it; such changes wait for one another.
    public boolean isChange() {
        return this == DEPLOYMENT || this == CONFIGURATION || this == PLATFORM_UPDATE || this == ROTATION;
    }
}
