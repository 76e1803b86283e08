package dev.hostlab.engine;

import java.util.function.Supplier;

/// One line for all units, by departure computation: a request starts in the slot that is free first.
final class CentralKernel extends DepartureKernel {

    private final FreeSlots free;
    private final Backlog line;
    private long fittedAt;

    CentralKernel(KernelPlan plan, Supplier<RequestSource> requests, Meter meter) {
        super(plan, requests.get(), meter);
        this.free = new FreeSlots(plan.shape().slots());
        this.line = new Backlog(requests);
    }

    @Override
    public void admit(int index, long now) {
        slots.open(index, now);
        free.open(index, now);
    }

    @Override
    public void withdraw(int index, long now) {
        free.close(index);
    }

    @Override
    void beginUntil(long time) {
        if (line.isEmpty()) {
            return;
        }
        while (!line.isEmpty() && free.earliest() <= time) {
            var arrived = line.headArrived();
            var start = Math.max(arrived, free.earliest());
            var hold = line.headHold();
            inFlight.add(free.take(start + hold), arrived, start, line.headCpu(), hold);
            inFlight.decodes(line.headDecoding());
            line.removeHead();
        }
        inFlight.settle(time);
    }

    @Override
    void play(int from, int to, long time) {
        var found = 0;
        for (var index = from; index < to; index++) {
            var now = batch.at[index];
            var earliest = free.earliest();
            found += earliest > now ? 1 : 0;
            if (earliest > time) {
                meter.entered(now);
                line.add(batch, index);
                continue;
            }
            var start = Math.max(now, earliest);
            assign(index, free.take(start + batch.hold[index]), start, time);
        }
        meter.foundAllSlotsTaken(found);
    }

    @Override
    void settled(long time) {
        free.fit(time - fittedAt);
        fittedAt = time;
    }

    @Override
    public long oldestWaiting() {
        return line.isEmpty() ? Unit.NEVER : line.headArrived();
    }

    @Override
    public void countInFlight(long now) {
        super.countInFlight(now);
        for (; !line.isEmpty(); line.removeHead()) {
            meter.stillInside(line.headArrived(), now);
        }
    }
}
