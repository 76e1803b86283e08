package dev.hostlab.study;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of a claim. There is none without the figure that decides it, and none is out of date without a source.
///
/// @param claim       which claim
/// @param ruling      what came of it
/// @param words       the ruling in a sentence, with what it depends on
/// @param deciding    the figure that decides it
/// @param more        further figures
/// @param datedOrNull what has changed since, where something has
public record Finding(
        Claim claim,
        Ruling ruling,
        String words,
        Evidence deciding,
        List<Evidence> more,
        @Nullable Dated datedOrNull) {

    public Finding {
        requireNonNull(claim, "claim");
        requireNonNull(deciding, "deciding");
        more = List.copyOf(more);
        if (words.isBlank()) {
            throw new IllegalArgumentException("A finding says why: " + claim);
        }
        if (ruling == Ruling.OUT_OF_DATE && datedOrNull == null) {
            throw new IllegalArgumentException("Out of date since when, and says who? " + claim);
        }
    }

    public Optional<Dated> dated() {
        return Optional.ofNullable(datedOrNull);
    }
}
