package dev.hostlab.engine;

import dev.hostlab.usage.FleetEvent;

/// Units that are lost together: open until all of them are replaced.
final class Outage {

    final OpenEvent record;
    final long replaceAt;
    final int lost;
    final int of;
    private final String what;
    int unnoticed;
    private boolean recovered;

    /// @param replaceAt units are not replaced before
    /// @param lost      units
    /// @param of        that there were
    /// @param what      they lost, in words
    Outage(OpenEvent record, long replaceAt, int lost, int of, String what) {
        this.record = record;
        this.replaceAt = replaceAt;
        this.lost = lost;
        this.of = of;
        this.what = what;
    }

    /// Looks whether the fleet is whole again.
    boolean isOver(Fleet fleet, long now) {
        recovered = lost == 0 || (unnoticed == 0 && now >= replaceAt && fleet.roster.healthy() >= fleet.desired());
        return recovered;
    }

    FleetEvent.Outcome outcome() {
        return recovered ? FleetEvent.Outcome.RECOVERED : FleetEvent.Outcome.OPEN;
    }

    String story() {
        return lost == 0 ? what + ": nothing ran there" : what + ": " + lost + " of " + of + " lost";
    }
}
