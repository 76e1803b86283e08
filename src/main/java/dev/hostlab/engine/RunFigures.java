package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.usage.Capacity;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.FleetHistory;
import dev.hostlab.usage.Incidents;
import dev.hostlab.usage.LoadBalancerUsage;
import dev.hostlab.usage.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run has found out so far. Reading it changes nothing, but that the load balancer's hour is closed.
///
/// @param decisions changes of desired capacity
/// @param timeline  tick by tick, if it was asked for
record RunFigures(
        RunInput input,
        Meter meter,
        Fleet fleet,
        RunRecorder recorder,
        QueueWatch queue,
        List<DecisionDraft> decisions,
        @Nullable RunTimeline timeline) {

    private static final double NANOS_PER_SECOND = 1e9;

    /// The result if the run ended now.
    ///
    /// @param events that have happened until then
    RunResult until(long now, List<FleetEvent> events) {
        var bills = fleet.billsUntil(now);
        var compute = compute(bills.rented(), now);
        var all = new ArrayList<>(List.of(compute.withSurplus(recorder.surplusVcpuHours())));
        all.addAll(bills.waiting());
        var usage = new Usage(
                now / NANOS_PER_SECOND,
                all,
                loadBalancer(events),
                recorder.traffic(queue.requests()),
                history(compute, Incidents.of(events, now / NANOS_PER_SECOND), now));
        var latencies = meter.latencies();
        return new RunResult(
                requests(),
                latencies.responses(),
                latencies.waits(),
                latencies.meanResponseNanos() / NANOS_PER_SECOND,
                latencies.meanWaitNanos() / NANOS_PER_SECOND,
                latencies.firstTokens() == null ? null : firstTokens(latencies.firstTokens()),
                usage,
                summary(compute, now),
                decisions.stream()
                        .map(DecisionDraft::finished)
                        .sorted(Comparator.comparingDouble(ScalingDecision::atSeconds))
                        .toList(),
                events,
                queue.result().orElse(null),
                timeline,
                recorder.limits());
    }

    private LoadBalancerUsage loadBalancer(List<FleetEvent> events) {
        return recorder.loadBalancer()
                .plusHours(events.stream()
                        .mapToLong(FleetEvent::extraBalancerHours)
                        .sum());
    }

    private static RunResult.FirstTokens firstTokens(FirstTokens found) {
        return new RunResult.FirstTokens(found.all(), found.meanNanos() / NANOS_PER_SECOND);
    }

    private RunResult.Requests requests() {
        var total = meter.total();
        return new RunResult.Requests(
                total.arrived,
                total.served,
                total.rejected,
                total.timedOut,
                total.failed,
                total.inFlight,
                total.good,
                total.delayed,
                total.noTarget,
                total.idleTimeout,
                total.crashed,
                total.keepAlive,
                queue.repeats());
    }

    private FleetHistory history(ComputeUsage compute, Incidents incidents, long now) {
        var stranded = compute.billedSeconds() == 0 ? 0 : compute.strandedSeconds() / compute.billedSeconds();
        return new FleetHistory(
                meanInstances(compute, now),
                fleet.starts().launches(),
                decisions.stream().filter(DecisionDraft::raises).count(),
                decisions.stream().filter(draft -> !draft.raises()).count(),
                recorder.breaches().episodes(),
                recorder.breaches().days(),
                stranded,
                incidents);
    }

    private ComputeUsage compute(CapacityMeter rented, long now) {
        if (fleet.cluster().isPresent() && input.plan().rented() instanceof Rented.OnInstances on) {
            var use = fleet.cluster().get().use();
            var idle = recorder.idleUnitNanos() / on.tasksPerInstance()
                    + use.empty().areaNanos(now);
            return rented.usage(idle, use.stranded().areaNanos(now));
        }
        return rented.usage(recorder.idleUnitNanos(), 0);
    }

    private static double meanInstances(ComputeUsage compute, long now) {
        return compute.capacity() instanceof Capacity.Instances ? compute.billedSeconds() * NANOS_PER_SECOND / now : 0;
    }

    private RunResult.FleetSummary summary(ComputeUsage compute, long now) {
        var tasks = input.plan().unit().tasks();
        var inService = fleet.rotation().inService();
        var instances = meanInstances(compute, now);
        var peakInstances = fleet.cluster()
                .map(cluster -> cluster.use().running().most())
                .orElse(instances > 0 ? fleet.starts().begun().most() : 0);
        return new RunResult.FleetSummary(
                tasks * inService.mean(now),
                (int) (tasks * inService.most()),
                (int) (tasks * inService.least()),
                instances,
                peakInstances.intValue(),
                fleet.coldStarts().count(),
                fleet.coldStarts().meanSeconds(),
                fleet.crashes().count(),
                fleet.starts().holds(),
                tasks * fleet.starts().held().mean(now));
    }
}
