package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The hot path: plays arrivals through the units that are in service. Nothing here allocates per request.
///
/// With round robin, random and power-of-two routing the units do not depend on each other, so each is brought up
/// to date only when a request reaches it. Least outstanding and the central queue need every unit's state at every
/// arrival: the units' next events are then taken in order of time.
final class RequestKernel implements Kernel {

    private final KernelPlan plan;
    private final Routing routing;
    private final boolean inOrder;
    private final ArrivalStream arrivals;
    private final @Nullable ClosedStream closed;
    private final RunId run;
    private final RequestSampler sampler;
    private final Meter meter;
    private final Line sharedLine;
    private final long routingKey;
    private final NextEvents events = new NextEvents();
    private final SlowStart slowStart;
    private final LeastOutstanding least = new LeastOutstanding(64);
    private final IdleSlots idle = new IdleSlots();

    private @Nullable Unit[] units = new @Nullable Unit[0];
    private int[] inService = new int[64];
    private int inServiceCount;
    private int turn;
    private long nextArrival;
    private long request;

    /// @param requests makes the run's arrivals and demands; a central line makes them a second time
    RequestKernel(KernelPlan plan, Supplier<RequestSource> requests, Meter meter, RunId run) {
        var source = requests.get();
        this.plan = plan;
        this.routing = plan.routing();
        this.arrivals = source.arrivals();
        this.closed = arrivals instanceof ClosedStream users ? users : null;
        this.inOrder = routing == Routing.CENTRAL || routing == Routing.LEAST_OUTSTANDING || closed != null;
        this.sampler = source.demands();
        this.meter = meter;
        this.sharedLine = routing == Routing.CENTRAL ? requests.get().line() : new WaitingLine(0);
        this.routingKey = run.key(Stream.ROUTING);
        this.run = run;
        this.slowStart = new SlowStart(plan.slowStartNanos(), run);
        this.nextArrival = closed == null ? arrivals.next() : Unit.NEVER;
    }

    @Override
    public void admit(int index, long now) {
        var unit = newUnit();
        if (index >= units.length) {
            units = Arrays.copyOf(units, Math.max(index + 1, 2 * units.length));
        }
        units[index] = unit;
        if (inServiceCount == inService.length) {
            inService = Arrays.copyOf(inService, 2 * inServiceCount);
        }
        slowStart.joins(index, now, inServiceCount == 0);
        inService[inServiceCount++] = index;
        if (routing == Routing.CENTRAL) {
            unit.takeWaiting(now, meter);
            idle.add(index, plan.shape().slots() - unit.outstanding());
        }
        if (inOrder) {
            least.add(index, unit.outstanding());
            events.set(index, unit.nextEvent());
        }
    }

    @Override
    public void withdraw(int index, long now) {
        var at = 0;
        while (inService[at] != index) {
            at++;
        }
        inServiceCount--;
        System.arraycopy(inService, at + 1, inService, at, inServiceCount - at);
        turn -= at < turn ? 1 : 0;
        unit(index).stopTaking();
        if (least.count(index) >= 0) {
            least.remove(index);
            idle.remove(index);
        }
    }

    @Override
    public void end(int index, long now) {
        unit(index).loseAll(now, meter);
        units[index] = null;
        if (inOrder) {
            events.set(index, Unit.NEVER);
        }
    }

    @Override
    public void crash(int index, long now) {
        var failedBefore = meter.total().failed;
        end(index, now);
        meter.total().blameCrash(failedBefore);
        units[index] = new Unit(UnitShape.NONE, new WaitingLine(0), true); // fails whatever comes
        if (inOrder) {
            least.remove(index);
            idle.remove(index);
        }
        if (routing == Routing.LEAST_OUTSTANDING) {
            least.add(index, 0);
        }
    }

    @Override
    public double harvestCpuNanos(int index, long now) {
        return unit(index).harvestCpuNanos(now);
    }

    @Override
    public void serveUntil(long time) {
        if (closed != null) {
            serveUsers(closed, time);
            return;
        }
        while (nextArrival < time) {
            arrive(nextArrival);
            nextArrival = arrivals.next();
        }
        if (inOrder) {
            catchUp(time);
        } else {
            for (var unit : units) {
                if (unit != null) {
                    unit.advanceTo(time, meter);
                }
            }
        }
    }

    @Override
    public void countInFlight(long now) {
        for (var unit : units) {
            if (unit != null) {
                unit.countInFlight(now, meter);
            }
        }
        for (; !sharedLine.isEmpty(); sharedLine.removeHead()) {
            meter.stillInside(sharedLine.headArrived(), now);
        }
    }

    @Override
    public long oldestWaiting() {
        return sharedLine.isEmpty() ? Unit.NEVER : sharedLine.headArrived();
    }

    @Override
    public long requests() {
        return request;
    }

    /// A unit in service.
    Unit unit(int index) {
        return Objects.requireNonNull(units[index]);
    }

    /// What the slots of a unit that start on demand did since the last call.
    OnDemandSlots.Use use(int index, long from, long now) {
        return Objects.requireNonNull(unit(index).onDemand()).harvest(from, now);
    }

    /// Changes the slots and vCPUs of a unit in service, which must be a special one.
    void resize(int index, int slots, double vcpus, long now) {
        unit(index).resize(slots, vcpus, now, meter);
        if (inOrder) {
            settle(index);
        }
    }

    /// Users ask again some time after they got an answer, so arrivals and answers are taken in order of time.
    private void serveUsers(ClosedStream users, long time) {
        while (true) {
            var arrival = users.next();
            var event = events.earliest();
            if (event <= Math.min(arrival, time)) {
                catchUp(event);
                users.answered(meter.total().decided(), event);
            } else if (arrival < time) {
                users.leave();
                arrive(arrival);
                users.answered(meter.total().decided(), arrival);
            } else {
                return;
            }
        }
    }

    private Unit newUnit() {
        if (!plan.rules().isPlain()) {
            return Unit.special(plan.shape(), plan.rules(), run);
        }
        return routing == Routing.CENTRAL
                ? new Unit(plan.shape(), sharedLine, false)
                : new Unit(plan.shape(), new WaitingLine(plan.queueLimit()), true);
    }

    private void arrive(long now) {
        sampler.draw(request, arrivals.inputTokens(), arrivals.outputTokens());
        meter.arrived(sampler.inputTokens(), sampler.outputTokens());
        request++;
        if (inOrder) {
            catchUp(now);
            arriveInOrder(now);
        } else if (inServiceCount == 0) {
            meter.foundNoTarget();
        } else {
            var unit = unit(inService[choose(now)]);
            unit.advanceTo(now, meter);
            unit.offer(request - 1, now, sampler, meter);
        }
    }

    private void arriveInOrder(long now) {
        var central = routing == Routing.CENTRAL;
        if (!central && least.isEmpty()) {
            meter.foundNoTarget();
            return;
        }
        if (central && idle.isEmpty()) {
            meter.foundAllSlotsTaken();
            meter.entered(now);
            sharedLine.add(request - 1, now, sampler);
            return;
        }
        var index =
                central ? idle.take() : routing == Routing.LEAST_OUTSTANDING ? least.next() : inService[choose(now)];
        unit(index).offer(request - 1, now, sampler, meter);
        settle(index);
    }

    private void catchUp(long time) {
        while (events.earliest() <= time) {
            var index = events.unit();
            unit(index).step(meter);
            settle(index);
        }
    }

    private void settle(int index) {
        var unit = unit(index);
        var before = least.count(index);
        var now = unit.outstanding();
        if (before >= 0 && before != now) {
            least.move(index, now);
            if (routing == Routing.CENTRAL && now < before) {
                idle.add(index, before - now);
            }
        }
        events.set(index, unit.nextEvent());
    }

    private int choose(long now) {
        return switch (routing) {
            case ROUND_ROBIN -> nextInTurn(now);
            case RANDOM -> any(Draws.bits(routingKey, request));
            case POWER_OF_TWO -> lessLoadedOfTwo(now);
            case CENTRAL, LEAST_OUTSTANDING -> throw new IllegalStateException("Routed in order: " + routing);
        };
    }

    private int nextInTurn(long now) {
        var asked = 0;
        do {
            turn = turn < inServiceCount ? turn + 1 : 1;
        } while (slowStart.isOn(now) && ++asked < inServiceCount && !slowStart.takes(inService[turn - 1], now));
        return turn - 1;
    }

    private int any(long bits) {
        return (int) Math.multiplyHigh(bits >>> 1, 2L * inServiceCount);
    }

    private int otherThan(int one, long bits) {
        var other = (int) Math.multiplyHigh(bits >>> 1, 2L * (inServiceCount - 1));
        return inServiceCount == 1 || other < one ? other : other + 1;
    }

    /// The less loaded of two different units drawn at random; the first of them where they are equal.
    private int lessLoadedOfTwo(long now) {
        var bits = Draws.bits(routingKey, request);
        var one = any(bits);
        var other = otherThan(one, Draws.bits(bits, 1));
        unit(inService[one]).advanceTo(now, meter);
        unit(inService[other]).advanceTo(now, meter);
        return unit(inService[other]).outstanding() < unit(inService[one]).outstanding() ? other : one;
    }
}
