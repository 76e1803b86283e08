package dev.hostlab.engine;

import dev.hostlab.workload.ServiceModel;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Plays a web service whose clients ask again after an error or a timeout, or take their work with them when they give
/// up. Everything happens in order of time: attempts, ends of work, clients that give up.
///
/// A timeout is booked when the client gives up, not when its work ends. Where nobody asks again it gives what
/// [RequestKernel] gives but for that. Memory grows with the attempts inside.
final class ClientKernel implements Kernel {

    private final KernelPlan plan;
    private final ArrivalStream arrivals;
    private final RequestSampler sampler;
    private final Meter meter;
    private final @Nullable Calls calls;
    private final ClientDesk desk;
    private final Tries tries;
    private final Router router;
    private final NextEvents events = new NextEvents();
    private @Nullable ClientUnit[] units = new @Nullable ClientUnit[64];
    private long nextArrival;
    private long request;

    ClientKernel(KernelPlan plan, ServiceModel.Clients clients, RequestSource source, Meter meter, RunId run) {
        this.plan = plan;
        this.arrivals = source.arrivals();
        this.sampler = source.demands();
        this.meter = meter;
        this.calls = Calls.of(plan.limits(), meter, run);
        this.desk = new ClientDesk(clients, meter, run, sampler, calls == null ? null : new AttemptCalls(calls));
        this.tries = desk.tries;
        this.router = new Router(plan, run);
        this.nextArrival = arrivals.next();
    }

    @Override
    public void admit(int index, long now) {
        if (index >= units.length) {
            units = Arrays.copyOf(units, Math.max(index + 1, 2 * units.length));
        }
        units[index] = new ClientUnit(index, plan, plan.shape(), desk);
        router.add(index, now);
        events.set(index, Unit.NEVER);
    }

    @Override
    public void withdraw(int index, long now) {
        router.remove(index);
    }

    @Override
    public void end(int index, long now) {
        unit(index).loseAll(ClientDesk.Failure.LOST, now);
        units[index] = null;
        events.set(index, Unit.NEVER);
    }

    @Override
    public void crash(int index, long now) {
        unit(index).loseAll(ClientDesk.Failure.CRASHED, now);
        units[index] = new ClientUnit(index, plan, UnitShape.NONE, desk);
        settle(index);
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
    public long requests() {
        return request;
    }

    @Override
    public RunResult.Repeats repeats() {
        return desk.repeats();
    }

    @Override
    public @Nullable LimitMeter limits() {
        return calls == null ? null : calls.limits;
    }

    @Override
    public boolean limitsTokens() {
        return calls != null && calls.provider.limitsTokens();
    }

    @Override
    public double grantTokens(double input, double output, long now) {
        return calls == null ? 1 : calls.provider.grant(input, output, now);
    }

    private void arrive(long now) {
        catchUp(now);
        sampler.draw(request, arrivals.inputTokens(), arrivals.outputTokens());
        meter.arrived(sampler.inputTokens(), sampler.outputTokens());
        var one = tries.first(request, now, sampler);
        if (desk.calls != null) {
            desk.calls.arrives(one, request, arrivals.tenant(), sampler);
        }
        send(one, now);
        request++;
    }

    private void send(int one, long now) {
        desk.sends(one, now);
        if (desk.calls == null || desk.admits(one, desk.calls, now)) {
            route(one, now);
        }
    }

    private void route(int one, long now) {
        if (router.isEmpty()) {
            desk.turnAway(one, ClientDesk.Failure.NO_TARGET, now);
            return;
        }
        var index = router.choose(desk.index(one), now);
        unit(index).offer(one, now);
        settle(index);
    }

    /// Everything up to and including `time` that is not an arrival.
    private void catchUp(long time) {
        while (true) {
            var planned = desk.due.next();
            var work = events.earliest();
            var leave = Math.min(desk.deadlines.next(), desk.firstBytes.next());
            var now = Math.min(Math.min(planned, work), leave);
            if (now > time) {
                return;
            }
            if (planned == now) {
                happen(desk.due.removeNext(), now);
            } else if (work == now) {
                var index = events.unit();
                unit(index).step();
                settle(index);
            } else {
                giveUp(now);
            }
        }
    }

    private void happen(int one, long now) {
        switch (tries.state[one]) {
            case Tries.GONE -> tries.free(one);
            case Tries.PLANNED -> send(one, now);
            case Tries.HELD -> route(one, now);
            case Tries.CALLING -> {
                var index = tries.unit[one];
                unit(index).answer(one, now);
                settle(index);
            }
            case Tries.HOLDING, Tries.AWAY -> {
                var index = tries.unit[one];
                unit(index).callAgain(one, now);
                settle(index);
            }
            default -> throw new IllegalStateException("Nothing was planned in state " + tries.state[one]);
        }
    }

    private void giveUp(long now) {
        var one = desk.gaveUp(desk.firstBytes.next() == now, now);
        if (tries.left[one] && tries.state[one] == Tries.HELD) {
            if (desk.cancelsWaiting) {
                desk.cancel(one, now);
            }
        } else if (tries.left[one]) {
            var index = tries.unit[one];
            unit(index).giveUp(one, now);
            settle(index);
        }
    }

    private void settle(int index) {
        var unit = unit(index);
        router.holds(index, unit.outstanding());
        events.set(index, unit.nextEvent());
    }

    private ClientUnit unit(int index) {
        return Objects.requireNonNull(units[index]);
    }
}
