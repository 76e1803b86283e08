package dev.hostlab.engine;

/// The arrivals of a run and what they need, from the start.
record RequestSource(ArrivalStream arrivals, RequestSampler demands) {

    /// A line of any length that draws these requests again.
    Line line() {
        return new CentralLine(arrivals, demands);
    }
}
