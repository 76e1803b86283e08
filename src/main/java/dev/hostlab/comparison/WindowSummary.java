package dev.hostlab.comparison;

import dev.hostlab.units.Figures;
import java.time.Duration;

/// How much of a workload was played where its figures are from sampled windows.
///
/// @param windows       windows played, over all replications; one drawn by several of them counts for each
/// @param ofWindows     windows that the workload has
/// @param windowSeconds length of a window
/// @param warmUpSeconds how long a window was played at least before it counted
/// @param playedShare   requests played for each option, warm-ups included, over the requests of one whole replication
public record WindowSummary(
        int windows, int ofWindows, double windowSeconds, double warmUpSeconds, double playedShare) {

    /// What a reader should know.
    ///
    /// @param groups how many choices of windows there were
    String notice(int groups) {
        var sure = groups == 1
                ? "There is one choice of windows, so there are no intervals."
                : "The intervals are over " + Figures.count(groups)
                        + " choices of windows, each with its own random numbers.";
        return "Sampled: " + Figures.count(windows) + " windows of "
                + Figures.span(Duration.ofSeconds((long) windowSeconds)) + " were played after warm-ups of "
                + Figures.span(Duration.ofSeconds((long) warmUpSeconds)) + ", " + Figures.share(playedShare)
                + " of the requests; the workload has " + Figures.count(ofWindows) + ". " + sure
                + " Charts show the estimate by which windows were chosen, and decisions are those of the first choice.";
    }
}
