package dev.hostlab;

import dev.hostlab.cli.Cli;
import dev.hostlab.cli.Version;
import dev.hostlab.ui.Window;
import java.io.IOException;

/// Where Hostlab starts: `--version` is answered before anything else is loaded, no argument opens the window,
/// everything else goes to the command line.
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println(Version.line());
            return;
        }
        if (args.length == 0 && Window.isPossible() && Window.open()) {
            return;
        }
        System.exit(Cli.run(args));
    }
}
