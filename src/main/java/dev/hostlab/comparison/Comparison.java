package dev.hostlab.comparison;

import dev.hostlab.settings.LedgerEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Options side by side, after the same arrivals.
///
/// @param workload     what was played
/// @param prices       which prices were used
/// @param preset       `tuned` or `aws-defaults`
/// @param seed         seed of all randomness
/// @param replications how many replications; 0 for an estimate, where nothing was simulated
/// @param outcomes     one an option, in the order asked for
/// @param differences  one a pair of options
/// @param verdict      who wins what
/// @param ledger       every assumption
/// @param notices      what a reader should know: gaps left out, a workload that replaced the scenario's, missing
///                     prices
/// @param engine       how fast it ran
/// @param windowsOrNull which part was played, where windows were sampled; null where all of it was, or nothing
/// @param trials       the options again, scaling on one metric after the other; empty unless asked for
public record Comparison(
        WorkloadSummary workload,
        PriceSummary prices,
        String preset,
        long seed,
        int replications,
        List<Outcome> outcomes,
        List<Difference> differences,
        Verdict verdict,
        List<LedgerEntry> ledger,
        List<String> notices,
        EngineSpeed engine,
        @Nullable WindowSummary windowsOrNull,
        List<MetricTrial> trials) {

    /// The same with trials of scaling metrics beside it.
    public Comparison with(List<MetricTrial> others) {
        return new Comparison(
                workload,
                prices,
                preset,
                seed,
                replications,
                outcomes,
                differences,
                verdict,
                ledger,
                notices,
                engine,
                windowsOrNull,
                others);
    }

    public Comparison {
        trials = List.copyOf(trials);
        outcomes = List.copyOf(outcomes);
        differences = List.copyOf(differences);
        ledger = List.copyOf(ledger);
        notices = List.copyOf(notices);
    }

    /// Which part of the workload was played, where windows were sampled.
    public Optional<WindowSummary> windows() {
        return Optional.ofNullable(windowsOrNull);
    }

    /// Whether the figures were estimated instead of simulated; whoever shows them has to say so.
    public boolean isEstimate() {
        return replications == 0;
    }
}
