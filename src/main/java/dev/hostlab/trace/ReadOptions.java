package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the reader cannot know from the file.
///
/// @param zone   the zone of stamps that name none, or null to take them as UTC with a warning
/// @param gaps   what missing bins mean
/// @param limits how large the file may be
public record ReadOptions(@Nullable ZoneId zone, GapPolicy gaps, TraceLimits limits) {

    /// UTC with a warning, gaps left out, default limits.
    public static final ReadOptions DEFAULT = new ReadOptions(null, GapPolicy.UNKNOWN, TraceLimits.DEFAULT);

    public ReadOptions {
        requireNonNull(gaps, "gaps");
        requireNonNull(limits, "limits");
    }

    /// The zone that the user named.
    public Optional<ZoneId> namedZone() {
        return Optional.ofNullable(zone);
    }

    public ReadOptions withZone(ZoneId newZone) {
        return new ReadOptions(newZone, gaps, limits);
    }

    public ReadOptions withGaps(GapPolicy newGaps) {
        return new ReadOptions(zone, newGaps, limits);
    }

    public ReadOptions withLimits(TraceLimits newLimits) {
        return new ReadOptions(zone, gaps, newLimits);
    }
}
