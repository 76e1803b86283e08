package dev.hostlab.pricebook;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An EC2 instance type, as its maker describes it. Its price is the price book's [Skus#ec2Linux].
///
/// @param name                      such as `m7g.large`
/// @param vcpus                     virtual CPUs, above 0
/// @param memoryMebibytes           memory in MiB before the operating system takes its share, above 0
/// @param architecture              of the processor
/// @param networkBaselineMbpsOrNull network bandwidth that it always has, in Mbit/s; null where not published
/// @param burstable                 whether CPU above a baseline costs credits (the T families)
/// @param gpus                      graphics processors, 0 or more
public record InstanceType(
        String name,
        int vcpus,
        int memoryMebibytes,
        Architecture architecture,
        @Nullable Integer networkBaselineMbpsOrNull,
        boolean burstable,
        int gpus) {

    public InstanceType {
        requireNonNull(name, "name");
        requireNonNull(architecture, "architecture");
        if (vcpus <= 0 || memoryMebibytes <= 0 || gpus < 0) {
            throw new IllegalArgumentException("An instance needs CPU and memory: " + name);
        }
    }

    /// Network bandwidth that it always has, in Mbit/s, empty where it is not published as a number.
    public Optional<Integer> networkBaselineMbps() {
        return Optional.ofNullable(networkBaselineMbpsOrNull);
    }

    /// Memory in GiB.
    public double memoryGib() {
        return memoryMebibytes / 1024.0;
    }

    /// The family: `m7g` of `m7g.large`.
    public String family() {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
