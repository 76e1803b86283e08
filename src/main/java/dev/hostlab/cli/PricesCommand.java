package dev.hostlab.cli;

import dev.hostlab.files.Home;
import dev.hostlab.pricing.SnapshotCatalogue;
import dev.hostlab.pricing.SnapshotFile;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The price snapshots: which there are, and whether they are whole.
@Command(
        mixinStandardHelpOptions = true,
        name = "prices",
        description = "Lists and verifies price snapshots.",
        synopsisSubcommandLabel = "(list | verify)")
final class PricesCommand implements java.util.concurrent.Callable<Integer> {

    private final Console console;

    PricesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return list();
    }

    @Command(name = "list", description = "Lists the snapshots: region, date of the oldest figure, file.")
    int list() throws IOException {
        for (var entry : new SnapshotCatalogue(Home.snapshots()).list()) {
            console.out().printf(Locale.ROOT, "%-16s %s  %s%n", entry.region(), entry.asOf(), entry.file());
        }
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
}
