package dev.hostlab.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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

    /// Reads a service by its name, in letters of either case.
    static final class Converter implements ITypeConverter<ReplayService> {

        @Override
        public ReplayService convert(String name) {
            return Arrays.stream(values())
                    .filter(service -> service.id.equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no '" + name + "'; choose from: "
                            + Arrays.stream(values()).map(ReplayService::id).collect(Collectors.joining(", "))));
        }
    }
}
