package dev.hostlab.cli;

import dev.hostlab.comparison.QueueReport;
import dev.hostlab.comparison.QueueStudy;
import dev.hostlab.files.OutputFile;
import dev.hostlab.report.QueueJson;
import dev.hostlab.report.QueueTable;
import dev.hostlab.validation.Issue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A plain queue through the engine that hosts the options, beside what theory says.
@Command(
        mixinStandardHelpOptions = true,
        name = "queue",
        description = "Plays a plain queue through the engine and puts exact answers of queueing theory beside it.",
        footer = {
            "",
            "Times are in seconds, rates a second. Examples:",
            "  hostlab queue --lambda 3.2 --mu 1 --c 4",
            "  hostlab queue --lambda 45 --mu 1 --c 50 --routing jsq --replications 20 --json -",
            "  hostlab queue --lambda 2 --mu 1 --c 4 --setup exp:10 --cancel-setups"
        })
final class QueueCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private QueueOptions queue;

    @Option(names = "--requests", paramLabel = "N", description = "Requests to count in each replication (1000000).")
    private long requests = 1_000_000;

    @Option(names = "--warmup", paramLabel = "N", description = "Requests to leave out before them (50000).")
    private long warmUp = 50_000;

    @Option(
            names = "--replications",
            paramLabel = "R",
            description = "Independent runs (10); with 1, intervals come from batches within it.")
    private int replications = 10;

    @Option(
            names = "--precision",
            paramLabel = "X",
            description = "Add replications until mean wait and response have this relative half-width, such as 0.01.")
    private double precision = Double.POSITIVE_INFINITY;

    @Option(names = "--max-replications", paramLabel = "N", description = "Where --precision gives up (1000).")
    private int mostReplications = 1_000;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness (1).")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - for stdout, instead of the table.")
    private @Nullable String json;

    QueueCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        var issues = new ArrayList<Issue>();
        check(issues);
        var model = queue.model(issues);
        InputProblem.throwIfAny(issues);
        var plan = new QueueStudy.Plan(
                warmUp, requests, replications, new QueueStudy.Precision(precision, mostReplications), seed);
        try (var progress = new Progress(console)) {
            write(new QueueStudy(model, plan).run(threads, progress));
        }
        return ExitCode.DONE;
    }

    private void check(List<Issue> issues) {
        if (requests < 1) {
            issues.add(new Issue("--requests", requests + " requests show nothing.", "Give 1 or more."));
        }
        if (warmUp < 0) {
            issues.add(new Issue("--warmup", "It cannot be negative.", "Give 0 or more."));
        }
        if (replications < 1) {
            issues.add(new Issue("--replications", "There is none.", "Give 1 or more."));
        }
        if (threads < 1) {
            issues.add(new Issue("--threads", threads + " threads do no work.", "Give 1 or more."));
        }
        if (!(precision > 0)) {
            issues.add(new Issue("--precision", "No run is that precise.", "Give a share such as 0.01."));
        }
    }

    private void write(QueueReport report) throws IOException {
        if ("-".equals(json)) {
            var out = new BufferedOutputStream(console.out());
            new QueueJson().write(report, out);
            out.flush();
            return;
        }
        if (json != null) {
            OutputFile.write(Path.of(json), out -> new QueueJson().write(report, out));
            console.err().println("Wrote " + json);
        }
        console.out().print(new QueueTable().text(report));
    }
}
