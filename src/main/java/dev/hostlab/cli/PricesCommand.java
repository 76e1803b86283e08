package dev.hostlab.cli;

import dev.hostlab.files.Home;
import dev.hostlab.pricing.PriceChange;
import dev.hostlab.pricing.Snapshot;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.pricing.SnapshotStore;
import dev.hostlab.units.Age;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The price snapshots: which there are, what is in them, how they differ, whether they are whole, and new ones.
@Command(
        mixinStandardHelpOptions = true,
        name = "prices",
        description = "Lists, shows, verifies, compares and refreshes price snapshots.",
        subcommands = PricesRefreshCommand.class,
        synopsisSubcommandLabel = "(list | show | verify | diff | refresh)")
final class PricesCommand implements java.util.concurrent.Callable<Integer> {

    private final Console console;

    PricesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return list();
    }

    @Command(name = "list", description = "Lists the snapshots: region, date of the oldest figure, age, file.")
    int list() throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        new SnapshotStore(Home.snapshots()).sweep();
        for (var entry : new SnapshotCatalogue(Home.snapshots()).list()) {
            var age = Age.between(entry.asOf(), today);
            console.out().printf(Locale.ROOT, "%-16s %s  %-14s %s%n", entry.region(), entry.asOf(), age, entry.file());
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "Shows every figure of a snapshot with its date and source, missing ones too.")
    int show(
            @Parameters(paramLabel = "REGION|FILE", description = "A region's newest snapshot, or a file.")
                    String which)
            throws IOException, InputProblem {
        var snapshot = load(which);
        new PriceTable(console.out(), LocalDate.now(ZoneOffset.UTC)).print(snapshot);
        return ExitCode.DONE;
    }

    @Command(name = "diff", description = "Lists the figures that differ between two snapshots.")
    int diff(
            @Parameters(paramLabel = "A", description = "The first: a region or a file.") String first,
            @Parameters(paramLabel = "B", description = "The second: a region or a file.") String second)
            throws IOException, InputProblem {
        var changes = PriceChange.between(load(first), load(second));
        for (var change : changes) {
            console.out().printf(Locale.ROOT, "%-44s %s%n", change.sku(), change.words());
        }
        console.out().println(changes.isEmpty() ? "No figure differs." : changes.size() + " figures differ.");
        return ExitCode.DONE;
    }

    @Command(name = "verify", description = "Verifies one snapshot, or all of them.")
    int verify(@Parameters(arity = "0..1", paramLabel = "FILE", description = "Which one (all).") @Nullable Path file)
            throws IOException, InputProblem {
        var files = file == null
                ? new SnapshotCatalogue(Home.snapshots())
                        .list().stream().map(SnapshotCatalogue.Entry::file).toList()
                : List.of(file);
        var issues = new ArrayList<Issue>();
        for (var each : files) {
            var reading = SnapshotFile.read(each);
            issues.addAll(reading.issues());
            console.out().println((reading.issues().isEmpty() ? "fine  " : "BAD   ") + each);
        }
        InputProblem.throwIfAny(issues);
        return ExitCode.DONE;
    }

    private static Snapshot load(String which) throws IOException, InputProblem {
        var catalogue = new SnapshotCatalogue(Home.snapshots());
        var newest = catalogue.newest(which);
        var file = newest.isPresent() ? newest.get().file() : Path.of(which);
        if (newest.isEmpty() && !Files.exists(file)) {
            throw new InputProblem(new Issue(
                    which,
                    "There is neither a region nor a file of this name.",
                    "Regions with prices: " + String.join(", ", catalogue.regions()) + "."));
        }
        var reading = SnapshotFile.read(file);
        InputProblem.throwIfAny(reading.issues());
        return SnapshotFile.load(file);
    }
}
