package dev.hostlab.ui.workspace;

import dev.hostlab.files.FileProblems;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.pricebook.Price;
import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.scenario.FileRef;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.BillingParameters;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The prices in use: fetched when the region or the user's own rates change, and not before.
final class PriceShelf {

    /// The region whose figures are offered where another lacks them.
    static final String STANDARD = RunParameters.REGION.standard();

    private final Path directory;
    private Optional<PriceBook> standard = Optional.empty();
    private String fetchedFor = "";
    private Optional<PriceBook> book = Optional.empty();
    private Optional<FileRef> ref = Optional.empty();

    PriceShelf(Path directory) {
        this.directory = directory;
    }

    List<String> regions() {
        try {
            return new SnapshotCatalogue(directory).regions();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    Optional<PriceBook> book() {
        return book;
    }

    /// The snapshot's name and checksum.
    Optional<FileRef> ref() {
        return ref;
    }

    /// What the standard region asks for a figure in USD, where that is known and one rate.
    Optional<BigDecimal> reference(String sku) {
        if (standard.isEmpty()) {
            try {
                var newest = new SnapshotCatalogue(directory).newest(STANDARD);
                standard = newest.isEmpty()
                        ? Optional.empty()
                        : SnapshotFile.read(newest.get().file()).book();
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
        return standard.flatMap(known -> known.price(sku)).map(Price::usd);
    }

    /// The next time prices are asked for, they are read again.
    void forget() {
        fetchedFor = "";
        standard = Optional.empty();
    }

    /// Whether these prices were fetched, or tried, for what the scenario says.
    boolean fits(Scenario scenario) {
        return fetchedFor.equals(key(scenario.settings()));
    }

    /// Fetches the prices that the scenario asks for.
    ///
    /// @return what is wrong with them; there is no book then
    List<Issue> fetch(Scenario scenario) {
        fetchedFor = key(scenario.settings());
        book = Optional.empty();
        ref = Optional.empty();
        try {
            var choice = new PriceChoice(directory);
            var reading = choice.read(null, scenario);
            book = reading.book();
            ref = choice.file(scenario)
                    .flatMap(file -> book.map(found -> new FileRef(FileLoader.name(file), found.sha256())));
            return reading.issues();
        } catch (IOException failed) {
            return List.of(FileProblems.issue(failed));
        }
    }

    private static String key(Settings settings) {
        var discount = settings.get(BillingParameters.DISCOUNT_PERCENT);
        return settings.get(RunParameters.REGION) + settings.priceStandIns() + discount;
    }
}
