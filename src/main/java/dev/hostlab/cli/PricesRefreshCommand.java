package dev.hostlab.cli;

import dev.hostlab.files.Home;
import dev.hostlab.pricing.PriceChange;
import dev.hostlab.pricing.SnapshotStore;
import dev.hostlab.pricing.refresh.AwsPriceList;
import dev.hostlab.pricing.refresh.Refresh;
import dev.hostlab.pricing.refresh.Refresh.Fetched;
import dev.hostlab.pricing.refresh.RefreshException;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches new snapshots from the AWS Price List API.
@Command(
        mixinStandardHelpOptions = true,
        name = "refresh",
        description = {
            "Fetches the prices of regions from AWS into new snapshot files; no file is ever replaced.",
            "Credentials are those of the AWS CLI (environment, profile, SSO). All or nothing for each region."
        })
final class PricesRefreshCommand implements java.util.concurrent.Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "REGION", description = "Whose prices, such as eu-west-1.")
    private List<String> regions = List.of();

    @Option(
            names = "--endpoint-region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description =
                    "Where the Price List API is asked: us-east-1, eu-central-1 or ap-south-1 (${DEFAULT-VALUE}).")
    private String endpointRegion = "";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Another address of the API, such as that of a VPC endpoint.")
    private @Nullable URI endpoint;

    @Option(
            names = "--accept-changes",
            description = "Takes prices that changed by more than 30 %% or are gone; they are listed either way.")
    private boolean acceptChanges;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Where the snapshot goes (pricing-snapshots).")
    private @Nullable Path folder;

    PricesRefreshCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        check();
        var clock = Clock.systemUTC();
        var store = new SnapshotStore(folder == null ? Home.snapshots() : folder);
        store.sweep();
        var issues = new ArrayList<Issue>();
        try (var list = new AwsPriceList(endpointRegion, Optional.ofNullable(endpoint), clock.instant(), () -> true)) {
            var refresh = new Refresh(list, store, LocalDate.now(clock));
            for (var region : regions) {
                issues.addAll(refresh(refresh, region));
            }
        }
        InputProblem.throwIfAny(issues);
        return ExitCode.DONE;
    }

    private List<Issue> refresh(Refresh refresh, String region) throws IOException {
        try {
            var fetched = refresh.fetch(region, this::show);
            if (!fetched.doubtful().isEmpty() && !acceptChanges) {
                return List.of(doubts(region, fetched));
            }
            var file = refresh.save(fetched);
            console.out().println(region + ": " + file);
            fetched.changes().forEach(this::print);
            console.out().println(fetched.changes().size() + " figures differ from the snapshot before.");
            return List.of();
        } catch (RefreshException failed) {
            return failed.issues().stream()
                    .map(issue -> new Issue(region + ": " + issue.path(), issue.problem(), issue.advice()))
                    .toList();
        }
    }

    private Issue doubts(String region, Fetched fetched) {
        fetched.doubtful().forEach(this::print);
        return new Issue(
                region,
                fetched.doubtful().size() + " prices changed by more than 30 % or are gone (listed above);"
                        + " nothing was written.",
                "If they are right, say --accept-changes.");
    }

    private void print(PriceChange change) {
        console.out().printf(Locale.ROOT, "  %-44s %s%n", change.sku(), change.words());
    }

    private boolean show(String step, double share) {
        if (console.terminal()) {
            console.err().printf(Locale.ROOT, "\r\u001b[K%3.0f %%  %s", 100 * share, step);
            console.err().flush();
        }
        return true;
    }

    private void check() throws InputProblem {
        var issues = new ArrayList<Issue>();
        if (!AwsPriceList.ENDPOINT_REGIONS.contains(endpointRegion)) {
            issues.add(new Issue(
                    "--endpoint-region",
                    "The Price List API has no endpoint in '" + endpointRegion + "'.",
                    "Choose one of " + String.join(", ", AwsPriceList.ENDPOINT_REGIONS) + "."));
        }
        regions.stream()
                .filter(region -> !region.matches("[a-z]{2}(-[a-z]+)+-\\d+"))
                .forEach(region -> issues.add(new Issue(
                        "REGION", "'" + region + "' is not the code of a region.", "Write it like eu-west-1.")));
        InputProblem.throwIfAny(issues);
    }
}
