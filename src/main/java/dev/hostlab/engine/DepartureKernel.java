package dev.hostlab.engine;

/// What the kernels that compute departures share. Where a request holds a slot for a time that is known when it
/// arrives, its start and end are known at once: one request is one step, and there are no events.
///
/// The control side changes nothing before the time up to which it lets the kernel play, so what starts and ends
/// before that is final and is metered at once, in batches; the rest waits in [InFlight].
abstract sealed class DepartureKernel implements Kernel permits RotaKernel, LeastOutstandingKernel, CentralKernel {

    protected final Meter meter;
    protected final SlotTimes slots;
    protected final InFlight inFlight;
    protected final RequestBatch batch;
    private final boolean usesCpu;
    private final long[] responses = new long[RequestBatch.SIZE];
    private final long[] waits = new long[RequestBatch.SIZE];
    private final long[] decoding = new long[RequestBatch.SIZE];
    private final boolean streams;
    private int passed;
    private long requests;

    DepartureKernel(KernelPlan plan, RequestSource source, Meter meter) {
        this.meter = meter;
        this.slots = new SlotTimes(plan.shape().slots(), plan.queueLimit());
        this.inFlight = new InFlight(meter, slots);
        this.batch = new RequestBatch(source);
        this.usesCpu = source.demands().needsCpu();
        this.streams = meter.latencies().firstTokens() != null;
    }

    @Override
    public final void serveUntil(long time) {
        inFlight.settle(time);
        beginUntil(time);
        while (batch.next() < time) {
            var next = batch.next();
            playUntil(
                    Math.min(time, meter.latencies().recordedAlike(next)),
                    time,
                    meter.latencies().isRecorded(next));
        }
        settled(time);
    }

    /// Before any more arrivals: what can happen by `time` with those that are there.
    abstract void beginUntil(long time);

    /// All that arrives before `time` has been played.
    abstract void settled(long time);

    private void playUntil(long bound, long time, boolean recorded) {
        while (batch.next() < bound) {
            var from = batch.position();
            var to = batch.endBefore(bound);
            meter.arrived(batch, from, to);
            play(from, to, time);
            meter.passed(responses, waits, passed, recorded);
            if (streams && recorded) {
                meter.firstTokens(responses, waits, decoding, passed);
            }
            passed = 0;
            requests += to - from;
            batch.advanceTo(to);
        }
    }

    /// Plays the requests at places `from` to `to` of the batch; the control side changes nothing before `time`.
    abstract void play(int from, int to, long time);

    /// A request of the batch has a slot of a unit from `start` on.
    final void assign(int index, int unit, long start, long time) {
        var arrived = batch.at[index];
        var end = start + batch.hold[index];
        if (end <= time) {
            responses[passed] = end - arrived;
            if (streams) {
                decoding[passed] = batch.decoding[index];
            }
            waits[passed++] = start - arrived;
            if (usesCpu) {
                slots.addCpu(unit, batch.cpu[index]);
            }
        } else {
            meter.entered(arrived);
            inFlight.add(unit, arrived, start, batch.cpu[index], batch.hold[index]);
            inFlight.decodes(batch.decoding[index]);
        }
    }

    /// Offers a request of the batch to a unit with a line of its own.
    ///
    /// @return when it will leave, [Unit#NEVER] if it was turned away
    final long offer(int index, int unit, long time) {
        var now = batch.at[index];
        var start = slots.earliest(unit);
        if (start > now) {
            meter.foundAllSlotsTaken();
            if (!slots.hasRoom(unit, now)) {
                meter.rejected();
                return Unit.NEVER;
            }
            slots.addWaiting(unit, start);
        } else {
            start = now;
        }
        var end = start + batch.hold[index];
        slots.take(unit, end);
        assign(index, unit, start, time);
        return end;
    }

    /// Never asked: a fleet whose applications crash plays on the general kernel.
    @Override
    public final void crash(int index, long now) {
        throw new IllegalStateException("Departures are final; unit " + index + " cannot crash at " + now);
    }

    @Override
    public void end(int index, long now) {
        inFlight.lose(index, now);
    }

    @Override
    public final double harvestCpuNanos(int index, long now) {
        return slots.harvestCpu(index);
    }

    @Override
    public void countInFlight(long now) {
        inFlight.countInFlight(now);
    }

    @Override
    public final long requests() {
        return requests;
    }
}
