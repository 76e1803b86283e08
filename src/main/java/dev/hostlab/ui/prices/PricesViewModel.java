package dev.hostlab.ui.prices;

import dev.hostlab.files.FileProblems;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.pricing.PriceChange;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.pricing.refresh.AwsPriceList;
import dev.hostlab.pricing.refresh.Refresh.Fetched;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.units.Figures;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The prices of a region: every figure of the snapshot in use, the user's own rates over it, and a refresh whose
/// figures are written only once they are believed.
public final class PricesViewModel {

    private final Threads threads;
    private final Desk desk;
    private final Scenario scenario;
    private final Consumer<String> renewed;
    private final RefreshViewModel refresh;
    private final StringProperty region;
    private final StringProperty endpoint = new SimpleStringProperty(AwsPriceList.ENDPOINT_REGIONS.getFirst());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Fetched>> doubted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty other = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ObservableList<PriceChange> changes = FXCollections.observableArrayList();
    private final ObservableList<Issue> problems = FXCollections.observableArrayList();
    private boolean written;

    /// The snapshot that is looked at.
    record Shown(Path file, Snapshot snapshot, List<PriceRow> rows) {

        long missing() {
            return rows.stream()
                    .filter(row -> row.state() == PriceRow.State.MISSING)
                    .count();
        }
    }

    /// @param scenario says which region and snapshot are in use, and the user's rates
    /// @param renewed  is told the region of which a new snapshot was written
    public PricesViewModel(Threads threads, Desk desk, Scenario scenario, Consumer<String> renewed) {
        this.threads = threads;
        this.desk = desk;
        this.scenario = scenario;
        this.renewed = renewed;
        this.refresh = new RefreshViewModel(threads, desk);
        this.region = new SimpleStringProperty(scenario.settings().get(RunParameters.REGION));
        region.addListener((property, before, now) -> choose());
        other.addListener((property, before, now) -> differ());
        load();
    }

    List<String> regions() {
        try {
            return new SnapshotCatalogue(desk.snapshots()).regions();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Whose prices are looked at.
    StringProperty regionProperty() {
        return region;
    }

    /// Names of all snapshot files, to be held against the one in use; the first is none.
    List<String> others() {
        var names = new ArrayList<String>(List.of(""));
        try {
            new SnapshotCatalogue(desk.snapshots())
                    .list()
                    .forEach(entry -> names.add(String.valueOf(entry.file().getFileName())));
        } catch (IOException unreadable) {
            problems.setAll(FileProblems.issue(unreadable));
        }
        return names;
    }

    /// The snapshot file against which the one in use is held, empty for none.
    StringProperty otherProperty() {
        return other;
    }

    /// Where the Price List API is asked.
    StringProperty endpointProperty() {
        return endpoint;
    }

    RefreshViewModel refresh() {
        return refresh;
    }

    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Figures that were fetched and changed so much that a person has to say whether they are right.
    ReadOnlyObjectProperty<Optional<Fetched>> doubtedProperty() {
        return doubted.getReadOnlyProperty();
    }

    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /// What differs between the snapshot in use and what was fetched; doubtful ones first.
    ObservableList<PriceChange> changes() {
        return changes;
    }

    ObservableList<Issue> problems() {
        return problems;
    }

    PriceWords words() {
        return new PriceWords(desk.today(), scenario.settings());
    }

    private void choose() {
        cancel();
        other.set("");
        forget();
        load();
    }

    /// Shows what differs between the snapshot in use and the other one.
    private void differ() {
        forget();
        var name = other.get();
        var now = shown.get();
        if (name == null || name.isEmpty() || now.isEmpty()) {
            return;
        }
        threads.background().execute(() -> {
            try {
                var against = SnapshotFile.load(desk.snapshots().resolve(name));
                var found = PriceChange.between(now.get().snapshot(), against);
                threads.screen().execute(() -> showDifference(name, found));
            } catch (IOException unreadable) {
                threads.screen().execute(() -> problems.setAll(FileProblems.issue(unreadable)));
            }
        });
    }

    private void showDifference(String name, List<PriceChange> found) {
        if (name.equals(other.get())) {
            changes.setAll(found);
            message.set(
                    found.isEmpty()
                            ? "No figure of " + name + " differs from the snapshot in use."
                            : Figures.count(found.size()) + " figures of " + name
                                    + " differ from the snapshot in use.");
        }
    }

    private void forget() {
        doubted.set(Optional.empty());
        changes.clear();
        problems.clear();
        message.set("");
    }

    private void load() {
        var wanted = region.get();
        threads.background().execute(() -> {
            try {
                var file = new PriceChoice(desk.snapshots()).file(asked(wanted));
                var found = file.isEmpty() ? Optional.<Shown>empty() : Optional.of(read(file.get()));
                threads.screen().execute(() -> show(wanted, found));
            } catch (IOException unreadable) {
                threads.screen().execute(() -> problems.setAll(FileProblems.issue(unreadable)));
            }
        });
    }

    /// Once something was written, the newest snapshot counts and no longer the one that the scenario names.
    private Scenario asked(String wanted) {
        var settings = scenario.settings().with("region", wanted).settings();
        return written ? Scenario.of(settings) : scenario.withSettings(settings);
    }

    private Shown read(Path file) throws IOException {
        var snapshot = SnapshotFile.load(file);
        return new Shown(file, snapshot, PriceRow.of(snapshot, scenario.settings()));
    }

    private void show(String wanted, Optional<Shown> found) {
        if (wanted.equals(region.get())) {
            shown.set(found);
        }
    }

    /// Asks AWS for the prices of the region.
    void start() {
        other.set("");
        forget();
        refresh.start(
                region.get(),
                endpoint.get(),
                new RefreshViewModel.Ending(this::compare, found -> problems.setAll(found)));
    }

    /// Ends a refresh under way; nothing is written.
    public void cancel() {
        if (refresh.runningProperty().get()) {
            refresh.cancel();
            message.set("Cancelled; nothing was written.");
        }
    }

    private void compare(Fetched fetched) {
        var doubts = fetched.doubtful();
        changes.setAll(doubts);
        var all = shown.get()
                .map(now -> PriceChange.between(now.snapshot(), fetched.snapshot()))
                .orElse(fetched.changes());
        all.stream().filter(change -> !doubts.contains(change)).forEach(changes::add);
        if (doubts.isEmpty()) {
            write(fetched);
        } else {
            doubted.set(Optional.of(fetched));
        }
    }

    /// Takes the doubtful figures by the user's word.
    void accept() {
        doubted.get().ifPresent(this::write);
    }

    /// Keeps the snapshot that is there.
    void refuse() {
        forget();
        message.set("Kept the prices as they were; nothing was written.");
    }

    private void write(Fetched fetched) {
        doubted.set(Optional.empty());
        threads.background().execute(() -> {
            try {
                var file = desk.store().add(fetched.snapshot());
                threads.screen().execute(() -> wrote(fetched.snapshot().region(), file));
            } catch (IOException failed) {
                threads.screen().execute(() -> problems.setAll(FileProblems.issue(failed)));
            }
        });
    }

    private void wrote(String of, Path file) {
        written = true;
        message.set("Wrote " + file.getFileName() + ": "
                + (changes.isEmpty()
                        ? "no figure differs from the snapshot before."
                        : Figures.count(changes.size()) + " figures differ from the snapshot before."));
        renewed.accept(of);
        load();
    }
}
