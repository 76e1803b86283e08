package dev.hostlab.estimate;

import dev.hostlab.routing.Routing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which unit in service a request goes to.
final class UnitChoice {

    private final Routing routing;
    private final Variant variant;
    private final List<SlotUnit> units = new ArrayList<>();
    private final @Nullable SlotUnit central;
    private int turn;

    UnitChoice(Routing routing, Variant variant) {
        this.routing = routing;
        this.variant = variant;
        central = routing == Routing.CENTRAL ? new SlotUnit() : null;
    }

    void add(SlotUnit unit) {
        units.add(unit);
    }

    /// Takes a unit out; any will do, since they are alike.
    SlotUnit remove() {
        return units.remove(units.size() / 2);
    }

    int size() {
        return units.size();
    }

    /// The central line, null where there is none.
    @Nullable
    SlotUnit central() {
        return central;
    }

    /// The line that a unit takes its next request from.
    SlotUnit lineOf(SlotUnit unit) {
        return central == null ? unit : central;
    }

    /// Where the next request goes: the unit that it is routed to; with a central line one with a free slot, or
    /// else the line itself, which looks like a unit whose slots are taken. Null where it has nowhere to go.
    @Nullable
    SlotUnit line(int slots) {
        turn++;
        if (central != null) {
            var free = least();
            central.held = slots;
            return free == null || free.held >= slots ? central : free;
        }
        if (units.isEmpty()) {
            return null;
        }
        return switch (routing) {
            case ROUND_ROBIN -> units.get(turn % units.size());
            case RANDOM -> any(0);
            case POWER_OF_TWO -> {
                var one = any(0);
                var other = any(1);
                yield other.outstanding() < one.outstanding() ? other : one;
            }
            case CENTRAL, LEAST_OUTSTANDING -> least();
        };
    }

    private SlotUnit any(int which) {
        return units.get((int) (Normals.unit(Normals.mixed(variant.number(), 2L * turn + which)) * units.size()));
    }

    /// The unit with the fewest requests; units of a tie come in turn.
    private @Nullable SlotUnit least() {
        SlotUnit best = null;
        for (var index = 0; index < units.size(); index++) {
            var unit = units.get((index + turn) % units.size());
            best = best == null || unit.outstanding() < best.outstanding() ? unit : best;
        }
        return best;
    }
}
