package dev.hostlab.comparison;

/// Watches a comparison from outside: is told how far it is, can end it, and keeps the time, which the core cannot
/// see. Called on several threads.
public interface Watcher {

    /// Nobody watches, and no time passes.
    Watcher NONE = new Watcher() {
        @Override
        public boolean goesOn(double share) {
            return true;
        }

        @Override
        public double secondsSoFar() {
            return 0;
        }
    };

    /// It takes this many replications of each option as far as is known now; more may be found to be needed, and
    /// the share that is done falls then.
    default void plans(int replications) {}

    /// A watcher of a part of the work, whose share counts from `begun` and for `part` of the whole.
    default Watcher inPart(double begun, double part) {
        var whole = this;
        return new Watcher() {
            @Override
            public boolean goesOn(double share) {
                return whole.goesOn(begun + share * part);
            }

            @Override
            public double secondsSoFar() {
                return whole.secondsSoFar();
            }
        };
    }

    /// The comparison has come this far.
    ///
    /// @param share part of the work that is done, 0 to 1
    /// @return whether it shall go on
    boolean goesOn(double share);

    /// Some options are done while others still run. Called as often as one more is, on the thread that compares.
    ///
    /// @param soFar the runs of those that are done, in the order of the request
    default void finished(SimulatedRuns soFar) {}

    /// Wall-clock seconds since the comparison began.
    double secondsSoFar();

    /// Seconds of processor time that the current thread has used, for telling how fast one core is; the wall clock
    /// where nobody knows.
    default double processorSeconds() {
        return secondsSoFar();
    }
}
