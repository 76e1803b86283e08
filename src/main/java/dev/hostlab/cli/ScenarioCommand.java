package dev.hostlab.cli;

import dev.hostlab.files.ScenarioFile;
import dev.hostlab.files.ScenarioSchema;
import dev.hostlab.scenario.Scenario;
import dev.hostlab.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Scenario files: a first one, a check, the schema.
@Command(
        mixinStandardHelpOptions = true,
        name = "scenario",
        description = "Writes a first scenario file, checks one, or prints the JSON Schema.",
        synopsisSubcommandLabel = "(init | check FILE | schema)")
final class ScenarioCommand implements Callable<Integer> {

    private final Console console;

    ScenarioCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return init();
    }

    @Command(name = "init", description = "Prints a scenario file with every parameter at its standard value.")
    int init() {
        console.out().print(ScenarioFile.text(Scenario.of(Settings.standard())));
        return ExitCode.DONE;
    }

    @Command(name = "check", description = "Lists everything that is wrong with a scenario file.")
    int check(@Parameters(paramLabel = "FILE", description = "The scenario file.") Path file)
            throws IOException, InputProblem {
        InputProblem.throwIfAny(ScenarioFile.read(file).issues());
        console.out().println("fine  " + file);
        return ExitCode.DONE;
    }

    @Command(name = "schema", description = "Prints the JSON Schema of scenario files.")
    int schema() {
        console.out().print(ScenarioSchema.text());
        return ExitCode.DONE;
    }
}
