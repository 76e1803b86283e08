package dev.hostlab.scaling;

/// One scaling policy with its alarms, run over time on one metric. It decides and does not act.
public sealed interface Scaler permits TargetTracker, StepScaler, SimpleScaler {

    /// A data point has become visible; NaN where the metric was not published.
    void observe(double value);

    /// The metric's newest visible value, NaN where there is none.
    double metric();

    /// The state of the alarms as one word: `HIGH`, `LOW`, `OK` or `INSUFFICIENT_DATA`.
    String alarm();

    /// What the policy wants now; nothing is taken as done.
    ///
    /// @param atSeconds seconds from the start of the run
    /// @param desired   desired capacity now
    Resize propose(long atSeconds, int desired);

    /// What it wanted has been done.
    ///
    /// @param from desired capacity before
    /// @param to   desired capacity now
    void done(long atSeconds, int from, int to);

    /// From now on capacity keeps to another range.
    void keepWithin(CapacityRange range);

    /// Whether nothing may be scaled in unless this policy wants it too, and it does not.
    boolean forbidsScaleIn();

    /// Decides once and takes it as done; AWS repeats the action every minute while an alarm lasts.
    default Resize evaluate(long atSeconds, int desired) {
        var wanted = propose(atSeconds, desired);
        if (wanted.desired() != desired) {
            done(atSeconds, desired, wanted.desired());
        }
        return wanted;
    }
}
