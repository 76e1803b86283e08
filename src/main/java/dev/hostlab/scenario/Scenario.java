package dev.hostlab.scenario;

import static java.util.Objects.requireNonNull;

import dev.hostlab.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that a run depends on, as plain data: which workload, which prices, and a value for every parameter.
///
/// @param workloadOrNull the workload's file, null where the user names it elsewhere
/// @param pricesOrNull   the price snapshot's file, null for the newest of the region
/// @param settings       the user's choices; once resolved, what follows from them too
public record Scenario(
        @Nullable FileRef workloadOrNull, @Nullable FileRef pricesOrNull, Settings settings) {

    public Scenario {
        requireNonNull(settings, "settings");
    }

    /// A scenario of which only the settings are decided.
    public static Scenario of(Settings settings) {
        return new Scenario(null, null, settings);
    }

    public Optional<FileRef> workload() {
        return Optional.ofNullable(workloadOrNull);
    }

    public Optional<FileRef> prices() {
        return Optional.ofNullable(pricesOrNull);
    }

    public Scenario withSettings(Settings other) {
        return new Scenario(workloadOrNull, pricesOrNull, other);
    }

    public Scenario withWorkload(FileRef file) {
        return new Scenario(file, pricesOrNull, settings);
    }

    public Scenario withPrices(FileRef file) {
        return new Scenario(workloadOrNull, file, settings);
    }
}
