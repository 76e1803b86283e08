package dev.hostlab.engine;

import dev.hostlab.hosting.Redelivery;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plays workers that pull from a queue which delivers a message again until one of them deletes it. Everything
/// happens in order of time: arrivals, ends of CPU work and of waits, messages that become visible again.
///
/// Limits of a provider and of tenants are played too: an attempt that is refused for good comes back like one
/// that failed, and asks anew. Where no message comes back it gives what [RequestKernel] and [LimitedKernel]
/// give. Memory grows with the messages that workers have or have had and not deleted; with those that wait to be
/// received for the first time only where limits are played.
final class MessageKernel implements Kernel {

    private final KernelPlan plan;
    private final ArrivalStream arrivals;
    private final RequestSampler sampler;
    private final Meter meter;
    private final @Nullable Calls calls;
    private final MessageQueue queue;
    private final MessageDesk desk;
    private final NextEvents events = new NextEvents();
    private final IdleSlots idle = new IdleSlots();
    private @Nullable MessageWorker[] workers = new @Nullable MessageWorker[64];
    private long nextArrival;
    private long request;

    MessageKernel(KernelPlan plan, Redelivery redelivery, Supplier<RequestSource> requests, Meter meter, RunId run) {
        var source = requests.get();
        var rules = new MessageRules(redelivery, run);
        this.plan = plan;
        this.arrivals = source.arrivals();
        this.sampler = source.demands();
        this.meter = meter;
        this.calls = Calls.of(plan.limits(), meter, run);
        var messageCalls = calls == null ? null : new AttemptCalls(calls);
        this.queue = new MessageQueue(rules, meter, sampler, requests.get(), messageCalls);
        this.desk = new MessageDesk(queue, rules, meter, sampler, messageCalls);
        this.nextArrival = arrivals.next();
    }

    @Override
    public void admit(int index, long now) {
        if (index >= workers.length) {
            workers = Arrays.copyOf(workers, Math.max(index + 1, 2 * workers.length));
        }
        workers[index] = new MessageWorker(plan.shape());
        events.set(index, Unit.NEVER);
        for (var slot = 0; slot < plan.shape().slots(); slot++) {
            fill(index, now);
        }
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

    @Override
    public void withdraw(int index, long now) {
        worker(index).receives = false;
        idle.remove(index);
    }

    @Override
    public void end(int index, long now) {
        loseAll(index, now);
        workers[index] = null;
    }

    @Override
    public void crash(int index, long now) {
        idle.remove(index);
        loseAll(index, now);
        workers[index] = new MessageWorker(UnitShape.NONE);
    }

    private void loseAll(int index, long now) {
        worker(index).cpu.accrue(now);
        for (var attempt = 0; attempt < desk.attempts.end(); attempt++) {
            if (desk.attempts.state[attempt] < Attempts.LOST && desk.attempts.unit[attempt] == index) {
                desk.lost(attempt, now);
            }
        }
        events.set(index, Unit.NEVER);
    }

    @Override
    public double harvestCpuNanos(int index, long now) {
        return worker(index).cpu.harvest(now);
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
        return queue.oldestWaiting();
    }

    @Override
    public long waiting(Meter counted) {
        return queue.visible();
    }

    @Override
    public long requests() {
        return request;
    }

    @Override
    public RunResult.Deliveries deliveries(QueueCallMeter calls) {
        return queue.tally.figures(request - queue.tally.notSent, desk.attempts.made(), calls);
    }

    private void arrive(long now) {
        catchUp(now);
        sampler.draw(request, arrivals.inputTokens(), arrivals.outputTokens());
        meter.arrived(sampler.inputTokens(), sampler.outputTokens());
        if (calls != null) {
            send(calls, now);
            return;
        }
        meter.entered(now);
        if (idle.isEmpty() || !queue.mayDeliver()) {
            meter.foundAllSlotsTaken();
            queue.join(request);
        } else {
            var index = idle.take();
            worker(index).busy++;
            start(index, desk.receiveNew(request, now), now);
        }
        request++;
    }

    private void send(Calls limited, long now) {
        if (!desk.arrives(request++, arrivals.tenant(), now)) {
            return;
        }
        if (idle.isEmpty() || !queue.mayDeliver()) {
            meter.foundAllSlotsTaken();
            limited.limits.foundNoSlot();
        }
        deliver(now);
    }

    /// Everything up to and including `time` that is not an arrival.
    private void catchUp(long time) {
        while (true) {
            var own = desk.next();
            var event = events.earliest();
            if (Math.min(own, event) > time) {
                return;
            }
            if (own <= event) {
                var over = desk.step();
                if (over < 0) {
                    deliver(own);
                    if (calls != null && queue.visible() > 0) {
                        calls.limits.foundNoSlot();
                    }
                } else {
                    goOn(over, own);
                }
            } else {
                endWork(events.unit(), event);
            }
        }
    }

    private void endWork(int index, long now) {
        var cpu = worker(index).cpu;
        var attempt = cpu.endNext();
        events.set(index, cpu.next());
        if (desk.attempts.upstreamNanos[attempt] == 0 && calls == null) {
            finish(attempt, now);
        } else if (!desk.call(attempt, now)) {
            freeSlot(index, now);
        }
    }

    private void goOn(int attempt, long now) {
        var index = desk.attempts.unit[attempt];
        switch (desk.attempts.state[attempt]) {
            case Attempts.WAITING -> finish(attempt, now);
            case Attempts.HOLDING -> {
                if (!desk.callAgain(attempt, now)) {
                    freeSlot(index, now);
                }
            }
            case Attempts.AWAY -> comeBack(index, attempt, now);
            default -> throw new IllegalStateException("Nothing was planned in state " + desk.attempts.state[attempt]);
        }
    }

    private void comeBack(int index, int attempt, long now) {
        var worker = worker(index);
        var isFree = worker.busy < worker.slots;
        desk.wantsSlot(attempt, isFree, now);
        worker.back.add(attempt);
        if (isFree) {
            idle.takeOf(index);
            fill(index, now);
        }
    }

    private void finish(int attempt, long now) {
        var index = desk.attempts.unit[attempt];
        desk.done(attempt, now);
        freeSlot(index, now);
        deliver(now);
    }

    private void freeSlot(int index, long now) {
        worker(index).busy--;
        fill(index, now);
    }

    /// A slot is free: it goes to an attempt that gave one away, or its worker receives the next message, or waits
    /// for one.
    private void fill(int index, long now) {
        var worker = worker(index);
        while (!worker.back.isEmpty() || worker.receives) {
            var attempt = worker.back.isEmpty() ? desk.receiveNext(now) : worker.back.removeHead();
            if (attempt < 0) {
                idle.add(index, 1);
                return;
            }
            worker.busy++;
            if (start(index, attempt, now)) {
                return;
            }
            worker.busy--;
        }
    }

    /// Messages that are visible go to idle workers.
    private void deliver(long now) {
        while (!idle.isEmpty()) {
            var attempt = desk.receiveNext(now);
            if (attempt < 0) {
                return;
            }
            var index = idle.take();
            worker(index).busy++;
            if (!start(index, attempt, now)) {
                freeSlot(index, now);
            }
        }
    }

    /// Gives a slot to an attempt; tells whether it keeps it.
    private boolean start(int index, int attempt, long now) {
        if (desk.attempts.state[attempt] == Attempts.BACK) {
            return desk.resumes(attempt, now);
        }
        meter.started(now);
        desk.attempts.unit[attempt] = index;
        if (sampler.cpuNanos() == 0) {
            return desk.call(attempt, now);
        }
        var cpu = worker(index).cpu;
        cpu.add(sampler.cpuNanos(), attempt, now);
        events.set(index, cpu.next());
        return true;
    }

    private MessageWorker worker(int index) {
        return Objects.requireNonNull(workers[index]);
    }
}
