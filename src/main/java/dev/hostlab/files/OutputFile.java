package dev.hostlab.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: a reader never finds half of it, and a cancelled run leaves the old one.
public final class OutputFile {

    private OutputFile() {}

    /// Something that writes bytes.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (var out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        var draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                content.writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException missing) {
            throw new NoSuchFileException(file.toString());
        } catch (AccessDeniedException denied) {
            throw new AccessDeniedException(file.toString());
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
