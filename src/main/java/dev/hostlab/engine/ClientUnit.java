package dev.hostlab.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable AttemptCalls calls;
    private int busy;
    private int away;

    ClientUnit(int index, KernelPlan plan, UnitShape shape, ClientDesk desk) {
        this.index = index;
        this.slots = shape.slots();
        this.lineLimit = plan.queueLimit();
        this.cpu = new SharedCpu(shape.vcpus(), shape.slots());
        this.desk = desk;
        this.tries = desk.tries;
        this.meter = desk.meter;
        this.calls = desk.calls;
    }

    /// Attempts that a load balancer has open with it, with those whose clients have gone.
    int outstanding() {
        return busy + line.size() + away;
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
            startOrFail(one, now);
        } else if (slots == 0) {
            desk.turnAway(one, ClientDesk.Failure.CRASHED, now);
        } else {
            meter.foundAllSlotsTaken();
            if (line.size() < lineLimit) {
                accept(one, now);
                tries.state[one] = Tries.WAITING;
                line.add(one);
                desk.firstBytes.add(one, now);
                foundNoSlot();
            } else {
                desk.turnAway(one, ClientDesk.Failure.LINE_FULL, now);
            }
        }
    }

    private void foundNoSlot() {
        if (calls != null) {
            calls.limits.foundNoSlot();
        }
    }

    private void accept(int one, long now) {
        tries.unit[one] = index;
        if (calls != null) {
            calls.leaves(one, now);
        }
        if (tries.state[one] != Tries.HELD) {
            meter.entered(now);
            desk.deadlines.add(one, now);
        }
    }

    private void startOrFail(int one, long now) {
        if (!start(one, now)) {
            busy--;
        }
    }

    /// Gives a free slot to an attempt; tells whether it keeps it.
    private boolean start(int one, long now) {
        busy++;
        meter.started(now);
        tries.state[one] = Tries.WORKING;
        if (calls != null && calls.hasCalled(one)) {
            calls.resumes(one, now);
            return call(one, now);
        }
        tries.started[one] = now;
        if (calls != null) {
            calls.starts(one, now);
        }
        if (tries.cpuNanos[one] == 0) {
            return call(one, now);
        }
        cpu.add(tries.cpuNanos[one], one, now);
        return true;
    }

    /// An attempt in a slot calls the model; tells whether it keeps the slot.
    private boolean call(int one, long now) {
        var wait = calls == null ? AttemptCalls.TAKEN : calls.call(one, one, desk.index(one), now);
        if (calls == null || wait == AttemptCalls.TAKEN) {
            tries.state[one] = Tries.CALLING;
            desk.plan(one, now + tries.upstreamNanos[one]);
            return true;
        }
        if (wait == Unit.NEVER) {
            desk.refused(one, calls, now);
            return false;
        }
        var releases = calls.calls.releasesSlot;
        if (releases) {
            away++;
            meter.interrupted(now);
            calls.leaves(one, now);
        } else {
            calls.limits.holding(1, now);
        }
        tries.state[one] = releases ? Tries.AWAY : Tries.HOLDING;
        desk.plan(one, now + wait);
        return !releases;
    }

    /// An attempt that waits for its provider calls again, or wants a slot for that.
    void callAgain(int one, long now) {
        var limited = Objects.requireNonNull(calls);
        if (tries.state[one] == Tries.HOLDING) {
            limited.limits.holding(-1, now);
            if (!call(one, now)) {
                freeSlot(now);
            }
            return;
        }
        away--;
        limited.comesBack(one, now);
        if (busy < slots) {
            startOrFail(one, now);
        } else {
            tries.state[one] = Tries.WAITING;
            line.add(one);
        }
    }

    /// CPU work ends.
    void step() {
        var now = cpu.next();
        var one = cpu.endNext();
        if (tries.upstreamNanos[one] == 0 && calls == null) {
            answer(one, now);
        } else if (!call(one, now)) {
            freeSlot(now);
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
            startOrFail(line.removeHead(), now);
        }
    }

    /// The client of an attempt has gone, and so may its work.
    void giveUp(int one, long now) {
        if (!tries.hasSlot(one)) {
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

    /// Clients are equally patient, so whoever gives up has waited for longest, but for those that
    /// limits held back.
    private void takeOut(int one) {
        if (tries.state[one] == Tries.AWAY) {
            away--;
        } else {
            line.remove(one);
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
