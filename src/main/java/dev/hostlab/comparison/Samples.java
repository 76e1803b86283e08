package dev.hostlab.comparison;

import dev.hostlab.hosting.OptionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The figures of every option, one value a replication. Replication *i* of one option met the same arrivals as
/// replication *i* of any other, so differences are taken pair by pair.
public final class Samples {

    private final Map<Key, double[]> values = new HashMap<>();

    /// Estimates closer than this part of each other are not told apart; see `src/docs/estimate.md`.
    private static final double ESTIMATE_ERROR = 0.01;

    /// Means that lie further apart than this part of the better one are not called equal.
    private static final double CALLED_EQUAL = 0.5;

    private final boolean estimated;

    /// Figures of simulated replications.
    public Samples() {
        this(false);
    }

    private Samples(boolean estimated) {
        this.estimated = estimated;
    }

    /// Figures that were estimated, one value a pass.
    static Samples ofEstimates() {
        return new Samples(true);
    }

    private record Key(OptionId option, Criterion criterion) {}

    /// Adds one option's values. A criterion that an option lacks, such as the p95 of one that
    /// served nothing, is left out.
    ///
    /// @param perReplication finite, in order of the replications
    /// @return this
    public Samples with(OptionId option, Criterion criterion, double... perReplication) {
        values.put(new Key(option, criterion), perReplication.clone());
        return this;
    }

    public boolean has(OptionId option, Criterion criterion) {
        return values.containsKey(new Key(option, criterion));
    }

    /// Mean over replications with its interval.
    public Sampled mean(OptionId option, Criterion criterion) {
        return named(Sampled.of(of(option, criterion)));
    }

    /// The paired difference: `a` minus `b`. Estimates do not come in pairs: an option takes as
    /// many passes as it needs.
    public Sampled difference(Criterion criterion, OptionId a, OptionId b) {
        return estimated
                ? Sampled.ofEstimate(
                        mean(a, criterion).mean() - mean(b, criterion).mean())
                : Sampled.ofDifference(of(a, criterion), of(b, criterion));
    }

    private Sampled named(Sampled figure) {
        return estimated ? Sampled.ofEstimate(figure.mean()) : figure;
    }

    /// Whether the replications cannot tell the two apart.
    public boolean tied(Criterion criterion, OptionId a, OptionId b) {
        var difference = difference(criterion, a, b);
        var better = Math.min(mean(a, criterion).mean(), mean(b, criterion).mean());
        var sure = estimated ? ESTIMATE_ERROR * Math.abs(better) : difference.halfWidth95();
        return Math.abs(difference.mean()) <= Math.max(sure, criterion.smallest(better));
    }

    /// The differences of all pairs in total cost, the earlier option first.
    public List<Difference> totalDifferences(List<OptionId> options) {
        var differences = new ArrayList<Difference>();
        for (var i = 0; i < options.size(); i++) {
            for (var j = i + 1; j < options.size(); j++) {
                var a = options.get(i);
                var b = options.get(j);
                differences.add(new Difference(a, b, difference(Criterion.TOTAL, a, b)));
            }
        }
        return differences;
    }

    /// The best option by mean, followed by those that share its place; empty where no option has the criterion.
    ///
    /// Who is tied shares the place, unless one with a better mean is surely worse than the best, or the means
    /// lie so far apart that nobody would call them equal: such a tie only says that there were too few
    /// replications.
    List<OptionId> best(Criterion criterion, List<OptionId> candidates) {
        var ranked = ranked(criterion, candidates);
        return ranked.stream()
                .takeWhile(option ->
                        tied(criterion, ranked.getFirst(), option) && near(criterion, ranked.getFirst(), option))
                .toList();
    }

    private boolean near(Criterion criterion, OptionId best, OptionId option) {
        var mean = mean(best, criterion).mean();
        var apart = mean(option, criterion).mean() - mean;
        return apart <= Math.max(CALLED_EQUAL * Math.abs(mean), criterion.smallest(mean));
    }

    /// Those that have the criterion, best mean first; equal ones keep their order.
    List<OptionId> ranked(Criterion criterion, List<OptionId> candidates) {
        return candidates.stream()
                .filter(option -> has(option, criterion))
                .sorted((a, b) -> Double.compare(
                        mean(a, criterion).mean(), mean(b, criterion).mean()))
                .toList();
    }

    private double[] of(OptionId option, Criterion criterion) {
        var found = values.get(new Key(option, criterion));
        if (found == null) {
            throw new IllegalArgumentException("No " + criterion + " of " + option.id());
        }
        return found;
    }
}
