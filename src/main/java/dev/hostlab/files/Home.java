package dev.hostlab.files;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of this installation, which holds price snapshots and sample workloads. The launcher says where it is;
/// without it, it is the working directory.
public final class Home {

    private Home() {}

    public static Path snapshots() {
        return folder().resolve("pricing-snapshots");
    }

    public static Path samples() {
        return folder().resolve("sample-workloads");
    }

    private static Path folder() {
        var said = Path.of(System.getProperty("hostlab.home", ""));
        return Files.isDirectory(said.resolve("pricing-snapshots")) ? said : Path.of("");
    }
}
