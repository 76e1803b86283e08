package dev.hostlab.engine;

import dev.hostlab.hosting.Rented;
import dev.hostlab.routing.Routing;
import dev.hostlab.scaling.ScalingDecision;
import dev.hostlab.workload.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run: control events on objects, and between two of them requests on arrays. The same input gives the same
/// result on every machine.
public final class Simulation {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_DAY = 86_400;
    private final RunInput input;
    private final RunMonitor monitor;
    private final RunStart start;
    private final long horizon;
    private final long tick;
    private final Calendar calendar = new Calendar();
    private final List<DecisionDraft> decisions = new ArrayList<>();
    private final Meter meter;
    private final Kernel kernel;
    private final Fleet fleet;
    private final QueueWatch queue;
    private final RunRecorder recorder;
    private final ScalingControl scaling;
    private final Happenings happenings;
    private final @Nullable RunTimeline timeline;
    private int decidedCapacity;
    private long requestsTold;
    private @Nullable RunResult warmUp;

    public Simulation(RunInput input, RunMonitor monitor) {
        this(input, RunStart.AFRESH, monitor);
    }

    /// A run that begins in a certain way.
    public Simulation(RunInput input, RunStart start, RunMonitor monitor) {
        this.input = input;
        this.start = start;
        this.monitor = monitor;
        this.horizon = input.arrivals().horizonNanos();
        var random = input.randomness();
        var run = new RunId(random.seed(), random.replication(), random.evenArrivals());
        this.scaling =
                new ScalingControl(input.plan(), input.service().model().memory(), input.startSecondsOfWeek(), run);
        this.tick = scaling.tick();
        this.meter = new Meter(MeterRules.of(input), 0, input.timeline() || scaling.watchesExtremes());
        this.kernel = Kernels.of(kernelPlan(input), () -> requests(input, run), meter, run);
        var context = new FleetContext(calendar, new StartUpDraws(run), decisions, run);
        this.fleet = new Fleet(input.plan(), kernel, meter, context);
        this.happenings = new Happenings(input.plan(), fleet, meter, context);
        var central = input.plan().routing() == Routing.CENTRAL;
        var kinds = new RunTimeline.Kinds(central, meter.latencies().firstTokens() != null);
        this.timeline = input.timeline() ? new RunTimeline(tick / NANOS_PER_SECOND, ticks(), kinds) : null;
        var limits = kernel.limits();
        if (input.timeline() && limits != null) {
            limits.follow(ticks(), kinds.streams());
        }
        this.queue = new QueueWatch(kernel, meter, input);
        this.recorder = new RunRecorder(input, new RunRecorder.Meters(meter, limits), fleet, queue, timeline);
    }

    /// Runs to the horizon.
    ///
    /// @throws RunCancelledException if the monitor ends it before
    public RunResult run() {
        begin();
        while (calendar.hasEventBy(horizon)) {
            var entry = calendar.next();
            kernel.serveUntil(entry.at());
            happenings.before(entry.at());
            handle(entry.event(), entry.at());
            happenings.after(entry.at());
        }
        kernel.countInFlight(horizon);
        return figures().until(horizon, happenings.finish(horizon));
    }

    /// What had been counted at the end of the warm-up period, without latencies; those of the run's result are
    /// latencies and peaks since then, and everything else from the start. Empty where there is no such period.
    public Optional<RunResult> warmUp() {
        return Optional.ofNullable(warmUp);
    }

    private RunFigures figures() {
        return new RunFigures(input, meter, fleet, recorder, queue, decisions, timeline);
    }

    private void endWarmUp(long now) {
        warmUp = figures().until(now, happenings.finish(now));
        meter.latencies().clear();
        fleet.watchAnew();
    }

    private void begin() {
        recorder.begin(Math.min(tick, horizon));
        fleet.begin(start.instances());
        decidedCapacity = fleet.desired();
        calendar.plan(Math.min(tick, horizon), new ControlEvent.TickClosed());
        scaling.begin(calendar);
        happenings.begin(horizon);
        if (input.plan().rented() instanceof Rented.OnInstances on) {
            calendar.plan(
                    nanos(on.periodSeconds() + on.reservationPublishSeconds()),
                    new ControlEvent.ReservationEvaluated());
        }
    }

    private void handle(ControlEvent planned, long now) {
        switch (planned) {
            case ControlEvent.TickClosed() -> closeTick(now);
            case ControlEvent.AlarmsEvaluated() ->
                scaling.evaluate(now, decidedCapacity, calendar).ifPresent(decided -> decide(decided, now));
            case ControlEvent.ScheduledActionDue(var action) ->
                scaling.scheduled(action, now, decidedCapacity, calendar).ifPresent(decided -> decide(decided, now));
            case ControlEvent.HourForeseen() ->
                scaling.forecast(now, decidedCapacity, calendar).ifPresent(decided -> decide(decided, now));
            case ControlEvent.CapacityChanged(var desired, var decision) -> changeCapacity(desired, decision, now);
            case ControlEvent.ReservationEvaluated() -> evaluateReservation(now);
            case ControlEvent.UnitReady(var unit) -> fleet.ready(unit, now);
            case ControlEvent.UnitDrained(var unit) -> fleet.drained(unit, now);
            case ControlEvent.UnitGone(var unit) -> fleet.gone(unit, now);
            case ControlEvent.InstanceReady(var instance) ->
                fleet.cluster().ifPresent(cluster -> cluster.ready(instance, now));
            case ControlEvent.InstanceGone(var instance) ->
                fleet.cluster().ifPresent(cluster -> cluster.gone(instance, now));
            case ControlEvent.PoolFilled(var pool) -> pool.filled(now);
            case ControlEvent.UnitCrashed(var unit) -> fleet.crashes().crash(unit, now);
            case ControlEvent.CrashNoticed(var unit) -> fleet.crashes().noticed(unit, now);
            case ControlEvent.CrashRepaired(var unit) -> fleet.crashes().repaired(unit, now);
            case ControlEvent.ProvisioningTimedOut(var unit) ->
                fleet.cluster().ifPresent(cluster -> cluster.timedOut(unit, now));
            case ControlEvent.TaskAskedAnew(var unit) ->
                fleet.cluster().ifPresent(cluster -> cluster.askAnew(unit, now));
            case ControlEvent.ActivityEnded() -> scaling.activityEnded(now);
            case ControlEvent.Happening event -> happenings.handle(event, now);
        }
    }

    private void closeTick(long now) {
        var nextEnd = Math.min(now + tick, horizon);
        var closed = recorder.close(now, nextEnd);
        scaling.add(closed, levels());
        if (now == start.warmUpNanos()) {
            endWarmUp(now);
        }
        if (now < horizon) {
            calendar.plan(nextEnd, new ControlEvent.TickClosed());
        }
        var played = kernel.requests();
        if (!monitor.goesOn(played - requestsTold, (double) now / horizon)) {
            throw new RunCancelledException();
        }
        requestsTold = played;
    }

    private MetricSampler.Levels levels() {
        var latencies = meter.latencies();
        return new MetricSampler.Levels(
                queue.waiting(),
                (int) fleet.rotation().inService().value(),
                fleet.roster.unhealthy(),
                latencies.responses().count() * latencies.meanResponseNanos(),
                latencies.responses().count());
    }

    /// A decision takes effect once the action has had its time.
    private void decide(ScalingDecision decided, long now) {
        if (!happenings.allows(decided)) {
            scaling.activityEnded(now);
            return;
        }
        decidedCapacity = decided.to();
        var draft = new DecisionDraft(decided);
        decisions.add(draft);
        var at = Math.max(now, nanos(decided.atSeconds()));
        calendar.plan(at, new ControlEvent.CapacityChanged(decided.to(), draft));
    }

    private void changeCapacity(int desired, DecisionDraft decision, long now) {
        fleet.resize(desired, now, decision);
        if (scaling.waitsForActivities()) {
            calendar.plan(fleet.activityEnds(), new ControlEvent.ActivityEnded());
        }
    }

    private void evaluateReservation(long now) {
        fleet.cluster().ifPresent(cluster -> cluster.evaluate(now));
        if (input.plan().rented() instanceof Rented.OnInstances on) {
            calendar.plan(now + nanos(on.periodSeconds()), new ControlEvent.ReservationEvaluated());
        }
    }

    private int ticks() {
        return Math.toIntExact(Math.ceilDiv(horizon, tick));
    }

    private static KernelPlan kernelPlan(RunInput input) {
        var plan = input.plan();
        var unit = plan.unit();
        return new KernelPlan(
                plan.routing(),
                new UnitShape(unit.slots(), unit.vcpus()),
                unit.queueLimit(),
                UnitRules.PLAIN,
                plan.health().crashesPerMonth() > 0 || plan.events().any(),
                nanos(plan.front().slowStartSeconds()),
                new LimitRules(input.service().model().access(), input.startSecondsOfWeek() % SECONDS_PER_DAY),
                MessageReturns.of(input));
    }

    private static RequestSource requests(RunInput input, RunId run) {
        var service = input.service();
        return new RequestSource(
                arrivals(input, run),
                new RequestSampler(
                        service.model(), service.factors(), input.arrivals().hasTokens(), run));
    }

    private static ArrivalStream arrivals(RunInput input, RunId run) {
        var arrivals = input.arrivals();
        var stream = stream(input, run);
        var waiting = QueueWatch.startMessages(input);
        var count = Math.max(1, arrivals.requests());
        return waiting == 0
                ? stream
                : new WaitingFirst(waiting, arrivals.inputTokens() / count, arrivals.outputTokens() / count, stream);
    }

    private static ArrivalStream stream(RunInput input, RunId run) {
        var access = input.service().model().access();
        var tokens = input.service().factors().tokens();
        if (!access.byTrace()) {
            return ArrivalStream.of(input.arrivals(), tokens, run);
        }
        var shares = access.tenants().stream().mapToDouble(Access.Tenant::share).toArray();
        return ArrivalStream.byTenant(input.arrivals(), tokens, shares, run);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
