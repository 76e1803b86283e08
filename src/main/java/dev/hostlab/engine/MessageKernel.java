package dev.hostlab.engine;

import dev.hostlab.hosting.Redelivery;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plays workers that pull from a queue which delivers a message again until one of them deletes it. Everything
/// happens in order of time: arrivals, ends of CPU work and of waits, messages that become visible again.
///
/// Where no message comes back it gives what [RequestKernel] gives. Memory grows with the messages that workers have
/// or have had and not deleted, not with those that wait to be received for the first time.
final class MessageKernel implements Kernel {

    private final KernelPlan plan;
    private final ArrivalStream arrivals;
    private final RequestSampler sampler;
    private final Meter meter;
    private final MessageTally tally = new MessageTally();
    private final MessageQueue queue;
    private final MessageDesk desk;
    private final NextEvents events = new NextEvents();
    private final IdleSlots idle = new IdleSlots();
    private @Nullable Worker[] workers = new @Nullable Worker[64];
    private long nextArrival;
    private long request;

    /// A unit: its CPU, and whether it receives.
    private static final class Worker {

        final SharedCpu cpu;
        boolean receives = true;

        Worker(UnitShape shape) {
            cpu = new SharedCpu(shape.vcpus(), shape.slots());
        }
    }

    MessageKernel(KernelPlan plan, Redelivery redelivery, Supplier<RequestSource> requests, Meter meter, RunId run) {
        var source = requests.get();
        var rules = new MessageRules(redelivery, run);
        this.plan = plan;
        this.arrivals = source.arrivals();
        this.sampler = source.demands();
        this.meter = meter;
        this.queue = new MessageQueue(rules, meter, tally, sampler, requests.get());
        this.desk = new MessageDesk(queue, tally, rules, meter, sampler);
        this.nextArrival = arrivals.next();
    }

    @Override
    public void admit(int index, long now) {
        if (index >= workers.length) {
            workers = Arrays.copyOf(workers, Math.max(index + 1, 2 * workers.length));
        }
        workers[index] = new Worker(plan.shape());
        events.set(index, Unit.NEVER);
        for (var slot = 0; slot < plan.shape().slots(); slot++) {
            freeSlot(index, now);
        }
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
        workers[index] = new Worker(UnitShape.NONE);
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
        queue.countInFlight(now);
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
        return tally.figures(request, desk.attempts.made(), calls);
    }

    private void arrive(long now) {
        catchUp(now);
        sampler.draw(request, arrivals.inputTokens(), arrivals.outputTokens());
        meter.arrived(sampler.inputTokens(), sampler.outputTokens());
        meter.entered(now);
        if (idle.isEmpty() || !queue.mayDeliver()) {
            meter.foundAllSlotsTaken();
            queue.join(request);
        } else {
            start(idle.take(), desk.receiveNew(request, now), now);
        }
        request++;
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
                } else {
                    finish(over, own);
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
        if (desk.attempts.upstreamNanos[attempt] > 0) {
            desk.waits(attempt, now);
        } else {
            finish(attempt, now);
        }
    }

    private void finish(int attempt, long now) {
        var index = desk.attempts.unit[attempt];
        desk.done(attempt, now);
        freeSlot(index, now);
        deliver(now);
    }

    /// A slot is free: its worker receives the next message, or waits for one.
    private void freeSlot(int index, long now) {
        if (!worker(index).receives) {
            return;
        }
        var attempt = desk.receiveNext(now);
        if (attempt < 0) {
            idle.add(index, 1);
        } else {
            start(index, attempt, now);
        }
    }

    /// Messages that are visible go to idle workers.
    private void deliver(long now) {
        while (!idle.isEmpty()) {
            var attempt = desk.receiveNext(now);
            if (attempt < 0) {
                return;
            }
            start(idle.take(), attempt, now);
        }
    }

    private void start(int index, int attempt, long now) {
        meter.started(now);
        desk.attempts.unit[attempt] = index;
        if (sampler.cpuNanos() > 0) {
            var cpu = worker(index).cpu;
            cpu.add(sampler.cpuNanos(), attempt, now);
            events.set(index, cpu.next());
        } else {
            desk.waits(attempt, now);
        }
    }

    private Worker worker(int index) {
        return Objects.requireNonNull(workers[index]);
    }
}
