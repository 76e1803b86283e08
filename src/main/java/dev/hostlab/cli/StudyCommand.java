package dev.hostlab.cli;

import dev.hostlab.files.Home;
import dev.hostlab.files.OutputFile;
import dev.hostlab.files.PriceChoice;
import dev.hostlab.files.StudyFiles;
import dev.hostlab.report.StudyJson;
import dev.hostlab.report.StudyTable;
import dev.hostlab.settings.RunParameters;
import dev.hostlab.study.LeavingBeanstalk;
import dev.hostlab.study.StudyResult;
import dev.hostlab.validation.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a built-in study.
@Command(
        mixinStandardHelpOptions = true,
        name = "study",
        description = "Weighs claims by simulation, prices and sources; without a name, lists the studies.",
        footer = {
            "",
            "Examples:",
            "  hostlab study leaving-beanstalk",
            "  hostlab study leaving-beanstalk --set effort.deploymentsPerMonth=60 --json -"
        })
final class StudyCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which study.")
    private @Nullable String name;

    @Mixin
    private ScenarioOptions scenario;

    @Option(names = "--prices", paramLabel = "FILE", description = "Price snapshot (the newest of the region).")
    private @Nullable Path prices;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", paramLabel = "FILE", description = "Write JSON; - for stdout, instead of the table.")
    private @Nullable String json;

    StudyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        if (name == null) {
            console.out().printf(Locale.ROOT, "%-22s %s%n", LeavingBeanstalk.NAME, LeavingBeanstalk.TITLE);
            return ExitCode.DONE;
        }
        var requests = requests(name);
        var progress = new Progress(console);
        StudyResult result;
        try (progress) {
            result = LeavingBeanstalk.run(requests, threads, progress);
        }
        write(result);
        return ExitCode.DONE;
    }

    private LeavingBeanstalk.Requests requests(String wanted) throws IOException, InputProblem {
        var issues = new ArrayList<Issue>();
        if (!wanted.equals(LeavingBeanstalk.NAME)) {
            issues.add(new Issue(
                    "NAME", "There is no study '" + wanted + "'.", "Choose from: " + LeavingBeanstalk.NAME + "."));
        }
        if (threads < 1) {
            issues.add(new Issue("--threads", threads + " threads do no work.", "Give 1 or more."));
        }
        issues.addAll(new OutputPlaces(null).issues("--json", json));
        var read = scenario.read();
        issues.addAll(read.issues());
        if (read.scenario().settings().get(RunParameters.SAMPLED_PERCENT) > 0) {
            issues.add(new Issue(
                    RunParameters.SAMPLED_PERCENT.path(),
                    "A study plays its month in full: sampled windows are too few to judge by.",
                    "Leave --sampled out; it takes seconds."));
        }
        InputProblem.throwIfAny(issues);
        var reading = new StudyFiles(Home.samples(), new PriceChoice(Home.snapshots()), prices).read(read.scenario());
        InputProblem.throwIfAny(reading.issues());
        return reading.requests().orElseThrow();
    }

    private void write(StudyResult result) throws IOException {
        if ("-".equals(json)) {
            console.out().write(StudyJson.text(result).getBytes(StandardCharsets.UTF_8));
            console.out().flush();
            return;
        }
        if (json != null) {
            OutputFile.write(
                    Path.of(json), out -> out.write(StudyJson.text(result).getBytes(StandardCharsets.UTF_8)));
            console.err().println("Wrote " + json);
        }
        console.out().print(StudyTable.text(result));
    }
}
