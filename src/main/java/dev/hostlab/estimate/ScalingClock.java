package dev.hostlab.estimate;

import dev.hostlab.hosting.MetricClock;
import dev.hostlab.hosting.ScalingPlan;
import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.scaling.Clocks;
import dev.hostlab.scaling.Pacing;
import dev.hostlab.scaling.Resize;
import dev.hostlab.scaling.Scaler;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.scaling.ScalingMetric;
import dev.hostlab.scaling.SimpleScaler;
import dev.hostlab.scaling.Statistic;
import java.util.Optional;

/// The scaling loop of an estimate: points are made from ticks, become visible after their delay, and the very
/// policies that the engine runs decide on them.
///
/// A metric is as noisy as the requests of its period are few; its noise and the phase at which alarms look come from
/// the [Variant].
final class ScalingClock {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private final ScalingMetric metric;
    private final Statistic statistic;
    private final MetricClock clock;
    private final Scaler scaler;
    private final int points;
    private final String layer;
    private final UnitPlan unit;
    private final EstimateInput input;
    private final Demands demands;
    private final double countNoise;
    private final double[] hiddenValues = new double[64];
    private final long[] hiddenUntil = new long[64];
    private int firstHidden;
    private int hidden;
    private long newestVisibleAt;
    private long nextClose;
    private long pointsMade;
    private double cpuSeconds;
    private double unitSeconds;
    private double holdingSeconds;
    private double insideSeconds;
    private double requests;
    private double tokens;
    private double bytes;
    private double bytesIn;

    private ScalingClock(ScalingPlan.Policy policy, Pacing pacing, EstimateInput input, Demands demands) {
        this.metric = policy.metric();
        this.statistic = policy.statistic();
        this.clock = policy.clock();
        this.scaler = policy.scaler(pacing);
        this.points = policy.points();
        this.unit = input.plan().unit();
        this.input = input;
        this.demands = demands;
        this.countNoise = input.load().countNoise(clock.periodSeconds());
        this.layer = unit.name() + "s";
        this.nextClose = nanos(clock.periodSeconds());
    }

    /// The loop of the fleet's first policy; empty where nothing follows a metric.
    static Optional<ScalingClock> of(EstimateInput input, Demands demands) {
        var scaling = input.plan().scaling();
        return scaling.policies().stream()
                .findFirst()
                .map(policy -> new ScalingClock(policy, scaling.pacing(), input, demands));
    }

    MetricClock clock() {
        return clock;
    }

    /// When the alarms first look.
    long firstEvaluation() {
        return (long) (input.variant().alarmPhase() * nanos(clock.evaluationSeconds()));
    }

    /// Whether changes are activities whose end matters.
    boolean waitsForActivities() {
        return scaler instanceof SimpleScaler;
    }

    /// A tick has ended; at the end of a metric period it yields a point.
    void add(TickLoad tick, double leavingSeconds, double requestBytes, double responseBytes) {
        cpuSeconds += tick.cpuSeconds;
        unitSeconds += tick.unitSeconds;
        holdingSeconds += tick.unitSeconds + leavingSeconds;
        insideSeconds += tick.insideSeconds;
        requests += tick.arrived;
        tokens += tick.tokens;
        bytes += responseBytes;
        bytesIn += requestBytes;
    }

    /// Closes the metric period if it ends now.
    void close(long now, double waiting, int inService) {
        if (now < nextClose) {
            return;
        }
        nextClose += nanos(clock.periodSeconds());
        var at = (firstHidden + hidden) & (hiddenValues.length - 1);
        hiddenValues[at] = statistic(point(waiting, inService));
        hiddenUntil[at] = now + nanos(clock.publishSeconds());
        hidden++;
        pointsMade++;
        cpuSeconds = 0;
        unitSeconds = 0;
        holdingSeconds = 0;
        insideSeconds = 0;
        requests = 0;
        tokens = 0;
        bytes = 0;
        bytesIn = 0;
    }

    /// Looks at the alarms.
    Resize evaluate(long now, int desired) {
        while (hidden > 0 && hiddenUntil[firstHidden] <= now) {
            newestVisibleAt = hiddenUntil[firstHidden];
            scaler.observe(hiddenValues[firstHidden]);
            firstHidden = (firstHidden + 1) & (hiddenValues.length - 1);
            hidden--;
        }
        return scaler.evaluate(now / 1_000_000_000L, desired);
    }

    void activityEnded(long now) {
        if (scaler instanceof SimpleScaler simple) {
            simple.activityEnded(now / 1_000_000_000L);
        }
    }

    /// What was decided just now, for the record.
    ScalingDecision decision(long now, int desired, Resize resize) {
        var clocks = new Clocks(
                points * clock.periodSeconds(),
                clock.publishSeconds(),
                Math.max(0, now - newestVisibleAt) / NANOS_PER_SECOND,
                clock.actionSeconds(),
                0,
                0,
                0);
        var value = scaler.metric();
        return new ScalingDecision(
                now / NANOS_PER_SECOND + clock.actionSeconds(),
                layer,
                desired,
                resize.desired(),
                metric.id(),
                Double.isNaN(value) ? 0 : value,
                resize.reason(),
                clocks);
    }

    /// A fluid has no lowest and highest instance: those are taken for the mean.
    private double statistic(double perMinute) {
        var minutes = clock.periodSeconds() / SECONDS_PER_MINUTE;
        return switch (statistic) {
            case PER_MINUTE -> perMinute;
            case AVERAGE, MINIMUM, MAXIMUM ->
                metric == ScalingMetric.REQUEST_COUNT ? Math.min(1, Math.ceil(requests)) : perMinute;
            case SUM ->
                switch (metric) {
                    case REQUEST_COUNT, REQUESTS_PER_TARGET, HEALTHY_HOSTS, UNHEALTHY_HOSTS -> perMinute * minutes;
                    case RESPONSE_TIME -> insideSeconds;
                    case CPU, MEMORY, NETWORK_OUT, NETWORK_IN, IN_FLIGHT, TOKENS_PER_MINUTE ->
                        perMinute * unitSeconds / SECONDS_PER_MINUTE;
                    case QUEUE_BACKLOG, DISK -> perMinute;
                };
        };
    }

    private double point(double waiting, int inService) {
        if (metric == ScalingMetric.QUEUE_BACKLOG) {
            return waiting / Math.max(1, inService * unit.tasks());
        }
        return switch (metric) {
            case REQUEST_COUNT -> noise(0) * requests * SECONDS_PER_MINUTE / clock.periodSeconds();
            case RESPONSE_TIME -> requests > 0 ? insideSeconds / requests : Double.NaN;
            case HEALTHY_HOSTS -> inService;
            case UNHEALTHY_HOSTS -> 0;
            case DISK -> Double.NaN;
            case CPU,
                    MEMORY,
                    REQUESTS_PER_TARGET,
                    QUEUE_BACKLOG,
                    IN_FLIGHT,
                    TOKENS_PER_MINUTE,
                    NETWORK_OUT,
                    NETWORK_IN -> unitSeconds > 0 ? perUnit() : Double.NaN;
        };
    }

    private double perUnit() {
        var unitMinutes = unitSeconds / SECONDS_PER_MINUTE;
        return switch (metric) {
            case CPU ->
                Math.min(100, noise(input.sample().cpuNoise()) * 100 * cpuSeconds / (unitSeconds * unit.vcpus()));
            case IN_FLIGHT -> held() * 100 / (holdingSeconds * unit.slots());
            case MEMORY -> memoryPercent();
            case REQUESTS_PER_TARGET -> noise(0) * requests / unitMinutes;
            case TOKENS_PER_MINUTE -> noise(0) * tokens / (unitMinutes * unit.tasks());
            case NETWORK_OUT -> noise(0) * bytes / unitMinutes;
            case NETWORK_IN -> noise(0) * bytesIn / unitMinutes;
            case QUEUE_BACKLOG, REQUEST_COUNT, RESPONSE_TIME, HEALTHY_HOSTS, UNHEALTHY_HOSTS, DISK ->
                throw new IllegalStateException(metric.id() + " is not counted per unit");
        };
    }

    private double memoryPercent() {
        var memory = input.sample().model().memory();
        var used = unit.tasks() * memory.baseMib() + memory.perRequestMib() * held() / holdingSeconds;
        return Math.min(100, 100 * used / unit.memoryMib());
    }

    /// Requests inside × seconds.
    private double held() {
        return insideSeconds * noise(demands.newest().holdingNoise());
    }

    /// A factor around 1: a metric of few requests is noisy, and alarms see the noise; requests that are played
    /// bring their own.
    ///
    /// @param each squared variation that one request brings
    private double noise(double each) {
        var variance = each + countNoise;
        return variance == 0 || requests <= 0 || input.playsRequests()
                ? 1
                : Math.max(0, 1 + input.variant().noise(pointsMade) * StrictMath.sqrt(variance / requests));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
