package dev.hostlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;

/// The version of the build, which Maven writes into `version.txt`.
public final class Version implements CommandLine.IVersionProvider {

    /// The version's line, such as `hostlab 0.1.0`.
    public static String line() throws IOException {
        try (var text =
                Objects.requireNonNull(Version.class.getResourceAsStream("/dev/hostlab/version.txt"), "version.txt")) {
            return "hostlab " + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {line()};
    }
}
