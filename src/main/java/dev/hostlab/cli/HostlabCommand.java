package dev.hostlab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `hostlab` itself.
@Command(
        mixinStandardHelpOptions = true,
        name = "hostlab",
        versionProvider = Version.class,
        description = "For my traffic, should this service run on AWS Elastic Beanstalk, ECS on EC2 or ECS on Fargate?",
        subcommands = {
            CompareCommand.class,
            ImportCommand.class,
            SampleCommand.class,
            PricesCommand.class,
            ScenarioCommand.class,
            QueueCommand.class,
            ReplayCommand.class,
            StudyCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nStart with: hostlab compare sample-workloads/leaving-beanstalk.csv")
final class HostlabCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    HostlabCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.err().println("There is no screen for the window; 'compare' does the whole job on the command line.");
        spec.commandLine().usage(console.err());
        return ExitCode.INPUT;
    }
}
