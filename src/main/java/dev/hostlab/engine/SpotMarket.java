package dev.hostlab.engine;

import dev.hostlab.hosting.OutagePlan;

/// Which units run on Spot capacity, and when the market takes each of them back.
///
/// A capacity provider strategy keeps to its weights, so units are Spot by turns, not by chance.
final class SpotMarket {

    private static final double NANOS_PER_MONTH = 730 * 3_600e9;
    private static final double ROUNDING = 1e-9;

    private final OutagePlan.Spot plan;
    private final FleetContext context;
    private final long key;
    private long units;
    private long draws;

    SpotMarket(OutagePlan.Spot plan, FleetContext context) {
        this.plan = plan;
        this.context = context;
        this.key = context.run().key(Stream.SPOT);
    }

    /// Whether the next unit is a Spot one.
    boolean next() {
        var before = Math.floor(units * plan.share() + ROUNDING);
        units++;
        return Math.floor(units * plan.share() + ROUNDING) > before;
    }

    /// A unit takes requests; if it is Spot it will be taken one day.
    void serves(FleetUnit unit, long now) {
        if (unit.isSpot && plan.hazardPerMonth() > 0) {
            var wait = Draws.exponential(Draws.bits(key, draws++)) * NANOS_PER_MONTH / plan.hazardPerMonth();
            context.calendar().plan(now + (long) wait, new ControlEvent.SpotTaken(unit));
        }
    }
}
