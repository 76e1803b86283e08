package dev.hostlab.hosting;

import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The hosting options, by the names used in files and on the command line.
public enum OptionId {
    BEANSTALK("beanstalk", "Elastic Beanstalk", "Beanstalk"),
    ECS_EC2("ecs-ec2", "ECS on EC2", "ECS on EC2"),
    FARGATE("fargate", "ECS on Fargate", "Fargate"),
    MANAGED_INSTANCES("managed-instances", "ECS Managed Instances", "Managed Instances");

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

    /// The options that settings ask for, in their order; names that there are not are left out.
    public static List<OptionId> chosen(Settings settings) {
        return Arrays.stream(settings.get(RunParameters.OPTIONS).split(",", -1))
                .map(String::strip)
                .distinct()
                .flatMap(id -> named(id).stream())
                .toList();
    }

    /// Whether it is compared unless the settings say otherwise.
    public boolean isUsual() {
        return chosen(Settings.standard()).contains(this);
    }

    /// Whether a setting belongs to this option alone.
    public boolean owns(String path) {
        return path.startsWith(id + ".") || path.startsWith("effort." + id + ".");
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
