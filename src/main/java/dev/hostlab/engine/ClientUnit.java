package dev.hostlab.engine;

/// One unit of capacity behind a load balancer whose clients may give up and ask again: slots, shared CPU, and a line
/// of its own.
final class ClientUnit {

    private final int index;
    private final int slots;
    private final int lineLimit;
    private final VisitLine line = new VisitLine();
    private final SharedCpu cpu;
    private final ClientDesk desk;
    private final Tries tries;
    private final Meter meter;
    private int busy;

    ClientUnit(int index, KernelPlan plan, UnitShape shape, ClientDesk desk) {
        this.index = index;
        this.slots = shape.slots();
        this.lineLimit = plan.queueLimit();
        this.cpu = new SharedCpu(shape.vcpus(), shape.slots());
        this.desk = desk;
        this.tries = desk.tries;
        this.meter = desk.meter;
    }

    /// Attempts that a load balancer has open with it, with those whose clients have gone.
    int outstanding() {
        return busy + line.size();
    }

    /// When CPU work ends next.
    long nextEvent() {
        return cpu.next();
    }

    double harvestCpuNanos(long now) {
        return cpu.harvest(now);
    }

    /// Takes an attempt: into a slot, into the line, or not at all.
    void offer(int one, long now) {
        if (busy < slots) {
            accept(one, now);
            start(one, now);
        } else if (slots == 0) {
            refuse(one, ClientDesk.Failure.CRASHED, now);
        } else {
            meter.foundAllSlotsTaken();
            if (line.size() < lineLimit) {
                accept(one, now);
                tries.state[one] = Tries.WAITING;
                line.add(one);
                desk.firstBytes.add(one, now);
            } else {
                refuse(one, ClientDesk.Failure.LINE_FULL, now);
            }
        }
    }

    private void accept(int one, long now) {
        meter.entered(now);
        tries.unit[one] = index;
        desk.deadlines.add(one, now);
    }

    private void refuse(int one, ClientDesk.Failure why, long now) {
        desk.failed(one, why, now);
        tries.free(one);
    }

    private void start(int one, long now) {
        busy++;
        meter.started(now);
        tries.started[one] = now;
        if (tries.cpuNanos[one] > 0) {
            tries.state[one] = Tries.WORKING;
            cpu.add(tries.cpuNanos[one], one, now);
        } else {
            call(one, now);
        }
    }

    private void call(int one, long now) {
        tries.state[one] = Tries.CALLING;
        desk.plan(one, now + tries.upstreamNanos[one]);
    }

    /// CPU work ends.
    void step() {
        var now = cpu.next();
        var one = cpu.endNext();
        if (tries.upstreamNanos[one] > 0) {
            call(one, now);
        } else {
            answer(one, now);
        }
    }

    /// The answer of an attempt in a slot is there.
    void answer(int one, long now) {
        desk.answered(one, now);
        freeSlot(now);
    }

    private void freeSlot(long now) {
        busy--;
        while (busy < slots && !line.isEmpty()) {
            start(line.removeHead(), now);
        }
    }

    /// The client of an attempt has gone, and so may its work.
    void giveUp(int one, long now) {
        if (tries.state[one] == Tries.WAITING) {
            if (desk.cancelsWaiting) {
                takeOut(one);
                desk.cancel(one, now);
            }
        } else if (desk.cancelsWork) {
            if (tries.state[one] == Tries.WORKING) {
                cpu.cancel(one, now);
            }
            desk.cancel(one, now);
            freeSlot(now);
        }
    }

    /// Clients are equally patient, so whoever gives up has waited for longest.
    private void takeOut(int one) {
        if (line.removeHead() != one) {
            throw new IllegalStateException("Attempt " + tries.id[one] + " gives up before one that waits for longer");
        }
    }

    /// Loses everything it holds.
    void loseAll(ClientDesk.Failure why, long now) {
        cpu.accrue(now);
        for (var one = 0; one < tries.end(); one++) {
            if (tries.unit[one] == index && tries.state[one] < Tries.PLANNED) {
                desk.lost(one, why, now);
            }
        }
    }
}
