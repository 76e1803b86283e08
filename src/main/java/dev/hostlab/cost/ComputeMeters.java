package dev.hostlab.cost;

import dev.hostlab.cost.Meter.Label;
import dev.hostlab.pricebook.Architecture;
import dev.hostlab.pricebook.Commitment;
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
    static List<Meter> ofHours(ComputeUsage used, Charge.Compute charge, Month month) {
        var hours = Month.toHours(used.billedSeconds());
        return switch (used.capacity()) {
            case Capacity.Instances instances -> List.of(ofInstances(instances, charge, hours, month));
            case Capacity.Stopped _ -> List.of();
            case Capacity.Tasks tasks -> ofTasks(tasks, charge, hours, month);
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

    /// Hours of instances that AWS manages. Their rate is the fee's share of the on-demand price.
    static Optional<Meter> ofManagementFee(ComputeUsage used, Month month) {
        if (!(used.capacity() instanceof Capacity.Instances instances)) {
            return Optional.empty();
        }
        var type = instances.instanceType();
        var label = new Label("Management fee, " + type, Meter.COMPUTE, Skus.MANAGED_INSTANCES_FEE);
        return Optional.of(
                Meter.metered(label, Month.toHours(used.billedSeconds()), month).shareOf(Skus.ec2Linux(type)));
    }

    static Optional<Meter> ofRootVolumes(ComputeUsage used, Month month) {
        return switch (used.capacity()) {
            case Capacity.Instances instances ->
                Optional.of(volumes("gp3 root volumes, ", instances.rootVolumeGib(), used, month));
            case Capacity.Stopped stopped ->
                Optional.of(volumes("gp3 root volumes of the warm pool, ", stopped.rootVolumeGib(), used, month));
            case Capacity.Tasks _ -> Optional.empty();
        };
    }

    private static Meter volumes(String item, int gib, ComputeUsage used, Month month) {
        var gibHours = Month.toHours(used.billedSeconds()).multiply(BigDecimal.valueOf(gib));
        var label = new Label(item + gib + " GiB each", Meter.STORAGE, Skus.EBS_GP3);
        return Meter.metered(label, inMonths(gibHours), month);
    }

    static Optional<Meter> ofDetailedMonitoring(ComputeUsage used, int metricsPerInstance, Month month) {
        if (!(used.capacity() instanceof Capacity.Instances instances) || !instances.detailedMonitoring()) {
            return Optional.empty();
        }
        var metricHours = Month.toHours(used.billedSeconds()).multiply(BigDecimal.valueOf(metricsPerInstance));
        var label = new Label("EC2 detailed monitoring", Meter.OBSERVABILITY, Skus.METRIC);
        return Optional.of(Meter.metered(label, inMonths(metricHours), month));
    }

    private static Meter ofInstances(
            Capacity.Instances instances, Charge.Compute charge, BigDecimal hours, Month month) {
        var type = instances.instanceType();
        var sku = instances.spot() ? Skus.ec2Spot(type) : Skus.under(charge.commitment(), Skus.ec2Linux(type));
        var bought = instances.spot() ? " Spot" : terms(charge.commitment());
        var label = new Label("EC2 " + type + ", Linux" + bought, Meter.COMPUTE, sku);
        return Meter.metered(label, hours, month);
    }

    private static List<Meter> ofTasks(Capacity.Tasks tasks, Charge.Compute charge, BigDecimal hours, Month month) {
        var commitment = tasks.spot() ? Commitment.NONE : charge.commitment();
        var flavour = ", Linux " + (tasks.architecture() == Architecture.ARM64 ? "ARM" : "x86")
                + (tasks.spot() ? ", Spot" : terms(commitment));
        var vcpu = Skus.under(commitment, Skus.fargateVcpu(tasks.architecture(), tasks.spot()));
        var memory = Skus.under(commitment, Skus.fargateMemory(tasks.architecture(), tasks.spot()));
        var free = charge.freeEphemeralGib();
        var storage = new Label("Fargate storage above " + free + " GiB", Meter.COMPUTE, Skus.FARGATE_EPHEMERAL);
        var extraGib = Math.max(0, tasks.ephemeralGib() - free);
        return List.of(
                Meter.metered(
                        new Label("Fargate vCPU" + flavour, Meter.COMPUTE, vcpu),
                        times(hours, tasks.size().vcpus()),
                        month),
                Meter.metered(
                        new Label("Fargate memory" + flavour, Meter.COMPUTE, memory),
                        times(hours, tasks.size().memoryGib()),
                        month),
                Meter.metered(storage, times(hours, extraGib), month));
    }

    private static String terms(Commitment commitment) {
        return switch (commitment) {
            case NONE -> " on demand";
            case ONE_YEAR -> ", Savings Plan of 1 year";
            case THREE_YEARS -> ", Savings Plan of 3 years";
        };
    }

    private static BigDecimal times(BigDecimal hours, double amount) {
        return hours.multiply(BigDecimal.valueOf(amount));
    }

    private static BigDecimal inMonths(BigDecimal hours) {
        return hours.divide(Month.HOURS, MathContext.DECIMAL128);
    }
}
