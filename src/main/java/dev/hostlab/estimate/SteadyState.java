package dev.hostlab.estimate;

import dev.hostlab.hosting.UnitPlan;
import dev.hostlab.routing.Routing;
import java.util.Arrays;

/// What requests of one kind meet at a fleet whose load does not change: how much the CPU stretches their work, how
/// long they wait for a slot, how many do.
///
/// The fleet is a birth-and-death process in the number of requests inside, fed by a Poisson process and emptied at
/// the rate of [ServedUnit] spread evenly over the units; with one slot a unit and no upstream wait it is M/M/c, so
/// the chance to wait is Erlang's C formula. Waiting is scaled by `(1 + c²) ÷ 2` for holding times of another
/// variation (Lee and Longton, "Queueing processes associated with airline passenger check-in", OR Quarterly 10,
/// 1959). Routing that does not look at all units is a fleet of single units, corrected by [RoutingCorrection].
/// Values are tabulated by load and number of units when they are first needed, and interpolated.
final class SteadyState {

    /// Loads up to here stand 4 % apart, above it 0.5 %.
    private static final double COARSE_UNTIL = 0.8;

    private static final int COARSE = 20;
    private static final int POINTS = 60;
    private static final double COARSE_STEPS = COARSE / COARSE_UNTIL;
    private static final double FINE_STEPS = (POINTS - COARSE) / (1 - COARSE_UNTIL);
    private static final double NEGLIGIBLE = 1e-9;
    private static final int FIGURES = 3;

    private final ServedUnit unit;
    private final double cpuSeconds;
    private final double upstreamSeconds;
    private final double waitFactor;
    private final RoutingCorrection correction;
    private final boolean pooled;
    private final double leastStretch;
    private double[][] tables = new double[8][];
    private double stretch;
    private double waitSeconds;
    private double waitShare;
    private double settledLoad;
    private double settledSeconds;
    private int settledUnits;
    private double sum;
    private double inSlots;

    /// @param squaredVariation of the time for which a request holds its slot
    SteadyState(UnitPlan plan, Routing routing, MeanDemand demand, double squaredVariation) {
        unit = new ServedUnit(plan, demand.cpuSeconds(), demand.upstreamSeconds());
        cpuSeconds = demand.cpuSeconds();
        upstreamSeconds = demand.upstreamSeconds();
        waitFactor = (1 + squaredVariation) / 2;
        correction = RoutingCorrection.of(routing, plan);
        leastStretch = 1 / Math.min(1, plan.vcpus());
        pooled = routing == Routing.CENTRAL || routing == Routing.LEAST_OUTSTANDING;
    }

    /// What one request needs in the mean, in seconds.
    record MeanDemand(double cpuSeconds, double upstreamSeconds) {}

    ServedUnit unit() {
        return unit;
    }

    /// The busiest load at which a line settles within `seconds`: the relaxation time of M/M/c, `1 ÷ (cμ(1-√ρ)²)`
    /// (Newell, "Applications of queueing theory", 1982, ch. 5).
    double settledLoad(int units, double seconds) {
        if (units != settledUnits || seconds != settledSeconds) {
            settledUnits = units;
            settledSeconds = seconds;
            var gap = Math.sqrt(waitFactor / (seconds * units * unit.mostPerSecond()));
            settledLoad = gap >= 1 ? 0 : (1 - gap) * (1 - gap);
        }
        return settledLoad;
    }

    /// Looks up the figures at a load; the accessors then tell them.
    ///
    /// @param load part of the most that the units can do, 0 to below 1
    void look(int units, double load) {
        var place = load <= COARSE_UNTIL ? load * COARSE_STEPS : COARSE + (load - COARSE_UNTIL) * FINE_STEPS;
        var below = Math.min(POINTS - 2, (int) place);
        var part = Math.min(1, place - below);
        var table = table(pooled ? units : 1);
        var low = point(table, pooled ? units : 1, below);
        var high = point(table, pooled ? units : 1, below + 1);
        stretch = table[low] + part * (table[high] - table[low]);
        waitSeconds = table[low + 1] + part * (table[high + 1] - table[low + 1]);
        waitShare = table[low + 2] + part * (table[high + 2] - table[low + 2]);
        if (!pooled) {
            stretch = leastStretch + (stretch - leastStretch) * correction.stretch(units, load);
            waitSeconds *= correction.wait(units, load);
        }
    }

    /// Time on the CPU as a multiple of the CPU work, 1 or more on a whole vCPU.
    double stretch() {
        return stretch;
    }

    /// Mean time without a slot, in seconds, over all requests.
    double waitSeconds() {
        return waitSeconds;
    }

    /// Share of requests that find no slot free.
    double waitShare() {
        return waitShare;
    }

    /// The mean stretch in one unit while so many of its slots are taken.
    double stretchWith(int held) {
        return cpuSeconds == 0 || held < 1 ? 1 : Math.max(1, (held / unit.rate(held) - upstreamSeconds) / cpuSeconds);
    }

    /// The stretch while every slot is taken.
    double fullStretch() {
        return cpuSeconds == 0 ? 1 : (unit.slots() / unit.mostPerSecond() - upstreamSeconds) / cpuSeconds;
    }

    private double[] table(int units) {
        if (units >= tables.length) {
            tables = Arrays.copyOf(tables, Math.max(units + 1, 2 * tables.length));
        }
        if (tables[units] == null) {
            var fresh = new double[FIGURES * POINTS];
            Arrays.fill(fresh, Double.NaN);
            tables[units] = fresh;
        }
        return tables[units];
    }

    private int point(double[] table, int units, int index) {
        var at = FIGURES * index;
        if (Double.isNaN(table[at])) {
            var load = index <= COARSE
                    ? COARSE_UNTIL * index / COARSE
                    : COARSE_UNTIL + (1 - COARSE_UNTIL) * (index - COARSE) / (POINTS - COARSE);
            solve(units, Math.max(1e-6, load) * units * unit.mostPerSecond(), table, at);
        }
        return at;
    }

    /// Sums the stationary distribution outwards from its mode, where the units are as fast as requests come.
    private void solve(int units, double perSecond, double[] table, int at) {
        var full = (long) units * unit.slots();
        var mode = mode(units, perSecond);
        sum = 1;
        inSlots = mode;
        sumBelow(units, mode, perSecond);
        var weight = sumAbove(units, mode, perSecond);
        var load = perSecond / (units * unit.mostPerSecond());
        var line = weight > NEGLIGIBLE * sum ? weight * load / (1 - load) : 0;
        var all = sum + line;
        var holding = (inSlots + full * line) / all / perSecond;
        table[at] = cpuSeconds == 0 ? 1 : Math.max(1, (holding - upstreamSeconds) / cpuSeconds);
        table[at + 1] = waitFactor * line / (1 - load) / all / perSecond;
        table[at + 2] = (line > 0 ? weight + line : 0) / all;
    }

    /// From `held` down; between whole numbers of requests a unit the rate falls evenly.
    private void sumBelow(int units, long from, double perSecond) {
        var weight = 1.0;
        for (var held = from; held > 0 && weight > NEGLIGIBLE * sum; ) {
            var each = (held - 1) / units;
            var step = unit.rate(each + 1) - unit.rate(each);
            var rate = units * unit.rate(each) + (held - each * units) * step;
            for (var last = each * units; held > last && weight > NEGLIGIBLE * sum; held--) {
                weight *= rate / perSecond;
                rate -= step;
                sum += weight;
                inSlots += weight * (held - 1);
            }
        }
    }

    /// From `held` up to where every slot is taken.
    ///
    /// @return the weight of the last state, as good as nothing if that was not reached
    private double sumAbove(int units, long from, double perSecond) {
        var full = (long) units * unit.slots();
        var weight = 1.0;
        for (var held = from + 1; held <= full && weight > NEGLIGIBLE * sum; ) {
            var each = (held - 1) / units;
            var step = unit.rate(each + 1) - unit.rate(each);
            var rate = units * unit.rate(each) + (held - each * units) * step;
            for (var last = (each + 1) * units; held <= last && weight > NEGLIGIBLE * sum; held++) {
                weight *= perSecond / rate;
                rate += step;
                sum += weight;
                inSlots += weight * held;
            }
        }
        return weight;
    }

    /// The largest number inside at which the units are still not faster than requests come.
    private long mode(int units, double perSecond) {
        var low = 0L;
        var high = (long) units * unit.slots();
        while (low < high) {
            var middle = (low + high + 1) / 2;
            if (rate(units, middle) <= perSecond) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private double rate(int units, long held) {
        var each = held / units;
        var more = (int) (held - each * units);
        return (units - more) * unit.rate(each) + (more == 0 ? 0 : more * unit.rate(each + 1));
    }
}
