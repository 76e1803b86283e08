package dev.hostlab.pricing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// The folder of snapshots, to which new ones are added. A file appears under its name only when it is whole and on the
/// disk: it is written under another name, forced, then renamed in one step. What a killed process left behind is swept
/// away by the next one; a draft that somebody is still writing is locked and stays.
///
/// @param directory where the files are
public record SnapshotStore(Path directory) {

    private static final String DRAFT_PREFIX = ".draft-";
    private static final String DRAFTS = DRAFT_PREFIX + "*.json.part";

    /// The newest snapshot of a region, empty if there is none.
    ///
    /// @throws IOException if the folder cannot be read, or the file is damaged
    public Optional<Snapshot> newest(String region) throws IOException {
        var entry = new SnapshotCatalogue(directory).newest(region);
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(SnapshotFile.load(entry.get().file()));
    }

    /// Writes a snapshot into a new file.
    ///
    /// @return the file
    /// @throws IOException if the disk refuses; nothing is left behind then
    public Path add(Snapshot snapshot) throws IOException {
        Files.createDirectories(directory);
        sweep();
        var draft = directory.resolve(DRAFT_PREFIX + UUID.randomUUID() + ".json.part");
        try (var channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try (var _ = channel.lock()) {
                var bytes = ByteBuffer.wrap(SnapshotFile.text(snapshot).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
                return publish(draft, snapshot);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Removes drafts of processes that are no more.
    ///
    /// @throws IOException if the folder cannot be read
    public void sweep() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var drafts = Files.newDirectoryStream(directory, DRAFTS)) {
            for (var draft : drafts) {
                if (isAbandoned(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /// Gives the draft its name, unless somebody took that name in the meantime: then the next free one.
    private Path publish(Path draft, Snapshot snapshot) throws IOException {
        var file = new SnapshotCatalogue(directory).freeName(snapshot);
        while (true) {
            try {
                Files.createLink(file, draft);
                return file;
            } catch (FileAlreadyExistsException taken) {
                file = new SnapshotCatalogue(directory).freeName(snapshot);
            } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
                return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static boolean isAbandoned(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (java.nio.file.NoSuchFileException gone) {
            return false;
        }
    }
}
