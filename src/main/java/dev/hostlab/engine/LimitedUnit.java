package dev.hostlab.engine;

/// One unit of capacity whose requests call a model that may refuse them: slots, shared CPU, and a line, its own or
/// one that it shares with all units.
final class LimitedUnit {

    private final int index;
    private final int slots;
    private final int lineLimit;
    private final boolean ownLine;
    private final VisitLine line;
    private final SharedCpu cpu;
    private final CallDesk desk;
    private final Visits visits;
    private final Meter meter;
    private int busy;
    private int away;
    private boolean takesFromLine = true;
    private long nextLeave = Unit.NEVER;

    /// @param shared the line of all units, or an own one
    LimitedUnit(int index, KernelPlan plan, UnitShape shape, VisitLine shared, boolean ownLine, CallDesk desk) {
        this.index = index;
        this.slots = shape.slots();
        this.lineLimit = plan.queueLimit();
        this.ownLine = ownLine;
        this.line = shared;
        this.cpu = new SharedCpu(shape.vcpus(), shape.slots());
        this.desk = desk;
        this.visits = desk.visits;
        this.meter = desk.meter;
    }

    /// Requests that a load balancer has open with it; with a shared line, slots taken.
    int outstanding() {
        return ownLine ? busy + line.size() + away : busy;
    }

    /// When something happens here of itself, besides what is planned for single requests.
    long nextEvent() {
        return Math.min(cpu.next(), nextLeave);
    }

    void stopTaking() {
        takesFromLine = ownLine;
    }

    double harvestCpuNanos(long now) {
        return cpu.harvest(now);
    }

    /// Does the next thing that happens here of itself.
    void step() {
        if (nextLeave < cpu.next()) {
            dropAbandoned(nextLeave);
            planLeave();
        } else {
            var now = cpu.next();
            call(cpu.endNext(), now);
        }
    }

    /// Takes a request: into a slot, into the line, or not at all.
    void offer(int visit, long now) {
        visits.since[visit] = now;
        if (busy < slots) {
            enter(visit, now);
            start(visit, now);
        } else if (slots == 0) {
            turnAway(visit, now);
            meter.total().refused();
        } else {
            meter.foundAllSlotsTaken();
            desk.limits.foundNoSlot();
            if (line.size() < lineLimit) {
                enter(visit, now);
                join(visit);
            } else {
                meter.rejected();
                turnAway(visit, now);
            }
        }
    }

    private void enter(int visit, long now) {
        if (!visits.inside[visit]) {
            visits.inside[visit] = true;
            meter.entered(now);
        }
    }

    private void turnAway(int visit, long now) {
        if (visits.inside[visit]) {
            meter.gone(now);
        }
        desk.turnAway(visit, now);
    }

    /// Waits for a slot here.
    private void join(int visit) {
        visits.state[visit] = Visits.WAITING;
        visits.unit[visit] = index;
        line.add(visit);
        planLeave();
    }

    /// Gives a slot that is free to a request that is inside.
    void start(int visit, long now) {
        busy++;
        meter.started(now);
        visits.unit[visit] = index;
        visits.waited[visit] += now - visits.since[visit];
        if (visits.attempts[visit] == 0 && visits.cpuNanos[visit] > 0) {
            visits.state[visit] = Visits.WORKING;
            cpu.add(visits.cpuNanos[visit], visit, now);
        } else {
            call(visit, now);
        }
    }

    /// What was planned for a request of this unit happens.
    void goOn(int visit, long now) {
        switch (visits.state[visit]) {
            case Visits.CALLING -> {
                busy--;
                desk.answered(visit, now);
                takeWaiting(now);
            }
            case Visits.HOLDING -> {
                desk.limits.holding(-1, now);
                call(visit, now);
            }
            case Visits.AWAY -> comeBack(visit, now);
            default -> throw new IllegalStateException("Nothing was planned in state " + visits.state[visit]);
        }
    }

    private void comeBack(int visit, long now) {
        away--;
        visits.since[visit] = now;
        if (busy < slots) {
            start(visit, now);
        } else {
            join(visit);
        }
    }

    private void call(int visit, long now) {
        var refusedFor = desk.call(visit, now);
        if (refusedFor == 0) {
            visits.state[visit] = Visits.CALLING;
            desk.plan(visit, now + visits.upstreamNanos[visit]);
            return;
        }
        var wait = desk.backoff(visit, refusedFor);
        if (wait == Unit.NEVER) {
            freeSlot(now);
            desk.giveUp(visit, now);
            takeWaiting(now);
        } else if (desk.calls.releasesSlot) {
            freeSlot(now);
            away += ownLine ? 1 : 0;
            visits.state[visit] = Visits.AWAY;
            visits.unit[visit] = ownLine ? index : -1;
            desk.plan(visit, now + wait);
            takeWaiting(now);
        } else {
            visits.state[visit] = Visits.HOLDING;
            desk.limits.holding(1, now);
            desk.plan(visit, now + wait);
        }
    }

    private void freeSlot(long now) {
        busy--;
        meter.interrupted(now);
    }

    /// Starts waiting requests while there are free slots.
    void takeWaiting(long now) {
        if (!takesFromLine || line.isEmpty()) {
            return;
        }
        dropAbandoned(now);
        while (busy < slots && !line.isEmpty()) {
            start(line.removeHead(), now);
            dropAbandoned(now);
        }
        planLeave();
    }

    private void dropAbandoned(long now) {
        while (!line.isEmpty() && meter.hasAbandoned(visits.arrived[line.head()], now)) {
            var visit = line.removeHead();
            meter.abandoned(visits.arrived[visit], now);
            desk.turnAway(visit, now);
        }
    }

    private void planLeave() {
        if (ownLine) {
            nextLeave = line.isEmpty() ? Unit.NEVER : meter.givesUpAt(visits.arrived[line.head()]);
        }
    }

    /// Loses everything it holds, as when an instance is gone.
    void loseAll(long now) {
        cpu.accrue(now);
        for (var visit = 0; visit < visits.end(); visit++) {
            if (visits.unit[visit] == index && visits.state[visit] != Visits.GONE) {
                desk.lost(visit, now);
            }
        }
    }
}
