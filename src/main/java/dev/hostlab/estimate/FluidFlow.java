package dev.hostlab.estimate;

import dev.hostlab.hosting.FleetPlan;
import dev.hostlab.routing.Routing;

/// Requests as a fluid through units: what comes faster than the units in service can work piles up in their lines
/// and is played in short steps; what does not meets the steady state of its minute.
final class FluidFlow implements Flow {

    private static final double NANOS_PER_SECOND = 1e9;
    /// Lines are played in steps of at most this, in seconds.
    private static final double LONGEST_STEP = 5;
    /// A line counts as settled by the steady state if it settles within this, in seconds.
    private static final double SETTLING_SECONDS = 60;
    /// After so many holding times the middle of a step has forgotten its beginning.
    private static final double LONG_STEP = 8;
    /// Fewer arrivals than this part of the free slots make no line.
    private static final double FREE_ENOUGH = 0.7;

    /// Messages that wait at the start are told apart in so many parts.
    private static final int PARTS_OF_START = 32;

    private final LoadCurve load;
    private final Demands demands;
    private final LatencyMix mix;
    private final boolean central;
    private final int slots;
    private final double drainSeconds;
    private final Backlog lines;
    private final TickLoad tick = new TickLoad();
    private long now;
    private long stepEnd;
    private int step;
    private double perSecond;
    private int units;
    private double inSlots;
    private double stretch = 1;
    private double lineWait;
    private double delayed;
    private boolean capacityStarting;

    FluidFlow(LoadCurve load, Demands demands, LatencyMix mix, FleetPlan plan) {
        this.load = load;
        this.demands = demands;
        this.mix = mix;
        central = plan.routing() == Routing.CENTRAL;
        slots = plan.unit().slots();
        drainSeconds = plan.drain().drainSeconds();
        lines = new Backlog(central ? Double.POSITIVE_INFINITY : plan.unit().queueLimit());
        if (central) {
            lines.join();
        }
    }

    @Override
    public void begin(double messages) {
        if (!central || messages <= 0) {
            return;
        }
        lines.flow(messages, 0);
        tick.arrived += messages;
        var most = Math.max(1, units) * demands.look(0).steady().unit().mostPerSecond();
        for (var part = 0; part < PARTS_OF_START; part++) {
            addWaiting(messages / PARTS_OF_START, (part + 0.5) / PARTS_OF_START * messages / most);
        }
    }

    @Override
    public void advanceTo(long time) {
        while (now < time) {
            if (now >= stepEnd) {
                step = (int) (now / load.stepNanos());
                stepEnd = (step + 1) * load.stepNanos();
                perSecond = load.perSecond(step);
            }
            var end = Math.min(time, stepEnd);
            play((end - now) / NANOS_PER_SECOND);
            now = end;
        }
    }

    @Override
    public void join() {
        units++;
        if (!central) {
            lines.join();
        }
    }

    @Override
    public void leave() {
        units--;
        if (!central) {
            var left = lines.leave();
            var most = demands.look((int) Math.min(load.steps() - 1L, now / load.stepNanos()))
                    .steady()
                    .unit()
                    .mostPerSecond();
            var lost = Math.max(0, left - most * drainSeconds);
            tick.failed += lost;
            tick.started += left - lost;
        }
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public double waiting() {
        return lines.total();
    }

    @Override
    public double inside() {
        return lines.total() + inSlots;
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
        return lineWait;
    }

    private void play(double seconds) {
        var kind = demands.look(step);
        var arriving = perSecond * seconds;
        tick.arrived += arriving;
        tick.tokens += arriving * demands.tokens();
        tick.outputTokens += arriving * demands.outputTokens();
        tick.unitSeconds += units * seconds;
        if (units == 0 && !central) {
            tick.rejected += arriving;
            settle(0, seconds, demands.cpuSeconds() + demands.upstreamSeconds());
            return;
        }
        var steady = kind.steady();
        var most = units * demands.mostPerSecond();
        var settled = units == 0 ? 0 : steady.settledLoad(units, SETTLING_SECONDS);
        var room = (double) units * slots - inSlots;
        if (lines.isEmpty() && (perSecond <= most * settled || arriving <= room * FREE_ENOUGH)) {
            calm(steady, seconds, most, settled);
        } else {
            busy(seconds);
        }
    }

    /// The slots held at the end, by Little's law, tell the load that the requests of short steps meet.
    private void calm(SteadyState steady, double seconds, double most, double settled) {
        var count = perSecond * seconds;
        var held = slotsHeld(perSecond, seconds, stretch * demands.cpuSeconds() + demands.upstreamSeconds());
        lineWait = 0;
        steady.look(units, Math.min(Math.max(settled, 0.5), held / most));
        stretch = steady.stretch();
        if (count > 0) {
            mix.add(demands, count, stretch, steady.waitSeconds(), steady.waitShare());
        }
        if (capacityStarting) {
            delayed += count * steady.waitShare();
        }
        serve(perSecond, seconds, stretch * demands.cpuSeconds() + demands.upstreamSeconds());
        tick.insideSeconds += count * steady.waitSeconds();
    }

    /// A line stands, or will: short steps.
    private void busy(double seconds) {
        var parts = (int) Math.ceil(seconds / LONGEST_STEP);
        var part = seconds / parts;
        for (var index = 0; index < parts; index++) {
            demands.look(step);
            crowd(perSecond * part, part);
        }
    }

    private void crowd(double arriving, double seconds) {
        var steady = demands.mixWithLine(lines.total(), arriving).steady();
        var each = demands.mostPerSecond();
        var perLine = central ? units * each : each;
        var before = lines.total();
        var first = lines.shortest();
        var free = Math.max(0, (double) units * slots - inSlots);
        var freeEach = before > 0 ? 0 : central ? free : free / Math.max(1, units);
        var over = lines.flow(arriving, perLine * seconds + freeEach);
        var taken = arriving - over;
        tick.rejected += over;
        lineWait = perLine == 0 ? seconds : (first + lines.shortest()) / 2 / perLine;
        var settled = units == 0 ? 0 : steady.settledLoad(units, SETTLING_SECONDS);
        var holding = stretch * demands.cpuSeconds() + demands.upstreamSeconds();
        var share = units == 0 ? 1 : Math.min(slotsHeld(taken / seconds, seconds, holding) / (units * each), settled);
        if (units > 0) {
            steady.look(units, lines.isEmpty() ? share : settled);
        }
        stretch = lines.isEmpty() ? steady.stretch() : steady.fullStretch();
        add(taken, steady, lines.isEmpty() && before <= 0);
        if (capacityStarting) {
            delayed += lines.isEmpty() ? taken * steady.waitShare() : taken;
        }
        tick.insideSeconds +=
                (before + lines.total()) / 2 * seconds + (lines.isEmpty() ? taken * steady.waitSeconds() : 0);
        serve(
                (before + taken - lines.total()) / seconds,
                seconds,
                stretch * demands.cpuSeconds() + demands.upstreamSeconds());
    }

    private void add(double count, SteadyState steady, boolean settled) {
        if (count > 0 && settled) {
            mix.add(demands, count, stretch, steady.waitSeconds(), steady.waitShare());
        } else if (count > 0) {
            addWaiting(count, lineWait + steady.waitSeconds());
        }
    }

    /// Those whose turn comes after the horizon are still waiting then, and have no waiting time.
    private void addWaiting(double count, double seconds) {
        if (now + seconds * NANOS_PER_SECOND < load.horizonNanos()) {
            mix.addWaiting(demands, count, stretch, seconds);
        }
    }

    /// So many requests a second take slots; they hold them for `holding` seconds in the mean.
    private void serve(double perSecond, double seconds, double holding) {
        var count = perSecond * seconds;
        tick.started += count;
        tick.cpuSeconds += count * demands.cpuSeconds();
        settle(perSecond, seconds, holding);
    }

    /// Requests a second that would hold as many slots as are held in the middle of a step.
    private double slotsHeld(double perSecond, double seconds, double holding) {
        return seconds > LONG_STEP * holding
                ? perSecond
                : perSecond + (inSlots / holding - perSecond) * Decay.after(seconds / holding / 2);
    }

    /// Slots held follow the requests that take them with the lag of a holding time, as in an M/G/∞ queue.
    private void settle(double perSecond, double seconds, double holding) {
        var target = Math.min(perSecond * holding, (double) units * slots);
        var decay = Decay.after(seconds / holding);
        var area = target * seconds + (inSlots - target) * holding * (1 - decay);
        inSlots = target + (inSlots - target) * decay;
        tick.slotSeconds += area;
        tick.insideSeconds += area;
    }
}
