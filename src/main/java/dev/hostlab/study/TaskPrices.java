package dev.hostlab.study;

import dev.hostlab.hosting.InstanceChoice;
import dev.hostlab.pricebook.InstanceType;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.settings.BeanstalkParameters;
import dev.hostlab.settings.Settings;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What an hour of one task costs at list prices: on Fargate, and on an instance full of tasks.
///
/// @param settings resolved settings
/// @param prices   prices of the region
record TaskPrices(Settings settings, PriceBook prices) {

    /// An instance type with its price for each task that fits on it.
    record OnInstance(String type, double usdPerTaskHour) {}

    private InstanceChoice choice() {
        return InstanceChoice.of(
                settings, new InstanceChoice.Room(settings.get(BeanstalkParameters.USABLE_MEMORY_SHARE), 0));
    }

    /// On Fargate, on demand; empty where a price is missing.
    Optional<Double> onFargate() {
        var size = choice().size();
        var vcpu = usd(Skus.fargateVcpu(choice().architecture(), false));
        var memory = usd(Skus.fargateMemory(choice().architecture(), false));
        return vcpu.flatMap(perVcpu -> memory.map(perGib -> size.vcpus() * perVcpu + size.memoryGib() * perGib));
    }

    /// On the instances of the Beanstalk environment.
    Optional<OnInstance> onBeanstalk() {
        return prices.instanceType(settings.get(BeanstalkParameters.INSTANCE_TYPE)).stream()
                .flatMap(this::each)
                .findFirst();
    }

    /// On the type that is cheapest for each task, without burstable ones, whose vCPUs are not whole.
    Optional<OnInstance> onCheapest() {
        return prices.instanceTypes().stream()
                .filter(type -> type.architecture() == choice().architecture() && type.gpus() == 0)
                .filter(type -> !type.family().startsWith("t"))
                .flatMap(this::each)
                .min(Comparator.comparingDouble(OnInstance::usdPerTaskHour).thenComparing(OnInstance::type));
    }

    private Stream<OnInstance> each(InstanceType type) {
        var tasks = choice().tasksOn(type);
        return tasks == 0
                ? Stream.empty()
                : usd(Skus.ec2Linux(type.name())).stream().map(usd -> new OnInstance(type.name(), usd / tasks));
    }

    private Optional<Double> usd(String sku) {
        return prices.price(sku).map(price -> price.usd().doubleValue());
    }
}
