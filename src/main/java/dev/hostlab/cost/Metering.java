package dev.hostlab.cost;

import dev.hostlab.cost.Meter.Label;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Turns charges and what was used into meters: what is counted, before any price.
///
/// @param usage what was used
/// @param month the horizon's ratio to a month
record Metering(Usage usage, Month month) {

    private static final BigDecimal BYTES_PER_GB = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BOTH_DIRECTIONS = BigDecimal.TWO;

    List<Meter> meters(Charge charge) {
        return switch (charge) {
            case Charge.Compute compute -> compute(compute);
            case Charge.ManagementFee() -> perKind(used -> ComputeMeters.ofManagementFee(used, month));
            case Charge.RootVolumes() -> perKind(used -> ComputeMeters.ofRootVolumes(used, month));
            case Charge.DetailedMonitoring(int metrics) ->
                perKind(used -> ComputeMeters.ofDetailedMonitoring(used, metrics, month));
            case Charge.LoadBalancer() -> loadBalancer();
            case Charge.PublicAddresses addresses -> publicAddresses(addresses);
            case Charge.NatGateways nat -> natGateways(nat);
            case Charge.TransferOut transfer -> List.of(transferOut(transfer));
            case Charge.InterZoneTransfer(double bytes) -> List.of(interZoneTransfer(bytes));
            case Charge.QueueRequests(double free) -> List.of(queueRequests(free));
            case Charge.Logs logs -> logs(logs);
            case Charge.Alarms alarms -> alarms(alarms);
            case Charge.CustomMetrics metrics -> List.of(customMetrics(metrics));
            case Charge.ImageStorage(double gigabytes) -> List.of(imageStorage(gigabytes));
        };
    }

    private List<Meter> compute(Charge.Compute charge) {
        return usage.compute().stream()
                .flatMap(used -> Stream.concat(
                        ComputeMeters.ofHours(used, charge, month).stream(),
                        ComputeMeters.ofSurplusCredits(used, month).stream()))
                .toList();
    }

    private List<Meter> perKind(Function<ComputeUsage, Optional<Meter>> meter) {
        return usage.compute().stream().map(meter).flatMap(Optional::stream).toList();
    }

    /// An hour begun is paid whole, so a horizon of an hour and a half pays two; a month still has 730 of them.
    private List<Meter> loadBalancer() {
        var used = usage.loadBalancer();
        var hours = BigDecimal.valueOf(used.hours());
        var inMonth = hours.multiply(Month.HOURS).divide(wholeHours(), MathContext.DECIMAL128);
        var lcu = new Label("Load balancer capacity units, mostly " + used.leading(), Meter.BALANCER, Skus.ALB_LCU);
        return List.of(
                new Meter("Application Load Balancer", Meter.BALANCER, Skus.ALB_HOUR, hours, inMonth),
                Meter.metered(lcu, BigDecimal.valueOf(used.lcuHours()), month));
    }

    private List<Meter> publicAddresses(Charge.PublicAddresses charge) {
        var balancer = month.hours().add(secondBalancerHours()).multiply(BigDecimal.valueOf(charge.zones()));
        var units = charge.everyUnit() ? unitHours() : BigDecimal.ZERO;
        return List.of(
                address("Public IPv4 of the load balancer", balancer),
                address("Public IPv4 of instances or tasks", units));
    }

    /// Hours in which a second load balancer stood beside the first, whose hours are those of the horizon.
    private BigDecimal secondBalancerHours() {
        var beyond = BigDecimal.valueOf(usage.loadBalancer().hours()).subtract(wholeHours());
        return beyond.max(BigDecimal.ZERO);
    }

    private BigDecimal wholeHours() {
        return month.hours().setScale(0, RoundingMode.CEILING);
    }

    private Meter address(String item, BigDecimal hours) {
        return Meter.metered(new Label(item, Meter.NETWORK, Skus.PUBLIC_IPV4), hours, month);
    }

    private BigDecimal unitHours() {
        return usage.compute().stream()
                .filter(used -> !(used.capacity() instanceof Capacity.Stopped))
                .map(used -> Month.toHours(used.billedSeconds()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Meter> natGateways(Charge.NatGateways charge) {
        if (charge.gateways() == 0) {
            return List.of();
        }
        var hours = month.hours().multiply(BigDecimal.valueOf(charge.gateways()));
        var moved = gigabytes(bytes(imagePulls(), charge.bytesPerStart())
                .add(bytes(usage.traffic().requests(), charge.bytesPerRequest())));
        return List.of(
                Meter.metered(new Label("NAT gateway", Meter.NETWORK, Skus.NAT_HOUR), hours, month),
                Meter.metered(new Label("NAT gateway data", Meter.NETWORK, Skus.NAT_GB), moved, month));
    }

    /// Images that were fetched: one for each start of an instance or task, those of the beginning not counted,
    /// which were there already; a task on an instance that has the image fetches none.
    private double imagePulls() {
        var runs = usage.compute().stream().mapToDouble(ComputeUsage::runs).sum();
        return Math.min(runs, usage.fleet().launches());
    }

    private Meter transferOut(Charge.TransferOut charge) {
        var traffic = usage.traffic();
        var responses = charge.responses() ? traffic.responseBytes() : 0;
        var sent = BigDecimal.valueOf(responses).add(bytes(traffic.requests(), charge.extraBytesPerRequest()));
        var label = new Label("Data transfer out to the internet", Meter.NETWORK, Skus.TRANSFER_OUT);
        return Meter.meteredBeyond(BigDecimal.valueOf(charge.freeGbPerMonth()), label, gigabytes(sent), month);
    }

    private Meter interZoneTransfer(double bytesPerRequest) {
        var moved = gigabytes(bytes(usage.traffic().requests(), bytesPerRequest));
        var label = new Label("Data transfer between zones, both ways", Meter.NETWORK, Skus.TRANSFER_INTER_ZONE);
        return Meter.metered(label, moved.multiply(BOTH_DIRECTIONS), month);
    }

    private Meter queueRequests(double freeMillions) {
        var millions = BigDecimal.valueOf(usage.traffic().queueRequests()).divide(MILLION, MathContext.DECIMAL128);
        var label = new Label("SQS requests", Meter.QUEUE, Skus.SQS_REQUESTS);
        return Meter.meteredBeyond(BigDecimal.valueOf(freeMillions), label, millions, month);
    }

    private List<Meter> logs(Charge.Logs charge) {
        var taken = gigabytes(bytes(usage.traffic().requests(), charge.bytesPerRequest()));
        var ingested = new Label("Logs taken in", Meter.OBSERVABILITY, Skus.LOGS_INGESTED);
        var stored = new Label("Logs stored", Meter.OBSERVABILITY, Skus.LOGS_STORED);
        return List.of(
                Meter.meteredBeyond(BigDecimal.valueOf(charge.freeGbPerMonth()), ingested, taken, month),
                Meter.metered(stored, taken.multiply(BigDecimal.valueOf(charge.storedMonths())), month));
    }

    private List<Meter> alarms(Charge.Alarms charge) {
        var standard = new Label("Alarms, standard", Meter.OBSERVABILITY, Skus.ALARM_STANDARD);
        var fast = new Label("Alarms, high resolution", Meter.OBSERVABILITY, Skus.ALARM_HIGH_RESOLUTION);
        return List.of(
                Meter.monthly(standard, BigDecimal.valueOf(charge.standard() - charge.free()), month),
                Meter.monthly(fast, BigDecimal.valueOf(charge.highResolution()), month));
    }

    private Meter customMetrics(Charge.CustomMetrics charge) {
        var label = new Label("Custom metrics", Meter.OBSERVABILITY, Skus.METRIC);
        return Meter.monthly(label, BigDecimal.valueOf(charge.metrics() - charge.free()), month);
    }

    private Meter imageStorage(double gigabytes) {
        var label = new Label("Images in the registry", Meter.STORAGE, Skus.ECR_STORAGE);
        return Meter.monthly(label, BigDecimal.valueOf(gigabytes), month);
    }

    private static BigDecimal bytes(double count, double bytesEach) {
        return BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(bytesEach));
    }

    private static BigDecimal gigabytes(BigDecimal bytes) {
        return bytes.divide(BYTES_PER_GB, MathContext.DECIMAL128);
    }
}
