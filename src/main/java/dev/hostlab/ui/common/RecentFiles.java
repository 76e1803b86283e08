package dev.hostlab.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The files that were opened last, newest first, kept in a text file of the user's. Losing it loses nothing: if
/// it cannot be read or written, the list is as long as this session.
public final class RecentFiles {

    private static final int KEPT = 8;

    private final Path store;
    private final List<Path> files = new ArrayList<>();

    /// @param store the text file, one path a line; need not exist
    public RecentFiles(Path store) {
        this.store = store;
        read();
    }

    /// The list in the user's home folder.
    public static RecentFiles ofUser() {
        return new RecentFiles(Path.of(System.getProperty("user.home", ""), ".hostlab", "recent-files"));
    }

    /// Where else to keep what should outlive the window.
    public Path beside(String name) {
        return store.toAbsolutePath().resolveSibling(name);
    }

    /// Those that are still there.
    public List<Path> list() {
        return files.stream().filter(Files::isRegularFile).toList();
    }

    /// The newest of that file name, if it is still there.
    public Optional<Path> named(String name) {
        return list().stream()
                .filter(file -> name.equals(Objects.toString(file.getFileName())))
                .findFirst();
    }

    /// Puts a file on top.
    public void add(Path file) {
        var full = file.toAbsolutePath().normalize();
        files.remove(full);
        files.addFirst(full);
        while (files.size() > KEPT) {
            files.removeLast();
        }
        write();
    }

    private void read() {
        try {
            if (Files.isRegularFile(store)) {
                Files.readAllLines(store).stream().limit(KEPT).forEach(line -> files.add(Path.of(line)));
            }
        } catch (IOException | InvalidPathException unreadable) {
            files.clear();
        }
    }

    private void write() {
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            Files.write(store, files.stream().map(Path::toString).toList());
        } catch (IOException unwritable) {
            // The list lives on in memory; it is a convenience, and no reason to disturb anybody.
            return;
        }
    }
}
