package dev.hostlab.cli;

import dev.hostlab.files.FileProblems;
import dev.hostlab.files.OutputFile;
import dev.hostlab.files.PolicyFile;
import dev.hostlab.files.SeriesFile;
import dev.hostlab.files.SeriesReading;
import dev.hostlab.report.ReplayReport;
import dev.hostlab.scaling.MissingData;
import dev.hostlab.scaling.TargetTracking;
import dev.hostlab.scaling.replay.PolicyConfig;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays a given metric to one scaling policy.
@Command(
        mixinStandardHelpOptions = true,
        name = "replay",
        modelTransformer = ReplayFlags.Options.class,
        sortOptions = false,
        description = "Plays a given metric to one scaling policy, minute by minute: what it decides, and why.",
        footer = {
            "%nThe series is CSV with a header and one row a point, in order: minute,value or second,value; for a",
            "capacity provider minute,needed. A period without data has no row. The output has one row a minute:",
            "minute,value,alarm,desired,reason; of a capacity provider the value is its reservation in percent.",
            "%nExamples:",
            "  hostlab replay cpu.csv --service ecs --target 50 --min 2 --max 20 --start 4",
            "  hostlab replay cpu.csv --service asg --policy steps.json --threshold 50 --max 20",
            "  hostlab replay needed.csv --service capacity-provider --target 100 --start 3",
            "  hostlab replay bytes.csv --service beanstalk --launch-seconds 150"
        })
final class ReplayCommand implements Callable<Integer> {

    private static final SeriesReading NOTHING = new SeriesReading(1, List.of(), List.of());

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERIES", description = "The metric, as CSV.")
    private @Nullable Path positional;

    @Option(names = "--series", paramLabel = "FILE", hidden = true, description = "The same as SERIES.")
    private @Nullable Path series;

    @Option(
            names = "--service",
            required = true,
            paramLabel = "NAME",
            converter = ReplayService.Converter.class,
            description = "Whose policy: ${COMPLETION-CANDIDATES}.")
    private ReplayService service;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "AWS's own JSON of a target-tracking or step policy; otherwise --target.")
    private @Nullable Path policy;

    @Option(
            names = "--missing-data",
            paramLabel = "MODE",
            description = "What alarms take a gap for: missing (the default), ignore, breaching, notBreaching.")
    private String missingData = MissingData.MISSING.id();

    @Option(
            names = "--sample",
            paramLabel = "WHICH",
            description = "Value that target tracking takes: latest (the default) or mean-of-breaching.")
    private String sample = "latest";

    @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - for stdout, instead of the CSV.")
    private @Nullable String json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the CSV to a file instead of stdout.")
    private @Nullable Path out;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        var flags = ReplayFlags.of(spec);
        var issues = new ArrayList<>(flags.issues());
        var config = policyFile(issues);
        var plan = new ReplayPlan(service, flags, config, missing(issues), sample(issues));
        issues.addAll(new ReplayChecks(plan, policy != null).issues());
        var reading = seriesFile(plan, issues);
        InputProblem.throwIfAny(issues);
        var period = plan.period(reading);
        InputProblem.throwIfAny(ReplayChecks.offGrid(reading, period));
        flags.unusedBy(service)
                .forEach(flag -> console.err().println(flag + " has no effect with --service " + service));
        write(new ReplayReport(service.id(), plan.run(reading)));
        return ExitCode.DONE;
    }

    private Optional<PolicyConfig> policyFile(List<Issue> issues) {
        if (policy == null) {
            return Optional.empty();
        }
        try {
            var reading = PolicyFile.read(policy);
            issues.addAll(reading.issues());
            return reading.policy();
        } catch (IOException problem) {
            issues.add(FileProblems.issue(problem));
            return Optional.empty();
        }
    }

    private SeriesReading seriesFile(ReplayPlan plan, List<Issue> issues) {
        var file = positional == null ? series : positional;
        if (file == null) {
            issues.add(new Issue("SERIES", "There is no series to replay.", "Name a CSV file."));
            return NOTHING;
        }
        try {
            var reading = SeriesFile.read(file, column(plan));
            issues.addAll(reading.issues());
            return reading;
        } catch (IOException problem) {
            issues.add(FileProblems.issue(problem));
            return NOTHING;
        }
    }

    private static SeriesFile.Column column(ReplayPlan plan) {
        if (plan.service() == ReplayService.CAPACITY_PROVIDER) {
            return SeriesFile.Column.NEEDED;
        }
        return plan.policy().filter(PolicyConfig.Step.class::isInstance).isPresent()
                ? SeriesFile.Column.SIGNED
                : SeriesFile.Column.METRIC;
    }

    private MissingData missing(List<Issue> issues) {
        return MissingData.of(missingData).orElseGet(() -> {
            issues.add(new Issue(
                    "--missing-data",
                    "There is no mode " + missingData + ".",
                    "Give missing, ignore, breaching or notBreaching."));
            return MissingData.MISSING;
        });
    }

    private TargetTracking.Sample sample(List<Issue> issues) {
        return switch (sample) {
            case "latest" -> TargetTracking.Sample.LATEST;
            case "mean-of-breaching" -> TargetTracking.Sample.MEAN_OF_BREACHING;
            default -> {
                issues.add(new Issue(
                        "--sample", "There is no sample " + sample + ".", "Give latest or mean-of-breaching."));
                yield TargetTracking.Sample.LATEST;
            }
        };
    }

    private void write(ReplayReport report) throws IOException {
        if ("-".equals(json)) {
            console.out().print(report.json());
        } else if (out == null) {
            console.out().print(report.csv());
        }
        if (out != null) {
            toFile(out, report.csv());
        }
        if (json != null && !json.equals("-")) {
            toFile(Path.of(json), report.json());
        }
    }

    private void toFile(Path file, String text) throws IOException {
        OutputFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
        console.err().println("Wrote " + file);
    }
}
