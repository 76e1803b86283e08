package dev.hostlab.hosting;

import dev.hostlab.pricebook.InstanceType;
import java.util.Locale;

/// How tasks of an ECS cluster reach the network, which bounds how many fit on an instance.
///
/// With `awsvpc` each task takes one of the instance's network interfaces, the first of which is its own. Source: EC2
/// user guide, network interfaces per instance type, and ECS developer guide, "Supported instance types for increased
/// container network interfaces", read 2026-11-23. The numbers follow the vCPUs on all current general-purpose,
/// compute and memory families, and so are not kept type by type. Left out: types with more interfaces than their
/// size usually has.
public enum TaskNetworking {
    /// Ports of the instance: no bound.
    BRIDGE,
    /// An interface each.
    AWSVPC,
    /// Branch interfaces on a trunk; none for the T family.
    AWSVPC_TRUNKING;

    private static final int SMALLEST_INTERFACES = 2;

    /// The mode of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static TaskNetworking of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Tasks that get an interface on an instance.
    public int mostTasks(InstanceType type) {
        return switch (this) {
            case BRIDGE -> Integer.MAX_VALUE;
            case AWSVPC -> interfaces(type) - 1;
            case AWSVPC_TRUNKING -> type.burstable() ? interfaces(type) - 1 : branches(type.vcpus());
        };
    }

    private static int interfaces(InstanceType type) {
        if (type.vcpus() == 1 || type.name().endsWith(".nano") || type.name().endsWith(".micro")) {
            return SMALLEST_INTERFACES;
        }
        if (type.vcpus() == 2) {
            return 3;
        }
        if (type.vcpus() <= 8) {
            return 4;
        }
        return type.vcpus() < 64 ? 8 : 15;
    }

    private static int branches(int vcpus) {
        if (vcpus == 1) {
            return 4;
        }
        if (vcpus <= 8) {
            return 5 * vcpus;
        }
        return vcpus < 64 ? 60 : 120;
    }
}
