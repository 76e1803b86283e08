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
    private Stock stock = Stock.NONE;

    /// Prices as they were read.
    ///
    /// @param key    what of the scenario they were read for
    /// @param ref    the snapshot's name and checksum
    /// @param issues what is wrong with them; there is no book then
    record Stock(String key, Optional<PriceBook> book, Optional<FileRef> ref, List<Issue> issues) {

        private static final Stock NONE = new Stock("", Optional.empty(), Optional.empty(), List.of());

        Stock {
            issues = List.copyOf(issues);
        }
    }

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
        return stock.book;
    }

    /// The snapshot's name and checksum.
    Optional<FileRef> ref() {
        return stock.ref;
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
        stock = new Stock("", stock.book, stock.ref, stock.issues);
        standard = Optional.empty();
    }

    /// Whether these prices were fetched, or tried, for what the scenario says.
    boolean fits(Scenario scenario) {
        return stock.key.equals(key(scenario.settings()));
    }

    /// Reads the prices that a scenario asks for; on any thread.
    Stock read(Scenario scenario) {
        var key = key(scenario.settings());
        try {
            var choice = new PriceChoice(directory);
            var reading = choice.read(null, scenario);
            var ref = choice.file(scenario)
                    .flatMap(file -> reading.book().map(found -> new FileRef(FileLoader.name(file), found.sha256())));
            return new Stock(key, reading.book(), ref, reading.issues());
        } catch (IOException failed) {
            return new Stock(key, Optional.empty(), Optional.empty(), List.of(FileProblems.issue(failed)));
        }
    }

    /// Puts prices on the shelf in the place of those that were there.
    ///
    /// @return what is wrong with them
    List<Issue> put(Stock fresh) {
        stock = fresh;
        return fresh.issues;
    }

    private static String key(Settings settings) {
        var discount = settings.get(BillingParameters.DISCOUNT_PERCENT);
        var queue = settings.get(BillingParameters.SQS_USD_PER_MILLION);
        return settings.get(RunParameters.REGION) + settings.priceStandIns() + discount + " " + queue;
    }
}
