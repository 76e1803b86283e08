package dev.hostlab.report;

import dev.hostlab.comparison.Outcome;
import dev.hostlab.comparison.QueueUse;
import dev.hostlab.units.Figures;
import java.util.Optional;

/// What is said about an option's central queue in words and figures.
///
/// @param queue empty where a load balancer sends the requests
public record QueueFacts(Optional<QueueUse> queue) {

    QueueFacts(OptionFacts facts) {
        this(facts.outcome().queue());
    }

    public static QueueFacts of(Outcome outcome) {
        return new QueueFacts(outcome.queue());
    }

    public boolean isThere() {
        return queue.isPresent();
    }

    /// Whether the trace has depths to stand beside the simulated ones.
    public boolean isObserved() {
        return queue.flatMap(QueueUse::depth).isPresent();
    }

    /// How old the oldest waiting message became: "48 s ± 3 s".
    public String oldest() {
        return queue.map(use -> Shown.seconds(use.oldestSeconds()).compact()).orElse(Figures.NONE);
    }

    /// Share of the time in which it was within its target: "99.2 % of 60 s".
    public String within() {
        return queue.map(use ->
                        Shown.share(use.withinTarget()).compact() + " at " + Figures.seconds(use.ageTargetSeconds()))
                .orElse(Figures.NONE);
    }

    /// Whether any message was delivered again, dropped or given up.
    public boolean cameBack() {
        return queue.flatMap(QueueUse::deliveries)
                .filter(all -> all.redeliveries() + all.failed() + all.lost() + all.inVain() + all.expired() > 0)
                .isPresent();
    }

    /// Receives beyond the first, as a share of the messages received: "120, 1.2 % of receives".
    public String redeliveries() {
        return queue.flatMap(QueueUse::deliveries)
                .map(all -> Figures.count(all.redeliveries()) + ", "
                        + Figures.share(all.receives() == 0 ? 0 : (double) all.redeliveries() / all.receives())
                        + " of receives")
                .orElse(Figures.NONE);
    }

    /// Attempts that came to nothing, by cause: "12, 3, 4".
    public String wastedAttempts() {
        return queue.flatMap(QueueUse::deliveries)
                .map(all -> Figures.count(all.inVain()) + ", " + Figures.count(all.failed()) + ", "
                        + Figures.count(all.lost()))
                .orElse(Figures.NONE);
    }

    /// Time of slots that attempts took which came to nothing.
    public String wasted() {
        return queue.flatMap(QueueUse::deliveries)
                .map(all -> Figures.seconds(all.wastedSeconds()))
                .orElse(Figures.NONE);
    }

    /// Messages that were never processed: dead letters and expired ones.
    public String dropped() {
        return queue.flatMap(QueueUse::deliveries)
                .map(all -> Figures.count(all.deadLettered()) + ", " + Figures.count(all.expired()))
                .orElse(Figures.NONE);
    }

    /// API requests to the queue.
    public String calls() {
        return queue.flatMap(QueueUse::deliveries)
                .map(all -> Figures.count(all.calls()))
                .orElse(Figures.NONE);
    }

    /// How far the simulated depth is from the trace's: "mean 0.1 %, most 0.4 % of its peak".
    public String error() {
        return queue.flatMap(QueueUse::depth)
                .map(depth -> "mean " + Figures.share(depth.meanShare()) + ", most " + Figures.share(depth.maxShare())
                        + " of its peak")
                .orElse(Figures.NONE);
    }
}
