package dev.hostlab.engine.reference;

/// A request on its way through the reference simulator.
final class ReferenceRequest {

    final int number;
    final Demand demand;
    double cpuLeft;
    long startedAt = -1;
    Fate fate = Fate.without(Fate.Outcome.IN_FLIGHT);
    boolean decided;

    ReferenceRequest(int number, Demand demand) {
        this.number = number;
        this.demand = demand;
        this.cpuLeft = demand.cpuNanos();
    }

    void decide(Fate became) {
        fate = became;
        decided = true;
    }
}
