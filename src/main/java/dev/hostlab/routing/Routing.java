package dev.hostlab.routing;

/// How requests find a unit.
public enum Routing {
    /// One queue for all; a unit takes the next request when it has a free slot.
    CENTRAL("central"),
    /// Any unit with equal chance.
    RANDOM("random"),
    /// Each unit in turn; the default of an Application Load Balancer.
    ROUND_ROBIN("round-robin"),
    /// The unit with the fewest outstanding requests ("join the shortest queue").
    LEAST_OUTSTANDING("least-outstanding"),
    /// The less loaded of two units drawn at random.
    POWER_OF_TWO("power-of-2");

    private final String id;

    Routing(String id) {
        this.id = id;
    }

    /// The name in settings and files.
    public String id() {
        return id;
    }

    /// The routing of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Routing of(String id) {
        for (var routing : values()) {
            if (routing.id.equals(id)) {
                return routing;
            }
        }
        throw new IllegalArgumentException("No routing " + id);
    }
}
