package dev.hostlab.hosting;

/// What may happen to a fleet besides load.
public enum EventKind {
    DEPLOYMENT("deployment"),
    CONFIGURATION("configuration change"),
    PLATFORM_UPDATE("platform update"),
    INSTANCE_FAILURE("instance failure"),
    ZONE_FAILURE("zone failure"),
    SPOT_INTERRUPTION("Spot interruption");

    private final String words;

    EventKind(String words) {
        this.words = words;
    }

    /// What people call it.
    public String words() {
        return words;
    }

    /// Whether somebody wants it; such changes wait for one another.
    public boolean isChange() {
        return this == DEPLOYMENT || this == CONFIGURATION || this == PLATFORM_UPDATE;
    }
}
