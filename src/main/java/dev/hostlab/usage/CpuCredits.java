package dev.hostlab.usage;

import java.util.Optional;

/// What a burstable instance earns in CPU credits. A credit is one vCPU for a minute.
///
/// Source: EC2 user guide, "Key concepts for burstable performance instances" and "Unlimited mode concepts"
/// (`burstable-credits-baseline-concepts.md`, `burstable-performance-instances-unlimited-mode-concepts.md`), as of
/// 2023-06-15.
///
/// @param earnedPerHour credits an hour, above 0; 24 hours of it are kept at most
/// @param launchCredits credits that it starts with; T2 in standard mode has 30 a vCPU
/// @param unlimited     whether it may spend more than it has, for which it pays later
public record CpuCredits(double earnedPerHour, double launchCredits, boolean unlimited) {

    private static final double HOURS_KEPT = 24;
    private static final double LAUNCH_CREDITS_PER_VCPU = 30;

    public CpuCredits {
        if (!(earnedPerHour > 0) || !(launchCredits >= 0)) {
            throw new IllegalArgumentException(
                    "A burstable instance earns credits: " + earnedPerHour + ", starts with " + launchCredits);
        }
    }

    /// The credits of an instance type; empty if it is not burstable or its earnings are not known.
    ///
    /// @param type  such as `t3.medium`
    /// @param vcpus of the type
    /// @param mode  `standard`, `unlimited`, or anything else for the type's own: standard for T2
    public static Optional<CpuCredits> of(String type, int vcpus, String mode) {
        var dot = type.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var t2 = type.startsWith("t2.");
        var earned = earned(type.substring(0, dot), type.substring(dot + 1));
        var unlimited = mode.equals("unlimited") || (!t2 && !mode.equals("standard"));
        var launch = t2 && !unlimited ? LAUNCH_CREDITS_PER_VCPU * vcpus : 0;
        return earned == 0 ? Optional.empty() : Optional.of(new CpuCredits(earned, launch, unlimited));
    }

    /// The most that can be kept, and the most that can be owed before it is charged at once.
    public double limit() {
        return HOURS_KEPT * earnedPerHour;
    }

    /// vCPUs that it may always use.
    public double baselineVcpus() {
        return earnedPerHour / 60;
    }

    private static double earned(String family, String size) {
        return switch (family) {
            case "t2" -> earnedByT2(size);
            case "t3", "t3a", "t4g" -> earnedByT3(size);
            default -> 0;
        };
    }

    private static double earnedByT3(String size) {
        return switch (size) {
            case "nano" -> 6;
            case "micro" -> 12;
            case "small", "medium" -> 24;
            case "large" -> 36;
            case "xlarge" -> 96;
            case "2xlarge" -> 192;
            default -> 0;
        };
    }

    /// Beyond large: 54 and 81.6, from the same page.
    private static double earnedByT2(String size) {
        return switch (size) {
            case "nano" -> 3;
            case "micro" -> 6;
            case "small" -> 12;
            case "medium" -> 24;
            case "large" -> 36;
            case "xlarge" -> 54;
            case "2xlarge" -> 81.6;
            default -> 0;
        };
    }
}
