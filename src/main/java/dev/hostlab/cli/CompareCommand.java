package dev.hostlab.cli;

import dev.hostlab.comparison.Comparer;
import dev.hostlab.comparison.Comparison;
import dev.hostlab.comparison.ComparisonRequest;
import dev.hostlab.comparison.Estimates;
import dev.hostlab.comparison.MetricTrial;
import dev.hostlab.comparison.SimulatedRuns;
import dev.hostlab.estimate.Estimator;
import dev.hostlab.files.FileProblems;
import dev.hostlab.files.Home;
import dev.hostlab.files.OutputFile;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.hosting.OptionId;
import dev.hostlab.report.Detail;
import dev.hostlab.report.JsonReport;
import dev.hostlab.report.ReportFormat;
import dev.hostlab.report.RepricedTable;
import dev.hostlab.report.TextTable;
import dev.hostlab.validation.Issue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The main job: one workload through the options, side by side.
@Command(
        mixinStandardHelpOptions = true,
        name = "compare",
        description = "Plays a workload through the hosting options and compares cost, latency and effort.",
        footer = {
            "",
            "Examples:",
            "  hostlab compare sample-workloads/leaving-beanstalk.csv",
            "  hostlab compare trace.csv --region eu-west-1 --set task.vcpu=2 --report out.html",
            "  hostlab compare trace.csv --preset aws-defaults --json -"
        })
final class CompareCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "TRACE", description = "Workload trace of any format that import reads.")
    private Path trace;

    @Mixin
    private ScenarioOptions scenario;

    @Mixin
    private TraceOptions reading;

    @Option(
            names = "--options",
            paramLabel = "IDS",
            split = ",",
            description =
                    "Which options, of beanstalk, ecs-ec2, fargate, managed-instances (what the scenario says: the"
                            + " first three).")
    private List<String> optionIds = new ArrayList<>();

    @Option(names = "--prices", paramLabel = "FILE", description = "Price snapshot (the newest of the region).")
    private @Nullable Path prices;

    @Option(
            names = "--reprice",
            paramLabel = "FILE",
            description = "Another snapshot: the same runs at its prices, the difference line by line.")
    private @Nullable Path reprice;

    @Option(
            names = "--metrics",
            paramLabel = "NAMES",
            split = ",",
            description = "Also each option scaling on these metrics, side by side, such as cpu,in-flight.")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Threads (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeline", description = "Add every bin of replication 0 to the JSON.")
    private boolean timeline;

    @Option(
            names = "--estimate",
            description = "Estimate in milliseconds instead of simulating; no intervals, and called an estimate.")
    private boolean estimate;

    @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - for stdout, instead of the table.")
    private @Nullable String json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report; the extension says which kind (.html, .json, .txt). May be repeated.")
    private List<Path> reports = new ArrayList<>();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        var runs = play(request());
        var comparison = runs.comparison().with(trials());
        write(comparison);
        if (reprice != null) {
            console.out().println();
            console.out().print(RepricedTable.text(comparison, repriced(runs, reprice)));
        }
        return ExitCode.DONE;
    }

    private SimulatedRuns play(ComparisonRequest request) {
        var progress = new Progress(console);
        try (progress) {
            return estimate
                    ? Estimates.of(request).estimate(request, Estimator.Care.THOROUGH, progress)
                    : new Comparer(request).simulate(threads, progress);
        }
    }

    private List<MetricTrial> trials() throws IOException, InputProblem {
        if (metrics.isEmpty()) {
            return List.of();
        }
        var issues = new ArrayList<Issue>();
        var read = scenario.read();
        return new MetricTrials(metrics, options(read, issues))
                .run(
                        new CompareInput(trace, reading.read(issues), prices),
                        read,
                        request -> play(request).comparison());
    }

    private Comparison repriced(SimulatedRuns runs, Path snapshot) throws IOException, InputProblem {
        var issues = new ArrayList<Issue>();
        var read = scenario.read();
        var other =
                new CompareInput(trace, reading.read(issues), snapshot).request(read, options(read, issues), issues);
        if (!runs.answer(other)) {
            throw new InputProblem(
                    new Issue(
                            "--reprice",
                            "At the prices of " + snapshot
                                    + " other instance types are chosen, so other runs are needed.",
                            "Name the types (--set beanstalk.instanceType=…, ecs-ec2.instanceType=…), or compare with --prices."));
        }
        return runs.weighed(other);
    }

    private ComparisonRequest request() throws IOException, InputProblem {
        var issues = new ArrayList<Issue>();
        outputs(issues);
        combinations(issues);
        if (threads < 1) {
            issues.add(new Issue("--threads", threads + " threads do no work.", "Give 1 or more."));
        }
        var read = scenario.read();
        otherPrices(read, issues);
        var options = options(read, issues);
        issues.addAll(new MetricTrials(metrics, options).issues());
        return new CompareInput(trace, reading.read(issues), prices).request(read, options, issues);
    }

    /// Prices that will be asked for after the run are read before it.
    private void otherPrices(ScenarioOptions.Read read, List<Issue> issues) throws IOException {
        if (reprice == null) {
            return;
        }
        try {
            issues.addAll(new PriceChoice(Home.snapshots())
                    .read(reprice, read.scenario())
                    .issues());
        } catch (FileSystemException missing) {
            issues.add(FileProblems.issue(missing));
        }
    }

    private void outputs(List<Issue> issues) throws IOException {
        var places = new OutputPlaces(trace);
        for (var report : reports) {
            issues.addAll(ReportFormat.issues("--report", report.toString()));
            issues.addAll(places.issues("--report", report.toString()));
        }
        issues.addAll(places.issues("--json", json));
    }

    /// Arguments that would be without effect beside each other.
    private void combinations(List<Issue> issues) {
        if (reprice != null && "-".equals(json)) {
            issues.add(new Issue(
                    "--reprice", "With --json - there is no place for its table.", "Write the JSON to a file."));
        }
        if (estimate && scenario.wantsSamples()) {
            issues.add(new Issue(
                    "--sampled", "An estimate plays no requests, so none are sampled.", "Leave one of the two out."));
        }
        if (timeline
                && json == null
                && reports.stream().noneMatch(report -> report.toString().endsWith(".json"))) {
            issues.add(new Issue(
                    "--timeline", "There is no JSON to add it to.", "Give --json FILE as well, or leave it out."));
        }
    }

    private List<OptionId> options(ScenarioOptions.Read read, List<Issue> issues) {
        if (optionIds.isEmpty()) {
            return OptionId.chosen(read.scenario().settings());
        }
        var chosen = new LinkedHashSet<OptionId>();
        for (var id : optionIds) {
            OptionId.named(id.strip()).ifPresentOrElse(chosen::add, () -> issues.add(unknown(id)));
        }
        return List.copyOf(chosen);
    }

    private static Issue unknown(String id) {
        var known = Arrays.stream(OptionId.values()).map(OptionId::id).collect(Collectors.joining(", "));
        return new Issue("--options", "There is no option '" + id + "'.", "Choose from: " + known + ".");
    }

    private void write(Comparison comparison) throws IOException {
        var detail = timeline ? Detail.TIMELINE : Detail.SUMMARY;
        for (var report : reports) {
            var reporter = ReportFormat.of(report.toString()).orElseThrow().reporter(detail);
            OutputFile.write(report, out -> reporter.write(comparison, out));
            console.err().println("Wrote " + report);
        }
        if ("-".equals(json)) {
            var out = new BufferedOutputStream(console.out());
            new JsonReport(detail).write(comparison, out);
            out.flush();
            return;
        }
        if (json != null) {
            OutputFile.write(Path.of(json), out -> new JsonReport(detail).write(comparison, out));
            console.err().println("Wrote " + json);
        }
        var emphasis = console.terminal() ? TextTable.Emphasis.BOLD : TextTable.Emphasis.NONE;
        console.out().print(new TextTable(emphasis).text(comparison));
    }
}
