package dev.hostlab.estimate;

/// Requests on their way through the units that are in service.
sealed interface Flow permits FluidFlow, RequestFlow {

    /// Requests one by one where the workload knows them, else as a fluid.
    static Flow of(EstimateInput input, Demands demands, LatencyMix mix) {
        return input.playsRequests()
                ? new RequestFlow(input, demands, mix)
                : new FluidFlow(input.load(), demands, mix, input.plan());
    }

    /// Messages wait in the central queue already; each of them waits until the units have worked off those
    /// before it.
    void begin(double messages);

    /// Plays up to `time`.
    void advanceTo(long time);

    /// A unit comes into service.
    void join();

    /// A unit stops taking requests; what it cannot finish before it ends is lost.
    void leave();

    /// Units in service.
    int units();

    /// Requests without a slot.
    double waiting();

    /// Requests with and without a slot.
    double inside();

    /// Requests that found every slot taken while capacity was starting.
    double delayed();

    void setCapacityStarting(boolean starting);

    /// What the tick that is not closed yet holds.
    TickLoad tick();

    /// The newest stretch of CPU work.
    double stretch();

    /// The newest wait for a slot in a standing line, in seconds.
    double waitSeconds();
}
