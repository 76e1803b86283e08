package dev.hostlab.engine;

/// Least-outstanding routing to units with lines of their own, by departure computation: what is outstanding is
/// counted off when time has passed a departure.
final class LeastOutstandingKernel extends DepartureKernel {

    private final LeastOutstanding least = new LeastOutstanding(64);
    private final DayQueue departures = new DayQueue();
    private long fittedAt;

    LeastOutstandingKernel(KernelPlan plan, RequestSource source, Meter meter) {
        super(plan, source, meter);
    }

    @Override
    public void admit(int index, long now) {
        slots.open(index, now);
        least.add(index, 0);
    }

    @Override
    public void withdraw(int index, long now) {
        least.remove(index);
    }

    @Override
    public void end(int index, long now) {
        departures.removeIf(unit -> unit == index);
        super.end(index, now);
    }

    @Override
    void play(int from, int to, long time) {
        if (least.isEmpty()) {
            meter.total().foundNoTarget(to - from);
            return;
        }
        for (var index = from; index < to; index++) {
            release(batch.at[index]);
            var unit = least.next();
            var end = offer(index, unit, time);
            if (end != Unit.NEVER) {
                least.increment(unit);
                departures.add(end, unit);
            }
        }
    }

    @Override
    void settled(long time) {
        release(time);
        departures.fit(time - fittedAt);
        fittedAt = time;
    }

    /// Counts off all that have left by `now`.
    private void release(long now) {
        while (departures.earliest() <= now) {
            least.decrement(departures.take());
        }
    }

    @Override
    void beginUntil(long time) {
        // nobody waits but in a unit's own line
    }
}
