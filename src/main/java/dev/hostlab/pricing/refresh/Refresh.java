package dev.hostlab.pricing.refresh;

import dev.hostlab.pricing.PriceChange;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.SnapshotStore;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Fetches a region's prices and puts them beside the snapshots that are there. All or nothing: until every figure is
/// here and believable, no file is written.
///
/// @param list  where prices come from
/// @param store where snapshots are kept
/// @param today the day of asking, which decides which of several dated prices is in force
public record Refresh(PriceList list, SnapshotStore store, LocalDate today) {

    /// A price that changed by more than this share is shown and has to be confirmed.
    public static final double PLAUSIBLE_CHANGE = 0.30;

    private static final List<String> BY_QUERY = List.of(
            FigureRules.ECS,
            FigureRules.ELB,
            FigureRules.VPC,
            FigureRules.TRANSFER,
            FigureRules.CLOUDWATCH,
            FigureRules.ECR,
            FigureRules.SQS);

    /// What was fetched, not yet written.
    ///
    /// @param snapshot the new figures
    /// @param changes  every figure that differs from the snapshot before
    /// @param doubtful those of them that changed so much, or are gone, that a person should look
    public record Fetched(Snapshot snapshot, List<PriceChange> changes, List<PriceChange> doubtful) {

        public Fetched {
            changes = List.copyOf(changes);
            doubtful = List.copyOf(doubtful);
        }
    }

    /// Fetches the prices of a region. Nothing is written.
    ///
    /// @throws RefreshException if anything is wrong or missing, or the watch says stop
    public Fetched fetch(String region, Watch watch) throws RefreshException {
        if (region.startsWith("cn-")) {
            throw new RefreshException(new Issue(
                    region,
                    "AWS publishes the prices of its regions in China in yuan only.",
                    "Choose another region; Hostlab calculates in US dollars."));
        }
        var harvest = new Harvest(region, today);
        for (var i = 0; i < BY_QUERY.size(); i++) {
            goOn(watch, BY_QUERY.get(i), i / (BY_QUERY.size() + 2.0));
            query(harvest, BY_QUERY.get(i), region);
        }
        goOn(watch, FigureRules.EC2 + " (the long one)", 0.7);
        var file = new BulkFile(FigureRules.EC2, harvest::wants, harvest::take);
        consume(FigureRules.EC2, region, file::read);
        goOn(watch, "Savings Plans", 0.9);
        savings(harvest, region);
        goOn(watch, "checking", 0.98);
        return compared(harvest, region);
    }

    /// Writes what was fetched into a new file; files that are there stay as they are.
    ///
    /// @throws IOException if the disk refuses; nothing is left behind then
    public Path save(Fetched fetched) throws IOException {
        return store.add(fetched.snapshot);
    }

    private void query(Harvest harvest, String service, String region) throws RefreshException {
        var field = service.equals(FigureRules.TRANSFER) ? "fromRegionCode" : "regionCode";
        list.products(service, field, region, json -> harvest.take(ItemReader.read(json)));
    }

    private void savings(Harvest harvest, String region) throws RefreshException {
        var savings = new SavingsFile(Harvest.sourceId(SavingsFile.SERVICE));
        consume(SavingsFile.SERVICE, region, in -> harvest.takeSavings(savings.read(in)));
        savings.published().earliest().ifPresent(day -> harvest.publishedOn(SavingsFile.SERVICE, day));
    }

    private interface Consumer {
        void read(java.io.InputStream in) throws RefreshException;
    }

    private void consume(String service, String region, Consumer consumer) throws RefreshException {
        try (var in = list.file(service, region)) {
            consumer.read(in);
        } catch (RefreshException e) {
            throw list.isCancelled() ? new RefreshCancelledException() : e;
        } catch (IOException e) {
            throw ItemReader.broken("the file of " + service, "broke off: " + e.getMessage());
        }
    }

    private Fetched compared(Harvest harvest, String region) throws RefreshException {
        Optional<Snapshot> before;
        try {
            before = store.newest(region);
        } catch (IOException e) {
            throw new RefreshException(new Issue(
                    String.valueOf(store.directory()), "The snapshots cannot be read: " + e.getMessage(), "See why."));
        }
        var snapshot = harvest.snapshot(before);
        var changes = before.map(old -> PriceChange.between(old, snapshot)).orElse(List.of());
        var doubtful = changes.stream()
                .filter(change -> change.isLargerThan(PLAUSIBLE_CHANGE))
                .toList();
        return new Fetched(snapshot, changes, doubtful);
    }

    private static void goOn(Watch watch, String step, double share) throws RefreshException {
        if (!watch.goesOn(step, share)) {
            throw new RefreshCancelledException();
        }
    }
}
