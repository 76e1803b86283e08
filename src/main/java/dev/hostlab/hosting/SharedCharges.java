package dev.hostlab.hosting;

import dev.hostlab.cost.Charge;
import dev.hostlab.pricebook.Commitment;
import dev.hostlab.settings.BillingParameters;
import dev.hostlab.settings.LoadBalancerParameters;
import dev.hostlab.settings.ServiceParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.settings.TrafficParameters;
import java.util.ArrayList;
import java.util.List;

/// What every option pays for, from settings.
///
/// @param settings resolved settings
/// @param balanced whether a load balancer stands in front; otherwise a web service has an address of its own
record SharedCharges(Settings settings, boolean balanced) {

    private static final double MS_PER_SECOND = 1_000;
    private static final int FREE_EPHEMERAL_GIB = 20;
    private static final int FREE_ALARMS = 10;
    private static final int FREE_METRICS = 10;
    private static final double FREE_TRANSFER_GB = 100;
    private static final double FREE_LOGS_GB = 5;
    private static final double FREE_QUEUE_MILLIONS = 1;
    private static final double BYTES_PER_MB = 1e6;
    private static final double MB_PER_GB = 1e3;

    /// A web service behind a load balancer, or workers that pull.
    SharedCharges(Settings settings) {
        this(settings, settings.get(ServiceParameters.KIND).equals("web"));
    }

    /// Alarms and metrics that an option makes.
    ///
    /// @param standard       alarms with periods of a minute or more
    /// @param highResolution alarms with shorter periods
    /// @param metrics        custom metrics
    record Watching(int standard, int highResolution, int metrics) {}

    /// @param logs whether the option sends its logs to CloudWatch
    List<Charge> all(Watching watching, boolean logs) {
        var free = settings.get(BillingParameters.FREE_TIER);
        var commitment =
                Commitment.of(settings.get(BillingParameters.SAVINGS_PLAN)).orElseThrow();
        var charges = new ArrayList<Charge>(List.of(new Charge.Compute(FREE_EPHEMERAL_GIB, commitment)));
        if (balanced) {
            charges.add(new Charge.LoadBalancer());
        }
        charges.add(new Charge.PublicAddresses(
                balanced ? settings.get(LoadBalancerParameters.AVAILABILITY_ZONES) : 0,
                settings.get(BillingParameters.PUBLIC_IPV4) || (isWeb() && !balanced)));
        if (settings.get(BillingParameters.NAT_GATEWAYS) > 0) {
            charges.add(natGateways());
        }
        charges.addAll(transfer(free));
        if (!isWeb()) {
            charges.add(new Charge.QueueRequests(free ? FREE_QUEUE_MILLIONS : 0));
        }
        if (logs) {
            charges.add(logs(free));
        }
        charges.add(new Charge.Alarms(watching.standard(), watching.highResolution(), free ? FREE_ALARMS : 0));
        if (watching.metrics() > 0) {
            charges.add(new Charge.CustomMetrics(watching.metrics(), free ? FREE_METRICS : 0));
        }
        charges.add(imageStorage());
        return charges;
    }

    private Charge natGateways() {
        return new Charge.NatGateways(
                settings.get(BillingParameters.NAT_GATEWAYS),
                settings.get(BillingParameters.UPSTREAM_SENT_BYTES)
                        + settings.get(BillingParameters.UPSTREAM_RECEIVED_BYTES),
                settings.get(ServiceParameters.IMAGE_MB) * BYTES_PER_MB);
    }

    private List<Charge> transfer(boolean free) {
        var out = new Charge.TransferOut(
                free ? FREE_TRANSFER_GB : 0, settings.get(BillingParameters.UPSTREAM_SENT_BYTES), isWeb());
        var between = settings.get(BillingParameters.INTER_ZONE_BYTES);
        return between == 0 ? List.of(out) : List.of(out, new Charge.InterZoneTransfer(between));
    }

    private Charge logs(boolean free) {
        return new Charge.Logs(
                settings.get(TrafficParameters.LOG_BYTES_PER_REQUEST),
                free ? FREE_LOGS_GB : 0,
                settings.get(BillingParameters.LOG_RETENTION_MONTHS)
                        * settings.get(BillingParameters.LOG_STORED_SHARE));
    }

    private Charge imageStorage() {
        var images = settings.get(BillingParameters.IMAGES_KEPT);
        return new Charge.ImageStorage(images * settings.get(ServiceParameters.IMAGE_MB) / MB_PER_GB);
    }

    /// The load balancer as the engine meters it.
    FleetPlan.Front front() {
        return new FleetPlan.Front(
                balanced,
                settings.get(LoadBalancerParameters.REQUESTS_PER_CONNECTION),
                Math.max(0, settings.get(LoadBalancerParameters.RULES) - 10),
                balanced ? settings.get(LoadBalancerParameters.SLOW_START_SECONDS) : 0,
                balanced ? keepAlive() : KeepAlive.LONG);
    }

    private KeepAlive keepAlive() {
        var seconds = settings.get(LoadBalancerParameters.TARGET_KEEP_ALIVE_SECONDS);
        return seconds == 0 || seconds >= settings.get(LoadBalancerParameters.IDLE_TIMEOUT_SECONDS)
                ? KeepAlive.LONG
                : new KeepAlive(
                        seconds,
                        settings.get(LoadBalancerParameters.CLOSING_RACE_MS) / MS_PER_SECOND,
                        settings.get(LoadBalancerParameters.AVAILABILITY_ZONES));
    }

    private boolean isWeb() {
        return settings.get(ServiceParameters.KIND).equals("web");
    }
}
