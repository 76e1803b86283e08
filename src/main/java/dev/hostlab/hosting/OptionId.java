package dev.hostlab.hosting;

import java.util.Arrays;
import java.util.Optional;

/// The hosting options, by the names used in files and on the command line.
public enum OptionId {
    BEANSTALK("beanstalk", "Elastic Beanstalk", "Beanstalk"),
    ECS_EC2("ecs-ec2", "ECS on EC2", "ECS on EC2"),
    FARGATE("fargate", "ECS on Fargate", "Fargate");

    private final String id;
    private final String label;
    private final String shortLabel;

    OptionId(String id, String label, String shortLabel) {
        this.id = id;
        this.label = label;
        this.shortLabel = shortLabel;
    }

    /// The option of that name, empty if there is none.
    public static Optional<OptionId> named(String id) {
        return Arrays.stream(values()).filter(option -> option.id.equals(id)).findFirst();
    }

    /// The name in settings, JSON and `--options`.
    public String id() {
        return id;
    }

    /// The name shown to people.
    public String label() {
        return label;
    }

    /// The name in sentences, legends and tight places.
    public String shortLabel() {
        return shortLabel;
    }
}
