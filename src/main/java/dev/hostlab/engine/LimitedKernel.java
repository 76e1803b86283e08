package dev.hostlab.engine;

import dev.hostlab.routing.Routing;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Plays requests whose calls upstream a provider limits for the whole fleet, or whose tenants are told apart. All
/// units meet at the provider, so everything happens in order of time: arrivals, ends of CPU work, answers, retries.
///
/// Without a limit it gives what [RequestKernel] gives. Memory grows with the requests inside, also in a central
/// line.
final class LimitedKernel implements Kernel {

    private final KernelPlan plan;
    private final Routing routing;
    private final ArrivalStream arrivals;
    private final RequestSampler sampler;
    private final Meter meter;
    private final CallDesk desk;
    private final Visits visits;
    private final NextEvents events = new NextEvents();
    private final Router router;
    private final IdleSlots idle = new IdleSlots();
    private final VisitLine sharedLine = new VisitLine();
    private @Nullable LimitedUnit[] units = new @Nullable LimitedUnit[64];
    private long nextArrival;
    private long request;

    LimitedKernel(KernelPlan plan, RequestSource source, Meter meter, RunId run) {
        this.plan = plan;
        this.routing = plan.routing();
        this.arrivals = source.arrivals();
        this.sampler = source.demands();
        this.meter = meter;
        this.desk = new CallDesk(new Calls(plan.limits(), meter, run), meter);
        this.visits = desk.visits;
        this.router = new Router(plan, run);
        this.nextArrival = arrivals.next();
    }

    @Override
    public LimitMeter limits() {
        return desk.limits;
    }

    @Override
    public boolean limitsTokens() {
        return desk.calls.provider.limitsTokens();
    }

    @Override
    public double grantTokens(double input, double output, long now) {
        return desk.calls.provider.grant(input, output, now);
    }

    @Override
    public void admit(int index, long now) {
        if (index >= units.length) {
            units = Arrays.copyOf(units, Math.max(index + 1, 2 * units.length));
        }
        var unit = newUnit(index, plan.shape());
        units[index] = unit;
        router.add(index, now);
        if (routing == Routing.CENTRAL) {
            unit.takeWaiting(now);
            router.holds(index, unit.outstanding());
            idle.add(index, plan.shape().slots() - unit.outstanding());
        }
        events.set(index, unit.nextEvent());
    }

    private LimitedUnit newUnit(int index, UnitShape shape) {
        var central = routing == Routing.CENTRAL;
        return new LimitedUnit(index, plan, shape, central ? sharedLine : new VisitLine(), !central, desk);
    }

    @Override
    public void withdraw(int index, long now) {
        router.remove(index);
        unit(index).stopTaking();
        idle.remove(index);
    }

    @Override
    public void end(int index, long now) {
        unit(index).loseAll(now);
        units[index] = null;
        events.set(index, Unit.NEVER);
    }

    @Override
    public void crash(int index, long now) {
        var failedBefore = meter.total().failed;
        end(index, now);
        meter.total().blameCrash(failedBefore);
        units[index] = newUnit(index, UnitShape.NONE);
        idle.remove(index);
        if (routing == Routing.CENTRAL) {
            router.forget(index);
        } else {
            router.holds(index, 0);
        }
    }

    @Override
    public double harvestCpuNanos(int index, long now) {
        return unit(index).harvestCpuNanos(now);
    }

    @Override
    public void serveUntil(long time) {
        while (nextArrival < time) {
            arrive(nextArrival);
            nextArrival = arrivals.next();
        }
        catchUp(time);
    }

    @Override
    public void countInFlight(long now) {
        desk.countInFlight(now);
    }

    @Override
    public long oldestWaiting() {
        return sharedLine.isEmpty() ? Unit.NEVER : visits.arrived[sharedLine.head()];
    }

    @Override
    public long requests() {
        return request;
    }

    private void arrive(long now) {
        catchUp(now);
        sampler.draw(request, arrivals.inputTokens(), arrivals.outputTokens());
        meter.arrived(sampler.inputTokens(), sampler.outputTokens());
        var visit = desk.arrives(request, now, sampler, arrivals.tenant());
        request++;
        var wait = desk.admit(visit, now);
        if (wait == Unit.NEVER) {
            return;
        }
        if (wait > 0) {
            visits.state[visit] = Visits.HELD;
            visits.inside[visit] = true;
            meter.entered(now);
            desk.plan(visit, now + wait);
        } else {
            route(visit, now);
        }
    }

    private void route(int visit, long now) {
        if (routing == Routing.CENTRAL) {
            pull(visit, now);
            return;
        }
        if (router.isEmpty()) {
            foundNoTarget(visit, now);
            return;
        }
        var index = router.choose(visits.number[visit], now);
        unit(index).offer(visit, now);
        settle(index);
    }

    /// To the slot that has been idle for longest, or to the end of the line.
    private void pull(int visit, long now) {
        var isNew = !visits.inside[visit];
        if (!idle.isEmpty()) {
            var index = idle.take();
            unit(index).offer(visit, now);
            settle(index);
            return;
        }
        if (isNew) {
            meter.foundAllSlotsTaken();
            meter.entered(now);
            visits.inside[visit] = true;
        }
        desk.limits.foundNoSlot();
        visits.since[visit] = now;
        visits.state[visit] = Visits.WAITING;
        sharedLine.add(visit);
    }

    private void foundNoTarget(int visit, long now) {
        desk.limits.foundNoSlot();
        if (visits.inside[visit]) {
            var failedBefore = meter.total().failed;
            meter.lostWaiting(visits.arrived[visit], now);
            meter.total().limitSince(failedBefore);
        } else {
            meter.foundNoTarget();
        }
        desk.turnAway(visit, now);
    }

    /// Everything up to and including `time` that is not an arrival.
    private void catchUp(long time) {
        while (true) {
            var planned = desk.due.next();
            var event = events.earliest();
            if (Math.min(planned, event) > time) {
                return;
            }
            if (planned <= event) {
                happen(desk.due.removeNext(), planned);
            } else {
                var index = events.unit();
                unit(index).step();
                settle(index);
            }
        }
    }

    private void happen(int visit, long now) {
        switch (visits.state[visit]) {
            case Visits.GONE -> visits.free(visit);
            case Visits.HELD -> route(visit, now);
            case Visits.AWAY, Visits.CALLING, Visits.HOLDING -> {
                var index = visits.unit[visit];
                if (index < 0) {
                    pull(visit, now);
                } else {
                    unit(index).goOn(visit, now);
                    settle(index);
                }
            }
            default -> throw new IllegalStateException("Nothing was planned in state " + visits.state[visit]);
        }
    }

    private void settle(int index) {
        var unit = unit(index);
        var before = router.held(index);
        var now = unit.outstanding();
        if (before >= 0 && before != now) {
            router.holds(index, now);
            if (routing == Routing.CENTRAL && now < before) {
                idle.add(index, before - now);
            }
        }
        events.set(index, unit.nextEvent());
    }

    private LimitedUnit unit(int index) {
        return Objects.requireNonNull(units[index]);
    }
}
