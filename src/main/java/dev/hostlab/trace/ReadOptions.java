package dev.hostlab.trace;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the reader cannot know from the file, or is told instead of inferring it.
///
/// @param zone    the zone of stamps that name none, or null to take them as UTC with a warning
/// @param gaps    what missing bins mean
/// @param limits  how large the file may be
/// @param choices everything else that the user said about the file
public record ReadOptions(@Nullable ZoneId zone, GapPolicy gaps, TraceLimits limits, ImportChoices choices) {

    /// UTC with a warning, gaps left out, default limits, everything else inferred.
    public static final ReadOptions DEFAULT =
            new ReadOptions(null, GapPolicy.UNKNOWN, TraceLimits.DEFAULT, ImportChoices.NONE);

    public ReadOptions {
        requireNonNull(gaps, "gaps");
        requireNonNull(limits, "limits");
        requireNonNull(choices, "choices");
    }

    /// The zone that the user named.
    public Optional<ZoneId> namedZone() {
        return Optional.ofNullable(zone);
    }

    public ReadOptions withZone(@Nullable ZoneId newZone) {
        return new ReadOptions(newZone, gaps, limits, choices);
    }

    public ReadOptions withGaps(GapPolicy newGaps) {
        return new ReadOptions(zone, newGaps, limits, choices);
    }

    public ReadOptions withLimits(TraceLimits newLimits) {
        return new ReadOptions(zone, gaps, newLimits, choices);
    }

    public ReadOptions withChoices(ImportChoices newChoices) {
        return new ReadOptions(zone, gaps, limits, newChoices);
    }
}
