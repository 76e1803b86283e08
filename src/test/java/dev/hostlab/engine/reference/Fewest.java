package dev.hostlab.engine.reference;

import java.util.Comparator;
import java.util.List;

/// Chooses the unit with the fewest requests; of several, the next by number after the one chosen last.
final class Fewest {

    private int last = -1;

    ReferenceUnit choose(List<ReferenceUnit> open) {
        var fewest = open.stream().mapToInt(ReferenceUnit::outstanding).min().orElseThrow();
        var equal = open.stream()
                .filter(unit -> unit.outstanding() == fewest)
                .sorted(Comparator.comparingInt(unit -> unit.number))
                .toList();
        last = equal.stream().filter(unit -> unit.number > last).findFirst().orElse(equal.getFirst()).number;
        return equal.stream().filter(unit -> unit.number == last).findFirst().orElseThrow();
    }
}
