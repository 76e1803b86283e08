package dev.hostlab.engine;

import dev.hostlab.theory.QueueModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a special unit does that the units of hosting options do not.
///
/// @param isPlain  whether there is nothing special at all
/// @param capacity most requests in slots and line together
/// @param patience how long clients wait before they give up; empty for ever
/// @param servers  what starts slots and switches them off; always on where nothing does
/// @param scale    simulated seconds in one second of the queue's own time
record UnitRules(
        boolean isPlain, int capacity, Optional<QueueModel.Span> patience, QueueModel.Servers servers, double scale) {

    static final UnitRules PLAIN =
            new UnitRules(true, Integer.MAX_VALUE, Optional.empty(), QueueModel.Servers.alwaysOn(1), 1);

    Line line(RunId run) {
        return patience.<Line>map(span -> new ImpatientLine(new DrawnSpan(span, scale, run.key(Stream.PATIENCE))))
                .orElseGet(() -> new WaitingLine(Integer.MAX_VALUE));
    }

    @Nullable
    OnDemandSlots onDemandSlots(RunId run) {
        if (servers.onDemand().isEmpty()) {
            return null;
        }
        var rules = servers.onDemand().get();
        var never = new QueueModel.Span(0, rules.setup().variation());
        return new OnDemandSlots(
                Math.min(servers.count(), capacity),
                new DrawnSpan(rules.setup(), scale, run.key(Stream.SETUP)),
                new DrawnSpan(rules.delayOff().orElse(never), scale, run.key(Stream.DELAY_OFF)),
                rules.cancels());
    }
}
