package dev.hostlab.cli;

/// Whose scaling policy is replayed.
enum ReplayService {
    ECS("ecs", 1, 10_000),
    ASG("asg", 1, 10_000),
    CAPACITY_PROVIDER("capacity-provider", 0, 10_000),
    BEANSTALK("beanstalk", 1, 4);

    private final String id;
    private final int minimum;
    private final int maximum;

    ReplayService(String id, int minimum, int maximum) {
        this.id = id;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    String id() {
        return id;
    }

    /// The least capacity unless the user says otherwise.
    int minimum() {
        return minimum;
    }

    int maximum() {
        return maximum;
    }

    /// Whether AWS lets desired capacity stand outside its range until the next action.
    boolean startsAnywhere() {
        return this == ECS;
    }

    @Override
    public String toString() {
        return id;
    }
}
