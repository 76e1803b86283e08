package dev.hostlab.ui.prices;

import dev.hostlab.pricing.SnapshotStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/// What the page of prices works with.
///
/// @param snapshots the folder of snapshots
/// @param lists     where new prices come from
/// @param clock     says what today is
public record Desk(Path snapshots, PriceLists lists, Clock clock) {

    SnapshotStore store() {
        return new SnapshotStore(snapshots);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
