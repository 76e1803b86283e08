package dev.hostlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of this installation, which holds the price snapshots.
final class Home {

    private Home() {}

    /// The launcher says where; otherwise the working directory and the jar's neighbourhood are tried.
    static Path snapshots() {
        return candidates().filter(Files::isDirectory).orElse(Path.of("pricing-snapshots"));
    }

    private static Optional<Path> candidates() {
        return Optional.ofNullable(System.getProperty("hostlab.home")).map(home -> Path.of(home, "pricing-snapshots"));
    }
}
