package dev.hostlab.files;

import dev.hostlab.pricebook.PriceBook;
import dev.hostlab.pricebook.Skus;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.pricing.SnapshotReading;
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
import org.jspecify.annotations.Nullable;

/// Finds the prices of a scenario: a file of the user's, the snapshot that the scenario names, or the newest of its
/// region.
///
/// @param directory where snapshots are
public record PriceChoice(Path directory) {

    /// Reads them, and puts the user's own rates over them.
    ///
    /// @param file the file that was named, if one was
    /// @throws IOException if the directory or the disk cannot be read
    public SnapshotReading read(@Nullable Path file, Scenario scenario) throws IOException {
        var chosen = file == null ? file(scenario).orElse(null) : file;
        var settings = scenario.settings();
        if (chosen == null) {
            var regions = new SnapshotCatalogue(directory).regions();
            return refused(List.of(unknownRegion(settings.get(RunParameters.REGION), regions)));
        }
        var reading = SnapshotFile.read(chosen);
        return reading.book().map(book -> withStandIns(book, settings)).orElse(reading);
    }

    /// The snapshot that the scenario names, if it is here and of the scenario's region; otherwise
    /// the region's newest.
    ///
    /// @throws IOException if the directory cannot be read
    public Optional<Path> file(Scenario scenario) throws IOException {
        var region = scenario.settings().get(RunParameters.REGION);
        var catalogue = new SnapshotCatalogue(directory);
        var named = scenario.prices().map(FileRef::name).orElse("");
        for (var entry : catalogue.list()) {
            if (entry.region().equals(region)
                    && named.equals(String.valueOf(entry.file().getFileName()))) {
                return Optional.of(entry.file());
            }
        }
        return catalogue.newest(region).map(SnapshotCatalogue.Entry::file);
    }

    private static SnapshotReading withStandIns(PriceBook book, Settings settings) {
        var rates = settings.priceStandIns();
        var issues = book.issues(rates);
        return issues.isEmpty()
                ? new SnapshotReading(
                        assuming(book, settings)
                                .less(settings.get(BillingParameters.DISCOUNT_PERCENT))
                                .with(rates),
                        issues)
                : refused(issues);
    }

    /// The book with what is taken for prices that hardly any snapshot has.
    private static PriceBook assuming(PriceBook book, Settings settings) {
        var usd = BigDecimal.valueOf(settings.get(BillingParameters.SQS_USD_PER_MILLION));
        return book.assuming(Skus.SQS_REQUESTS, usd, BillingParameters.SQS_USD_PER_MILLION.path());
    }

    private static SnapshotReading refused(List<Issue> issues) {
        return new SnapshotReading(null, issues);
    }

    private Issue unknownRegion(String region, List<String> known) {
        if (known.isEmpty()) {
            return new Issue(
                    directory.toString(),
                    "There are no price snapshots.",
                    "Start Hostlab through its launcher, or give --prices FILE.");
        }
        return new Issue(
                "region",
                "There are no prices for '" + region + "'.",
                "Choose one of: " + String.join(", ", known) + ".");
    }
}
