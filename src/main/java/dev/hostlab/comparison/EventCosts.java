package dev.hostlab.comparison;

import dev.hostlab.cost.Rating;
import dev.hostlab.effort.Coefficient;
import dev.hostlab.effort.EffortCoefficients;
import dev.hostlab.effort.EvaluationGate;
import dev.hostlab.hosting.HostingOption;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.usage.ComputeUsage;
import dev.hostlab.usage.FleetEvent;
import dev.hostlab.usage.Usage;
import java.util.ArrayList;
import java.util.List;

/// Prices events and weighs them, from what a run metered: nothing is simulated again.
///
/// Dollars are those that a second more of the option's compute adds to the bill, times the capacity that the event
/// held beyond what was desired, and those of a second load balancer. Hours are the minutes of the chores that such an
/// event makes.
///
/// @param gate prices of an evaluation, and what a failed one takes
record EventCosts(HostingOption option, PriceBook prices, EvaluationGate gate) {

    private static final double MANY_SECONDS = 1e6;
    private static final double MANY_HOURS = 1e4;
    private static final double MINUTES_PER_HOUR = 60;

    List<EventCost> of(Replica run) {
        if (run.events().isEmpty()) {
            return List.of();
        }
        var second = usdASecond(run.usage());
        var balancerHour = usdABalancerHour(run.usage());
        return run.events().stream()
                .map(event -> new EventCost(
                        event,
                        second * event.extraUnitSeconds() + balancerHour * event.extraBalancerHours(),
                        minutes(event) / MINUTES_PER_HOUR,
                        usd(event)))
                .toList();
    }

    private double usd(FleetEvent event) {
        return event.evaluated()
                .map(evaluated -> gate.usdOf(evaluated.inputTokens(), evaluated.outputTokens()))
                .orElse(0.0);
    }

    private double usdASecond(Usage usage) {
        var more = new ArrayList<ComputeUsage>(usage.compute());
        var first = more.getFirst();
        more.set(
                0,
                new ComputeUsage(
                        first.capacity(),
                        first.billedSeconds() + MANY_SECONDS,
                        first.runs(),
                        first.idleSeconds(),
                        first.strandedSeconds(),
                        first.drainingSeconds(),
                        first.surplusVcpuHours()));
        var longer = new Usage(usage.horizonSeconds(), more, usage.loadBalancer(), usage.traffic(), usage.fleet());
        return (period(longer) - period(usage)) / MANY_SECONDS;
    }

    private double usdABalancerHour(Usage usage) {
        var longer = new Usage(
                usage.horizonSeconds(),
                usage.compute(),
                usage.loadBalancer().plusHours(MANY_HOURS),
                usage.traffic(),
                usage.fleet());
        return (period(longer) - period(usage)) / MANY_HOURS;
    }

    private double period(Usage usage) {
        return Rating.rate(option.bought(usage), option.charges(), prices)
                .period()
                .total()
                .toDouble();
    }

    private double minutes(FleetEvent event) {
        var failsEvaluation =
                event.evaluated().filter(FleetEvent.Evaluated::failed).isPresent();
        var met = event.evaluated().map(FleetEvent.Evaluated::met).orElse(0L) > 0;
        var failed = event.outcome().isFailure() && (!failsEvaluation || met);
        return (failsEvaluation ? gate.mendMinutes() : 0) + minutes(event, failed);
    }

    private double minutes(FleetEvent event, boolean failed) {
        var effort = option.effort();
        return switch (event.kind()) {
            case "deployment" ->
                effort.value(Coefficient.DEPLOY_MINUTES)
                        + (failed ? effort.value(Coefficient.FAILED_DEPLOY_MINUTES) : 0);
            case "prompt or secret rotation" -> effort.value(Coefficient.DEPLOY_MINUTES) + update(effort, failed);
            case "configuration change" -> failed ? effort.value(Coefficient.FAILED_UPDATE_MINUTES) : 0;
            case "platform update" -> effort.value(Coefficient.PATCH_MINUTES) + update(effort, failed);
            case "zone failure" ->
                event.durationSeconds() == 0
                        ? 0
                        : effort.value(Coefficient.PAGE_MINUTES) + effort.value(Coefficient.LOG_HUNT_MINUTES);
            case "instance failure" -> effort.value(Coefficient.REPLACEMENT_MINUTES);
            case "Spot interruption" -> effort.value(Coefficient.SPOT_MINUTES);
            default -> 0;
        };
    }

    private static double update(EffortCoefficients effort, boolean failed) {
        return failed ? effort.value(Coefficient.FAILED_UPDATE_MINUTES) : 0;
    }
}
