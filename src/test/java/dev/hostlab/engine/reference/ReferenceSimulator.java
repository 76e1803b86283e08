package dev.hostlab.engine.reference;

import dev.hostlab.engine.reference.Fate.Outcome;
import dev.hostlab.routing.Routing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of the request side once more, slow and plain: requests and units are objects, everything that happens
/// is an event on one list in order of time. It shares no code with the engine, whose classes it cannot even see.
///
/// At one and the same nanosecond each unit, by its number, lets waiting requests give up, then ends upstream waits,
/// then CPU work; then capacity changes; then requests arrive.
public final class ReferenceSimulator {

    private enum Turn {
        GIVE_UP(0),
        UPSTREAM_ENDS(0),
        CPU_ENDS(0),
        CAPACITY_CHANGES(1),
        REQUEST_ARRIVES(2);

        final int phase;

        Turn(int phase) {
            this.phase = phase;
        }
    }

    private record Event(long at, Turn turn, int unit, long number, Runnable action) {

        /// Units go by their number, and each does one thing after the other.
        static final Comparator<Event> IN_ORDER = Comparator.comparingLong(Event::at)
                .thenComparingInt(event -> event.turn().phase)
                .thenComparingInt(Event::unit)
                .thenComparing(Event::turn)
                .thenComparingLong(Event::number);
    }

    /// The central queue comes before all units.
    private static final int CENTRAL = -1;

    private final Rules rules;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Event.IN_ORDER);
    private final List<ReferenceUnit> units = new ArrayList<>();
    private final Deque<ReferenceRequest> centralLine = new ArrayDeque<>();
    private final List<ReferenceRequest> requests = new ArrayList<>();
    private final List<Snapshot> history = new ArrayList<>();
    private long now;
    private double cpuOfTheGone;
    private long eventNumber;

    /// Units of a central queue with a slot that is free, once for each slot, the one free for longest first.
    private final Deque<ReferenceUnit> freeSlots = new ArrayDeque<>();
    private final Fewest fewest = new Fewest();
    private int turn;

    /// How many requests each unit in being holds just after everything of one moment, in order of their numbers.
    public record Snapshot(long at, List<Integer> outstanding) {}

    public ReferenceSimulator(Rules rules) {
        this.rules = rules;
    }

    /// Plays requests through changing capacity.
    ///
    /// @param demands in order of arrival
    /// @param changes in order of time
    /// @param horizon when the run ends, in nanoseconds; requests arrive before
    /// @return what became of each request, in order of arrival
    public List<Fate> play(List<Demand> demands, List<Change> changes, long horizon) {
        for (var change : changes) {
            plan(change.at(), Turn.CAPACITY_CHANGES, 0, () -> apply(change));
        }
        for (var demand : demands) {
            var request = new ReferenceRequest(requests.size(), demand);
            requests.add(request);
            plan(demand.arrivesAt(), Turn.REQUEST_ARRIVES, 0, () -> arrive(request));
        }
        while (!events.isEmpty() && events.peek().at() <= horizon) {
            var event = events.remove();
            now = event.at();
            event.action().run();
            if (events.isEmpty() || events.peek().at() > now) {
                history.add(snapshot());
            }
        }
        units.forEach(unit -> unit.forwardTo(horizon));
        return requests.stream().map(request -> fate(request, horizon)).toList();
    }

    /// The counts of outstanding requests after every moment at which something happened.
    public List<Snapshot> history() {
        return history;
    }

    /// CPU time that all units together have used, in vCPU-nanoseconds.
    public double cpuUsedNanos() {
        return cpuOfTheGone
                + units.stream().mapToDouble(unit -> unit.cpuUsedNanos).sum();
    }

    private Snapshot snapshot() {
        return new Snapshot(
                now,
                units.stream()
                        .sorted(Comparator.comparingInt(unit -> unit.number))
                        .map(ReferenceUnit::outstanding)
                        .toList());
    }

    private Fate fate(ReferenceRequest request, long horizon) {
        var late = !request.decided && horizon - request.demand.arrivesAt() > rules.deadlineNanos();
        return late ? Fate.without(Outcome.TIMED_OUT) : request.fate;
    }

    private void plan(long at, Turn what, int unit, Runnable action) {
        events.add(new Event(at, what, unit, eventNumber++, action));
    }

    private void apply(Change change) {
        switch (change.kind()) {
            case ADMIT -> {
                var unit = new ReferenceUnit(change.unit(), rules.vcpus(), now);
                units.add(unit);
                takeWaiting(unit);
                for (var slot = unit.busySlots(); slot < rules.slots(); slot++) {
                    freeSlots.add(unit);
                }
            }
            case WITHDRAW -> {
                var place = inService().indexOf(unit(change.unit()));
                turn -= place < turn ? 1 : 0;
                var unit = unit(change.unit());
                unit.inService = false;
                freeSlots.removeIf(slot -> slot == unit);
            }
            case END -> {
                var unit = unit(change.unit());
                unit.forwardTo(now);
                cpuOfTheGone += unit.cpuUsedNanos;
                Stream.of(unit.onCpu, unit.upstream, unit.line)
                        .flatMap(held -> held.stream())
                        .forEach(this::lose);
                units.remove(unit);
            }
        }
    }

    private void lose(ReferenceRequest request) {
        request.decide(Fate.without(isLate(request) ? Outcome.TIMED_OUT : Outcome.FAILED));
    }

    private boolean isLate(ReferenceRequest request) {
        return now - request.demand.arrivesAt() > rules.deadlineNanos();
    }

    private ReferenceUnit unit(int number) {
        return units.stream().filter(unit -> unit.number == number).findFirst().orElseThrow();
    }

    private List<ReferenceUnit> inService() {
        return units.stream().filter(unit -> unit.inService).toList();
    }

    private void arrive(ReferenceRequest request) {
        var unit = route(request);
        if (unit != null && unit.busySlots() < rules.slots()) {
            start(request, unit);
        } else if (rules.routing() == Routing.CENTRAL) {
            join(centralLine, request, CENTRAL);
        } else if (unit != null && unit.line.size() < rules.queueLimit()) {
            join(unit.line, request, unit.number);
        } else {
            request.decide(Fate.without(Outcome.REJECTED));
        }
    }

    private void join(Deque<ReferenceRequest> line, ReferenceRequest request, int unit) {
        line.addLast(request);
        if (rules.dropsTheWaiting() && rules.deadlineNanos() < Long.MAX_VALUE) {
            plan(now + rules.deadlineNanos() + 1, Turn.GIVE_UP, unit, () -> giveUp(request, line));
        }
    }

    private static void giveUp(ReferenceRequest request, Deque<ReferenceRequest> line) {
        if (!request.decided && line.remove(request)) {
            request.decide(Fate.without(Outcome.TIMED_OUT));
        }
    }

    private @Nullable ReferenceUnit route(ReferenceRequest request) {
        var open = inService();
        if (open.isEmpty()) {
            return null;
        }
        return switch (rules.routing()) {
            case CENTRAL -> freeSlots.isEmpty() ? open.getFirst() : freeSlots.remove();
            case LEAST_OUTSTANDING -> fewest.choose(open);
            case ROUND_ROBIN -> open.get(nextInTurn(open.size()));
            case RANDOM -> open.get(pick(request.demand.firstDraw(), open.size()));
            case POWER_OF_TWO -> {
                var one = open.get(pick(request.demand.firstDraw(), open.size()));
                var other = anotherThan(one, open, request.demand.secondDraw());
                yield other.outstanding() < one.outstanding() ? other : one;
            }
        };
    }

    private int nextInTurn(int count) {
        if (turn >= count) {
            turn = 0;
        }
        return turn++;
    }

    private static ReferenceUnit anotherThan(ReferenceUnit one, List<ReferenceUnit> open, long draw) {
        var others = open.stream().filter(unit -> unit != one).toList();
        return others.isEmpty() ? one : others.get(pick(draw, others.size()));
    }

    /// One of `count`, from 64 random bits read as a fraction of 1.
    private static int pick(long bits, int count) {
        return (int) Math.unsignedMultiplyHigh(bits, count);
    }

    private void start(ReferenceRequest request, ReferenceUnit unit) {
        request.startedAt = now;
        if (request.demand.cpuNanos() == 0) {
            waitUpstream(request, unit);
            return;
        }
        unit.forwardTo(now);
        unit.onCpu.add(request);
        planCpu(unit);
    }

    /// Plans the end of the next CPU job; void as soon as another plan is made, since the CPU is
    /// shared otherwise then.
    private void planCpu(ReferenceUnit unit) {
        var plan = ++unit.cpuPlan;
        if (!unit.onCpu.isEmpty()) {
            plan(unit.nextOffCpuAt(), Turn.CPU_ENDS, unit.number, () -> {
                if (units.contains(unit) && unit.cpuPlan == plan) {
                    endCpu(unit);
                }
            });
        }
    }

    private void endCpu(ReferenceUnit unit) {
        var request = unit.finishOnCpu(now);
        planCpu(unit);
        if (request.demand.upstreamNanos() > 0) {
            waitUpstream(request, unit);
        } else {
            finish(request, unit);
        }
    }

    private void waitUpstream(ReferenceRequest request, ReferenceUnit unit) {
        unit.upstream.add(request);
        plan(now + request.demand.upstreamNanos(), Turn.UPSTREAM_ENDS, unit.number, () -> {
            if (units.contains(unit)) {
                unit.upstream.remove(request);
                finish(request, unit);
            }
        });
    }

    private void finish(ReferenceRequest request, ReferenceUnit unit) {
        var outcome = isLate(request) ? Outcome.TIMED_OUT : Outcome.SERVED;
        request.decide(new Fate(outcome, request.startedAt, now));
        var busy = unit.busySlots();
        takeWaiting(unit);
        if (unit.inService && unit.busySlots() == busy) {
            freeSlots.add(unit);
        }
    }

    private void takeWaiting(ReferenceUnit unit) {
        var central = rules.routing() == Routing.CENTRAL;
        var line = central ? centralLine : unit.line;
        var takes = unit.inService || !central;
        while (takes && unit.busySlots() < rules.slots() && !line.isEmpty()) {
            start(line.removeFirst(), unit);
        }
    }
}
