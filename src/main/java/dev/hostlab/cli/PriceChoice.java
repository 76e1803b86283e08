package dev.hostlab.cli;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the prices of a scenario: the file that was named, or the newest snapshot of its region.
///
/// @param directory where snapshots are
record PriceChoice(Path directory) {

    /// Reads them, and puts the user's own rates over them.
    ///
    /// @param file the file that was named, if one was
    PriceBook read(@Nullable Path file, Settings settings) throws IOException, InputProblem {
        var chosen = file == null ? newest(settings.get(RunParameters.REGION)) : file;
        var reading = SnapshotFile.read(chosen);
        InputProblem.throwIfAny(reading.issues());
        var book = reading.book().orElseThrow();
        var rates = settings.priceStandIns();
        InputProblem.throwIfAny(book.issues(rates));
        return book.with(rates);
    }

    private Path newest(String region) throws IOException, InputProblem {
        var catalogue = new SnapshotCatalogue(directory);
        var newest = catalogue.newest(region);
        if (newest.isEmpty()) {
            throw new InputProblem(unknownRegion(region, catalogue.regions()));
        }
        return newest.map(SnapshotCatalogue.Entry::file).orElseThrow();
    }

    private Issue unknownRegion(String region, List<String> known) {
        return Optional.of(known)
                .filter(List::isEmpty)
                .map(none -> new Issue(
                        directory.toString(),
                        "There are no price snapshots.",
                        "Start Hostlab through its launcher, or give --prices FILE."))
                .orElseGet(() -> new Issue(
                        "region",
                        "There are no prices for '" + region + "'.",
                        "Choose one of: " + String.join(", ", known) + "."));
    }
}
