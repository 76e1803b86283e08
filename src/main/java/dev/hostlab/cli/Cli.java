package dev.hostlab.cli;

import dev.hostlab.files.FileProblems;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;

/// The command line: parses arguments, runs a command, turns what went wrong into words and an exit code.
///
/// Results go to stdout and nothing else does; both streams are UTF-8 on every platform.
public final class Cli {

    private Cli() {}

    /// Runs one command.
    ///
    /// @return the exit code, see [ExitCode]
    public static int run(String... args) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        return run(new Console(out, err, isTerminal()), args);
    }

    /// Runs one command on the given streams.
    static int run(Console console, String... args) {
        var line = new CommandLine(new HostlabCommand(console), new CommandFactory(console))
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, console))
                .setParameterExceptionHandler((problem, given) -> explain(problem, console));
        var code = line.execute(args);
        console.out().flush();
        console.err().flush();
        return code;
    }

    private static int explain(CommandLine.ParameterException problem, Console console) {
        console.err().println(problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, writer(console.err()));
        console.err()
                .println("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.INPUT;
    }

    private static int explain(Exception failure, Console console) {
        return switch (failure) {
            case InputProblem problem -> {
                problem.printTo(console.err());
                yield ExitCode.INPUT;
            }
            case IOException problem -> {
                new InputProblem(FileProblems.issue(problem)).printTo(console.err());
                yield ExitCode.INPUT;
            }
            case dev.hostlab.engine.RunCancelledException cancelled -> {
                console.err().println("Cancelled; nothing was written.");
                yield ExitCode.CANCELLED;
            }
            default -> {
                console.err().println("This is a defect in Hostlab, please report it with what follows:");
                failure.printStackTrace(console.err());
                yield ExitCode.DEFECT;
            }
        };
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
