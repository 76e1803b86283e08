package dev.hostlab;

import dev.hostlab.cli.Cli;
import dev.hostlab.cli.Version;
import java.io.IOException;

/// Where Hostlab starts: `--version` is answered before anything else is loaded.
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println(Version.line());
            return;
        }
        System.exit(Cli.run(args));
    }
}
