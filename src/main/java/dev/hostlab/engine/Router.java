package dev.hostlab.engine;

import dev.hostlab.routing.Routing;

/// Chooses the unit that an attempt goes to, as a load balancer does.
final class Router {

    private final Routing routing;
    private final Rota rota;
    private final SlowStart slowStart;
    private final LeastOutstanding least = new LeastOutstanding(64);

    Router(KernelPlan plan, RunId run) {
        this.routing = plan.routing();
        this.rota = new Rota(run.key(Stream.ROUTING));
        this.slowStart = new SlowStart(plan.slowStartNanos(), run);
    }

    boolean isEmpty() {
        return rota.size() == 0;
    }

    void add(int index, long now) {
        slowStart.joins(index, now, rota.size() == 0);
        rota.add(index);
        least.add(index, 0);
    }

    void remove(int index) {
        rota.remove(index);
        forget(index);
    }

    /// Counts no longer what a unit holds, as one that is lost but still registered.
    void forget(int index) {
        if (least.count(index) >= 0) {
            least.remove(index);
        }
    }

    /// How many attempts a unit holds, below 0 if that is not counted.
    int held(int index) {
        return least.count(index);
    }

    /// A unit holds so many attempts now.
    void holds(int index, int outstanding) {
        var before = least.count(index);
        if (before >= 0 && before != outstanding) {
            least.move(index, outstanding);
        }
    }

    /// The unit for an attempt.
    ///
    /// @param number what its draws hang on
    int choose(long number, long now) {
        return switch (routing) {
            case ROUND_ROBIN -> nextInTurn(now);
            case RANDOM -> rota.any(rota.bits(number));
            case POWER_OF_TWO -> lessLoadedOfTwo(number);
            case LEAST_OUTSTANDING -> least.next();
            case CENTRAL -> throw new IllegalStateException("Workers pull");
        };
    }

    private int nextInTurn(long now) {
        var index = rota.next();
        for (var asked = 1; slowStart.isOn(now) && asked < rota.size() && !slowStart.takes(index, now); asked++) {
            index = rota.next();
        }
        return index;
    }

    private int lessLoadedOfTwo(long number) {
        var bits = rota.bits(number);
        var place = rota.place(bits);
        var one = rota.at(place);
        var other = rota.at(rota.otherPlace(place, bits));
        return least.count(other) < least.count(one) ? other : one;
    }
}
