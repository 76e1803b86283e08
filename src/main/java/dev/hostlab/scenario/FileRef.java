package dev.hostlab.scenario;

import static java.util.Objects.requireNonNull;

/// A file by its name and content; where it lies is for the loader to find.
///
/// @param name   what people call it
/// @param sha256 of its content, 64 lower-case hexadecimal digits
public record FileRef(String name, String sha256) {

    public FileRef {
        requireNonNull(name, "name");
        if (name.isBlank() || !isSha256(sha256)) {
            throw new IllegalArgumentException("Not a named file with a SHA-256: '" + name + "', '" + sha256 + "'");
        }
    }

    public static boolean isSha256(String text) {
        return text.matches("[0-9a-f]{64}");
    }
}
