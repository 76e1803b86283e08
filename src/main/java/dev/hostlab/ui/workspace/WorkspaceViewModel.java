package dev.hostlab.ui.workspace;

import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.files.ComparisonInput;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.settings.Settings;
import dev.hostlab.trace.TraceReading;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The workspace: a trace, a form, and the comparison that came of them.
public final class WorkspaceViewModel {

    private final RecentFiles recent;
    private final PriceShelf prices;
    private final FormViewModel form = new FormViewModel();
    private final RunViewModel run;
    private final ReadOnlyObjectWrapper<Optional<TraceReading.Accepted>> trace =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ResultViewModel result = new ResultViewModel();
    private final LiveEstimates estimates;
    private final TrialsViewModel trials;
    private final OpenedFile opened;
    private final Messages messages = new Messages();
    private Scenario base = Scenario.of(Settings.standard());
    private Optional<Path> scenarioFile = Optional.empty();
    private int simulations;
    private boolean dragging;

    /// @param snapshots the folder of price snapshots
    public WorkspaceViewModel(Threads threads, RecentFiles recent, Path snapshots) {
        this.recent = recent;
        this.prices = new PriceShelf(snapshots);
        this.run = new RunViewModel(threads);
        this.opened = new OpenedFile(threads);
        this.estimates = new LiveEstimates(threads);
        this.trials = new TrialsViewModel(threads, result);
        form.resolutionProperty().addListener((property, before, now) -> followForm());
        run.runningProperty().addListener((property, before, now) -> {
            if (!now) {
                result.settle();
                followForm();
            }
        });
    }

    FormViewModel form() {
        return form;
    }

    RunViewModel run() {
        return run;
    }

    TrialsViewModel trials() {
        return trials;
    }

    /// Where prices exist.
    List<String> regions() {
        return prices.regions();
    }

    ReadOnlyObjectProperty<Optional<TraceReading.Accepted>> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    ResultViewModel result() {
        return result;
    }

    /// The comparison of all options, once they all are done.
    public Optional<Comparison> comparison() {
        return result.comparison().filter(shown -> result.isWhole());
    }

    /// How many simulations were started; a comparison that is only weighed again takes none.
    public int simulations() {
        return simulations;
    }

    /// The file that is open or being read.
    public OpenedFile opened() {
        return opened;
    }

    Messages messages() {
        return messages;
    }

    /// Forgets all choices and starts from a file.
    public void begin(Path file) {
        clear();
        open(file);
    }

    /// Forgets all choices.
    public void clear() {
        base = Scenario.of(Settings.standard());
        scenarioFile = Optional.empty();
        trace.set(Optional.empty());
        messages.setProblems(List.of());
        opened.name("");
        forget();
        form.load(base.settings());
    }

    /// Takes a trace that has been read, keeping the choices made.
    public void open(Path file, TraceReading reading) {
        take(file, watch -> FileLoader.of(file, Optional.empty(), reading));
    }

    /// Whether a file is a saved scenario rather than a trace.
    public static boolean isScenario(Path file) {
        return FileLoader.isScenario(file);
    }

    /// Opens a trace, keeping the choices made, or a scenario with its own.
    public void open(Path file) {
        var loader = new FileLoader(recent);
        take(file, watch -> loader.load(file, watch));
    }

    /// Reads a file and then its prices in the background.
    private void take(Path file, Function<OpenedFile.Watch, FileLoader.Loaded> loader) {
        messages.setProblems(List.of());
        messages.clear();
        var wanted = scenario();
        opened.read(
                file,
                watch -> {
                    var loaded = loader.apply(watch);
                    return new Stocked(loaded, prices.read(loaded.scenario().orElse(wanted)));
                },
                came -> take(came.loaded(), came.stock()));
    }

    /// A file with the prices that it asks for.
    private record Stocked(FileLoader.Loaded loaded, PriceShelf.Stock stock) {}

    private void take(FileLoader.Loaded loaded, PriceShelf.Stock stock) {
        messages.setProblems(loaded.issues());
        loaded.scenario().ifPresent(scenario -> {
            base = scenario;
            scenarioFile = Optional.of(loaded.file());
            forget();
            form.load(scenario.settings());
        });
        loaded.trace().ifPresent(read -> {
            recent.add(loaded.file());
            forget();
            trace.set(Optional.of(read));
            messages.addProblems(prices.put(stock));
            fetchPrices();
            start();
        });
    }

    private void forget() {
        run.cancel();
        result.forget();
    }

    /// Prices follow the region; what needs no simulation is weighed at once, everything else makes the result old.
    private void followForm() {
        if (trace.get().isEmpty() || dragging) {
            return;
        }
        if (!prices.fits(scenario())) {
            fetchPrices();
        }
        if (prices.book().isPresent() && form.isFine()) {
            var request = request();
            messages.setProblems(request.issues());
            if (messages.areFine()) {
                result.follow(request);
                return;
            }
        }
        result.markOld();
    }

    /// New prices of a region are there: what was simulated is weighed again at them.
    public void renewPrices(String region) {
        if (region.equals(scenario().settings().get(RunParameters.REGION))) {
            base = new Scenario(base.workloadOrNull(), null, base.settings());
        }
        prices.forget();
        followForm();
    }

    /// The prices that the shown bills lack, and the user's in their place.
    List<PriceGap> priceGaps() {
        return result.comparison()
                .map(shown -> PriceGap.of(shown, form.choices(), prices))
                .orElse(List.of());
    }

    private void fetchPrices() {
        if (!prices.fits(scenario())) {
            messages.addProblems(prices.put(prices.read(scenario())));
        }
        var played = trace.get().orElseThrow().workload();
        prices.book().ifPresent(book -> form.follow(played, book.instanceTypes()));
    }

    /// What a run depends on, as the form says it now.
    public Scenario scenario() {
        return base.withSettings(form.choices());
    }

    /// What a run is made of, as the form says it now.
    ComparisonInput input() {
        return new ComparisonInput(
                scenario(), trace.get().orElseThrow(), prices.book().orElseThrow());
    }

    private ComparisonRequest request() {
        return input().request(
                        form.resolution(), OptionId.chosen(form.resolution().settings()), List.of());
    }

    /// Whether there is everything that a run needs.
    boolean isReady() {
        return trace.get().isPresent() && prices.book().isPresent() && prices.fits(scenario()) && form.isFine();
    }

    /// Simulates, if nothing stands in the way.
    void start() {
        if (isReady() && request().issues().isEmpty()) {
            messages.clear();
            simulations++;
            var asked = request();
            result.begin(asked);
            run.start(asked, made -> {
                result.take(made);
                followForm();
            });
        }
    }

    /// A slider moves: the setting follows, and everything that is shown is estimated anew.
    void drag(String path, String text) {
        run.cancel();
        dragging = true;
        form.edit(path, text);
        dragging = false;
        if (isReady() && request().issues().isEmpty()) {
            estimates.follow(request(), result::take);
        } else {
            followForm();
        }
    }

    /// The slider has been let go: the exact run replaces the estimate.
    void release() {
        estimates.stop();
        start();
    }

    Optional<Path> scenarioFile() {
        return scenarioFile;
    }

    /// Writes the scenario as it is now, with the names of its trace and prices.
    void save(Path file) {
        var named = Saving.named(trace.get(), prices.ref(), form.resolution().settings());
        messages.wrote(file, Saving.scenario(named, file));
        if (messages.areFine()) {
            base = named;
            scenarioFile = Optional.of(file);
            opened.name(FileLoader.name(file));
            recent.add(file);
        }
    }

    /// Writes a report of the comparison that is shown; the extension says which kind.
    void export(Path file) {
        comparison().ifPresent(shown -> messages.wrote(file, Saving.report(shown.with(trials.trials()), file)));
    }
}
