package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Load;
import dev.hostlab.theory.Theory;
import java.util.ArrayList;
import java.util.List;

/// One run of a plain queue through the kernels that host the options.
///
/// In the steady state a warm-up is played first and left out of everything; then each window is measured over
/// its time, and each request over its whole stay, for which arrivals go on until the last one that counts has
/// left.
public final class QueueSimulation {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PARTS = 64;
    private static final int MOST_EXTENSIONS = 100_000;

    private final QueueModel model;
    private final QueueSetup setup;
    private final Length length;
    private final RunMonitor monitor;
    private final long from;
    private final long until;
    private final Meter meter;
    private final Kernel kernel;
    private final QueueFigures figures;
    private int servers;
    private long now;
    private long told;

    /// How long to simulate; a schedule has a length of its own.
    ///
    /// @param warmUp   requests to leave out first, expected number
    /// @param requests requests to count, expected number
    /// @param windows  consecutive parts to tell apart, at least 1
    public record Length(long warmUp, long requests, int windows) {}

    /// @param replication from 0; the same seed and replication give the same run, and the same
    ///                    requests to every queue of the same traffic
    public QueueSimulation(QueueModel model, Length length, long seed, int replication, RunMonitor monitor) {
        this.model = model;
        this.length = length;
        this.monitor = monitor;
        servers = model.servers().count();
        setup = new QueueSetup(model);
        switch (model.load()) {
            case Load.Scheduled scheduled -> {
                from = 0;
                until = setup.nanos(scheduled.seconds());
            }
            case Load.Open open -> {
                from = setup.nanos(length.warmUp() / open.perSecond());
                until = from + setup.nanos(length.requests() / open.perSecond());
            }
            case Load.Closed closed -> {
                var perSecond = Theory.throughput(closed, model);
                from = setup.nanos(length.warmUp() / perSecond);
                until = from + setup.nanos(length.requests() / perSecond);
            }
        }
        var run = new RunId(setup.trafficSeed(seed), replication, false);
        meter = new Meter(new MeterRules(Long.MAX_VALUE, false, Long.MAX_VALUE), from, until);
        kernel = Kernels.of(setup.kernelPlan(), () -> setup.requests(run), meter, run);
        figures = new QueueFigures(setup.scale() * NANOS_PER_SECOND);
    }

    /// Runs to the end.
    ///
    /// @throws RunCancelledException if the monitor ends it before
    public QueueResult run() {
        for (var unit = 0; unit < setup.units(); unit++) {
            kernel.admit(unit, 0);
        }
        return model.load() instanceof Load.Scheduled scheduled ? runSchedule(scheduled) : runSteady();
    }

    private QueueResult runSteady() {
        meter.closePeriod(0, from);
        play(from, PARTS);
        harvest(0);
        var counted = 0L;
        var accepted = 0L;
        var start = from;
        for (var number = 1; number <= length.windows(); number++) {
            var end = from + (until - from) / length.windows() * number;
            end = number == length.windows() ? until : end;
            var window = open(start, end);
            play(end, PARTS);
            close(window, start);
            counted += window.arrived;
            accepted += window.arrived - window.rejected;
            if (number == length.windows()) {
                playOut(accepted);
            }
            figures.close(window, meter.latencies());
            start = end;
        }
        return new QueueResult(figures.overall(), figures.windows(), counted, kernel.requests(), List.of());
    }

    private QueueResult runSchedule(Load.Scheduled scheduled) {
        var rows = new ArrayList<QueueResult.RowState>();
        var whole = new QueueFigures.Window();
        var start = 0L;
        for (var row : scheduled.rows()) {
            var end = setup.nanos(row.endSeconds());
            resize(row.servers(), start);
            var window = open(start, end);
            var served = meter.total().served;
            play(end, Math.max(1, PARTS / scheduled.rows().size()));
            var state = close(window, start);
            whole.add(window);
            rows.add(new QueueResult.RowState(
                    meter.inside(),
                    meter.inside() >= row.servers(),
                    state.meanInside(),
                    (window.insideArea - window.busyArea) / window.nanos,
                    window.busyArea / window.nanos,
                    meter.total().served - served));
            start = end;
        }
        playOut(whole.arrived - whole.rejected);
        figures.close(whole, meter.latencies());
        return new QueueResult(figures.overall(), figures.windows(), whole.arrived, kernel.requests(), rows);
    }

    private void resize(int to, long at) {
        servers = to;
        special().resize(0, setup.slots(to), setup.vcpus(to), at);
    }

    private QueueFigures.Window open(long start, long end) {
        meter.closePeriod(Math.min(start, now), end);
        var window = new QueueFigures.Window();
        var total = meter.total();
        window.nanos = end - start;
        window.arrived = -total.arrived;
        window.rejected = -total.rejected;
        window.abandoned = -total.timedOut;
        return window;
    }

    private Meter.PeriodLoad close(QueueFigures.Window window, long start) {
        var load = meter.closePeriod(start, Long.MAX_VALUE / 4);
        var total = meter.total();
        window.arrived += total.arrived;
        window.rejected += total.rejected;
        window.abandoned += total.timedOut;
        window.insideArea = load.meanInside() * window.nanos;
        window.slotArea = load.meanBusySlots() * window.nanos;
        harvest(window, start);
        return load;
    }

    private void harvest(long start) {
        harvest(new QueueFigures.Window(), start);
    }

    private void harvest(QueueFigures.Window window, long start) {
        window.busyArea = window.slotArea;
        if (setup.isShared()) {
            window.busyArea = 0;
            for (var unit = 0; unit < setup.units(); unit++) {
                window.busyArea += kernel.harvestCpuNanos(unit, now);
            }
        }
        if (model.servers().onDemand().isPresent()) {
            var use = special().use(0, start, now);
            window.startingArea = use.starting() * window.nanos;
            window.onArea = use.on() * window.nanos;
        } else {
            window.onArea = servers == QueueModel.UNLIMITED ? window.busyArea : (double) servers * window.nanos;
        }
    }

    /// Lets arrivals go on until all requests that count have left.
    private void playOut(long accepted) {
        var step = Math.max((long) NANOS_PER_SECOND, (until - from) / 1_000);
        for (var extension = 0;
                extension < MOST_EXTENSIONS
                        && figures.recorded() + meter.latencies().waits().count() < accepted;
                extension++) {
            now += step;
            kernel.serveUntil(now);
        }
    }

    /// Plays up to `end`, telling the monitor so many times on the way.
    private void play(long end, int parts) {
        var start = now;
        for (var part = 1; part <= parts; part++) {
            now = part == parts ? end : start + (end - start) / parts * part;
            kernel.serveUntil(now);
            var played = kernel.requests();
            if (!monitor.goesOn(played - told, (double) now / until)) {
                throw new RunCancelledException();
            }
            told = played;
        }
    }

    /// The kernel of special units, which can do more than others.
    private RequestKernel special() {
        return (RequestKernel) kernel;
    }
}
