package dev.hostlab.cost;

import dev.hostlab.cost.Meter.Label;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// Meters of what one kind of capacity costs.
final class ComputeMeters {

    private ComputeMeters() {}

    /// The hours of instances or tasks.
    static List<Meter> ofHours(ComputeUsage used, int freeEphemeralGib, Month month) {
        var hours = Month.toHours(used.billedSeconds());
        return switch (used.capacity()) {
            case Capacity.Instances instances -> List.of(ofInstances(instances, hours, month));
            case Capacity.Tasks tasks -> ofTasks(tasks, new Extra(freeEphemeralGib, hours), month);
        };
    }

    /// CPU that burstable instances used beyond what they earned.
    static Optional<Meter> ofSurplusCredits(ComputeUsage used, Month month) {
        if (!(used.capacity() instanceof Capacity.Instances instances)) {
            return Optional.empty();
        }
        var type = instances.instanceType();
        var family = type.substring(0, Math.max(type.indexOf('.'), 0));
        var label = new Label("Surplus CPU credits, " + type, Meter.COMPUTE, Skus.cpuCredit(family));
        return Optional.of(Meter.metered(label, BigDecimal.valueOf(used.surplusVcpuHours()), month));
    }

    static Optional<Meter> ofRootVolumes(ComputeUsage used, Month month) {
        if (!(used.capacity() instanceof Capacity.Instances instances)) {
            return Optional.empty();
        }
        var gibHours = Month.toHours(used.billedSeconds()).multiply(BigDecimal.valueOf(instances.rootVolumeGib()));
        var label =
                new Label("gp3 root volumes, " + instances.rootVolumeGib() + " GiB each", Meter.STORAGE, Skus.EBS_GP3);
        return Optional.of(Meter.metered(label, inMonths(gibHours), month));
    }

    static Optional<Meter> ofDetailedMonitoring(ComputeUsage used, int metricsPerInstance, Month month) {
        if (!(used.capacity() instanceof Capacity.Instances instances) || !instances.detailedMonitoring()) {
            return Optional.empty();
        }
        var metricHours = Month.toHours(used.billedSeconds()).multiply(BigDecimal.valueOf(metricsPerInstance));
        var label = new Label("EC2 detailed monitoring", Meter.OBSERVABILITY, Skus.METRIC);
        return Optional.of(Meter.metered(label, inMonths(metricHours), month));
    }

    private static Meter ofInstances(Capacity.Instances instances, BigDecimal hours, Month month) {
        var type = instances.instanceType();
        return Meter.metered(
                new Label("EC2 " + type + ", Linux on demand", Meter.COMPUTE, Skus.ec2Linux(type)), hours, month);
    }

    private static List<Meter> ofTasks(Capacity.Tasks tasks, Extra extra, Month month) {
        var flavour = ", Linux " + (tasks.architecture() == Architecture.ARM64 ? "ARM" : "x86")
                + (tasks.spot() ? ", Spot" : "");
        var vcpu = Skus.fargateVcpu(tasks.architecture(), tasks.spot());
        var memory = Skus.fargateMemory(tasks.architecture(), tasks.spot());
        var storage =
                new Label("Fargate storage above " + extra.freeGib + " GiB", Meter.COMPUTE, Skus.FARGATE_EPHEMERAL);
        return List.of(
                perTask(
                        new Label("Fargate vCPU" + flavour, Meter.COMPUTE, vcpu),
                        tasks.size().vcpus(),
                        extra,
                        month),
                perTask(
                        new Label("Fargate memory" + flavour, Meter.COMPUTE, memory),
                        tasks.size().memoryGib(),
                        extra,
                        month),
                perTask(storage, Math.max(0, tasks.ephemeralGib() - extra.freeGib), extra, month));
    }

    private static Meter perTask(Label label, double amount, Extra extra, Month month) {
        return Meter.metered(label, extra.hours.multiply(BigDecimal.valueOf(amount)), month);
    }

    private static BigDecimal inMonths(BigDecimal hours) {
        return hours.divide(Month.HOURS, MathContext.DECIMAL128);
    }

    private record Extra(int freeGib, BigDecimal hours) {}
}
