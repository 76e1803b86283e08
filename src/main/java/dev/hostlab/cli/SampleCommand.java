package dev.hostlab.cli;

import dev.hostlab.files.OutputFile;
import dev.hostlab.trace.SampleTrace;
import dev.hostlab.validation.Issue;
import dev.hostlab.workload.sample.SampleWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Generates a workload from named parameters.
@Command(
        mixinStandardHelpOptions = true,
        name = "sample",
        description = "Generates a workload from named parameters; without a name, lists them.")
final class SampleCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which sample.")
    private @Nullable String name;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file instead of stdout.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One parameter, such as days=7 or seed=5. May be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--parameters", description = "List the sample's parameters with their ranges and sources.")
    private boolean parameters;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InputProblem {
        if (name == null) {
            list();
            return ExitCode.DONE;
        }
        var wanted = name;
        var sample = SampleWorkload.named(wanted).orElseThrow(() -> new InputProblem(unknown(wanted)));
        if (parameters) {
            describe(sample);
            return ExitCode.DONE;
        }
        var csv = new SampleTrace(sample, overrides(sample)).csv();
        if (out == null) {
            console.out().write(csv, 0, csv.length);
        } else {
            OutputFile.write(out, stream -> stream.write(csv));
            console.err().println("Wrote " + out);
        }
        return ExitCode.DONE;
    }

    private void list() {
        for (var sample : SampleWorkload.values()) {
            console.out().printf(Locale.ROOT, "%-22s %s%n", sample.id(), sample.title());
        }
    }

    private void describe(SampleWorkload sample) {
        for (var parameter : sample.parameters()) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%s = %s %s (%s)%n    %s%n    Source: %s%n",
                            parameter.name(),
                            parameter.value(),
                            parameter.unit(),
                            parameter.range().words(),
                            parameter.meaning(),
                            parameter.origin().source());
        }
    }

    private Map<String, String> overrides(SampleWorkload sample) throws InputProblem {
        var overrides = new LinkedHashMap<String, String>();
        var issues = new ArrayList<Issue>();
        for (var change : changes) {
            var equals = change.indexOf('=');
            if (equals < 1) {
                issues.add(
                        new Issue("--set", "'" + change + "' is not a parameter and a value.", "Write --set days=7."));
            } else {
                overrides.put(
                        change.substring(0, equals).strip(),
                        change.substring(equals + 1).strip());
            }
        }
        issues.addAll(sample.issues(overrides));
        InputProblem.throwIfAny(issues);
        return overrides;
    }

    private static Issue unknown(String name) {
        var known =
                Arrays.stream(SampleWorkload.values()).map(SampleWorkload::id).collect(Collectors.joining(", "));
        return new Issue("NAME", "There is no sample '" + name + "'.", "Choose from: " + known + ".");
    }
}
