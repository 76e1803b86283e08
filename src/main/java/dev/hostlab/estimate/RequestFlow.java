package dev.hostlab.estimate;

import static java.util.Objects.requireNonNull;

import dev.hostlab.routing.Routing;
import dev.hostlab.workload.RequestArrivals;
import dev.hostlab.workload.ServiceModel;
import org.jspecify.annotations.Nullable;

/// Requests of a workload that knows each of them: they come when the trace says, with the tokens that it says, and
/// hold a slot of one unit for as long as one place in the distributions of the service makes them, another place in
/// each pass. Bursts of few requests, and metrics that hang on single ones, are so as uncertain as in an exact run.
///
/// The CPU is not played: its work is stretched by what as many requests as their unit holds meet in the mean
/// ([ServedUnit]).
final class RequestFlow implements Flow {

    private static final double NANOS_PER_SECOND = 1e9;

    private final RequestArrivals arrivals;
    private final LoadCurve load;
    private final Demands demands;
    private final RequestDraws draws;
    private final LatencyMix mix;
    private final ServiceModel.Clients clients;
    private final UnitChoice choice;
    private final TickLoad tick = new TickLoad();
    private final DueTimes ends = new DueTimes();
    private final Starts starts;
    private final int slots;
    private final long drainNanos;
    private final double queueLimit;
    private long now;
    private int next;
    private int step = -1;
    private int inSlots;
    private int inLines;
    private double stretch = 1;
    private double lastWait;
    private double delayed;
    private boolean capacityStarting;

    /// When the requests that hold slots got them, and of which unit.
    private static final class Starts {
        private final long[] at;
        private final @Nullable SlotUnit[] unit;

        private Starts(int requests) {
            at = new long[requests];
            unit = new @Nullable SlotUnit[requests];
        }
    }

    RequestFlow(EstimateInput input, Demands demands, LatencyMix mix) {
        var plan = input.plan();
        this.load = input.load();
        this.arrivals = load.known().orElseThrow();
        this.demands = demands;
        this.mix = mix;
        draws = new RequestDraws(input.sample(), input.variant());
        clients = input.sample().model().clients();
        starts = new Starts(arrivals.count());
        slots = plan.unit().slots();
        drainNanos = Math.round(plan.drain().drainSeconds() * NANOS_PER_SECOND);
        choice = new UnitChoice(plan.routing(), input.variant());
        queueLimit = plan.routing() == Routing.CENTRAL
                ? Double.POSITIVE_INFINITY
                : plan.unit().queueLimit();
    }

    /// Only workloads without messages from before are played so.
    @Override
    public void begin(double messages) {
        // Nothing waits.
    }

    @Override
    public void advanceTo(long time) {
        while (true) {
            var arrival = next < arrivals.count() ? arrivals.atNanos(next) : Long.MAX_VALUE;
            var due = Math.min(arrival, ends.next());
            if (due > time) {
                accrue(time);
                return;
            }
            accrue(due);
            if (ends.next() <= arrival) {
                leaveSlot(ends.take());
            } else {
                arrive(next++);
            }
        }
    }

    @Override
    public void join() {
        choice.add(new SlotUnit());
        serveLine();
    }

    @Override
    public void leave() {
        var unit = choice.remove();
        unit.endsAt = now + drainNanos;
    }

    @Override
    public int units() {
        return choice.size();
    }

    @Override
    public double waiting() {
        return inLines;
    }

    @Override
    public double inside() {
        return inLines + inSlots;
    }

    @Override
    public double delayed() {
        return delayed;
    }

    @Override
    public void setCapacityStarting(boolean starting) {
        capacityStarting = starting;
    }

    @Override
    public TickLoad tick() {
        return tick;
    }

    @Override
    public double stretch() {
        return stretch;
    }

    @Override
    public double waitSeconds() {
        return lastWait;
    }

    private void accrue(long time) {
        var seconds = (time - now) / NANOS_PER_SECOND;
        tick.unitSeconds += choice.size() * seconds;
        tick.slotSeconds += inSlots * seconds;
        tick.insideSeconds += (inSlots + inLines) * seconds;
        now = time;
    }

    private void arrive(int request) {
        tick.arrived++;
        draws.draw(request, arrivals.inputTokens(request), arrivals.outputTokens(request));
        tick.tokens += draws.inputTokens() + draws.outputTokens();
        tick.outputTokens += draws.outputTokens();
        var line = choice.line(slots);
        if (line == null || (line.held >= slots && line.waiting() >= queueLimit)) {
            tick.rejected++;
        } else if (line.held < slots) {
            start(request, line);
        } else {
            line.enqueue(request);
            inLines++;
            delayed += capacityStarting ? 1 : 0;
        }
    }

    private void leaveSlot(int request) {
        var unit = requireNonNull(starts.unit[request]);
        starts.unit[request] = null;
        unit.held--;
        inSlots--;
        if (now > unit.endsAt) {
            tick.failed++;
            tick.started--;
        } else {
            var waited = (starts.at[request] - arrivals.atNanos(request)) / NANOS_PER_SECOND;
            mix.addKnown((now - arrivals.atNanos(request)) / NANOS_PER_SECOND, waited);
        }
        var line = unit.endsAt == Long.MAX_VALUE ? choice.lineOf(unit) : unit;
        while (unit.held < slots && line.waiting() > 0) {
            startWaiting(line, unit);
        }
    }

    /// A unit has come whose slots are free: a central line goes on there.
    private void serveLine() {
        var central = choice.central();
        if (central == null) {
            return;
        }
        var unit = choice.line(slots);
        while (unit != null && unit.held < slots && central.waiting() > 0) {
            startWaiting(central, unit);
            unit = choice.line(slots);
        }
    }

    private void startWaiting(SlotUnit line, SlotUnit unit) {
        var request = line.dequeue();
        inLines--;
        var waited = (now - arrivals.atNanos(request)) / NANOS_PER_SECOND;
        if (now > unit.endsAt) {
            tick.failed++;
        } else if (waited > clients.timeoutSeconds() && clients.cancelsAbandoned()) {
            tick.timedOut++;
        } else {
            draws.draw(request, arrivals.inputTokens(request), arrivals.outputTokens(request));
            start(request, unit);
        }
    }

    private void start(int request, SlotUnit unit) {
        unit.held++;
        inSlots++;
        look();
        stretch = demands.newest().steady().stretchWith(unit.held);
        starts.at[request] = now;
        starts.unit[request] = unit;
        lastWait = (now - arrivals.atNanos(request)) / NANOS_PER_SECOND;
        tick.started++;
        tick.cpuSeconds += draws.cpuSeconds();
        var holding = stretch * draws.cpuSeconds() + draws.upstreamSeconds();
        ends.add(now + Math.round(holding * NANOS_PER_SECOND), request);
    }

    private void look() {
        var newStep = Math.min(load.steps() - 1, (int) (now / load.stepNanos()));
        if (newStep != step) {
            step = newStep;
            demands.look(newStep);
        }
    }
}
