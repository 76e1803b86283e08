package dev.hostlab.trace;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongConsumer;

/// A trace file, open: its bytes unpacked, its checksum growing as they are read.
final class TraceFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final InputStream raw;
    private final BufferedInputStream content;
    private final WatchedStream bytes;
    private final long size;

    private TraceFile(MessageDigest digest, InputStream raw, BufferedInputStream content, Bytes bytes) {
        this.digest = digest;
        this.raw = raw;
        this.content = content;
        this.bytes = bytes.read;
        this.size = bytes.size;
    }

    /// What has been read, and how large the file was at first.
    private record Bytes(WatchedStream read, long size) {}

    /// Opens a file that may be read, is not too large and does not look like anything but text.
    ///
    /// @param watcher is told now and then how many bytes have been read
    static TraceFile open(Path path, TraceLimits limits, LongConsumer watcher) throws IOException {
        var size = checkedSize(path, limits);
        var digest = sha256();
        var read = new WatchedStream(newStream(path), watcher);
        var raw = new DigestInputStream(read, digest);
        try {
            var bytes = new BufferedInputStream(raw, BUFFER);
            var content = FileKind.isGzip(FileKind.peek(bytes))
                    ? new BufferedInputStream(new ExpandingStream(bytes, limits), BUFFER)
                    : bytes;
            FileKind.refuseBinary(FileKind.peek(content));
            return new TraceFile(digest, raw, content, new Bytes(read, size));
        } catch (IOException | RuntimeException refused) {
            raw.close();
            throw refused;
        }
    }

    /// The first bytes of the text, which stay to be read.
    byte[] peek() throws IOException {
        return FileKind.peek(content);
    }

    /// The text's bytes, unpacked.
    InputStream content() {
        return content;
    }

    /// Reads what is left and gives the checksum of the whole file, hexadecimal.
    String finish() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        raw.transferTo(OutputStream.nullOutputStream());
        if (bytes.count() < size) {
            throw new TraceStop(TraceProblem.TRUNCATED, "The file was cut while it was read.");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static long checkedSize(Path path, TraceLimits limits) throws IOException {
        var attributes = attributes(path);
        if (attributes.isDirectory()) {
            throw new TraceStop(TraceProblem.IS_DIRECTORY, "This is a folder.");
        }
        if (!attributes.isRegularFile()) {
            throw new TraceStop(TraceProblem.NOT_REGULAR_FILE, "This is a device or a pipe, not a file.");
        }
        if (!Files.isReadable(path)) {
            throw new TraceStop(TraceProblem.PERMISSION_DENIED, "The file may not be read by you.");
        }
        if (attributes.size() > limits.fileBytes()) {
            throw new TraceStop(
                    TraceProblem.TOO_LARGE,
                    "The file has " + attributes.size() + " bytes; at most " + limits.fileBytes() + " are read.");
        }
        return attributes.size();
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException | NotDirectoryException absent) {
            throw stop(TraceProblem.NOT_FOUND, "There is no such file.", absent);
        } catch (AccessDeniedException denied) {
            throw stop(TraceProblem.PERMISSION_DENIED, "The folder may not be entered by you.", denied);
        } catch (FileSystemLoopException loop) {
            throw stop(TraceProblem.SYMLINK_LOOP, "The link leads back to itself.", loop);
        } catch (FileSystemException other) {
            throw leadsInCircle(path, other)
                    ? stop(TraceProblem.SYMLINK_LOOP, "The link leads back to itself.", other)
                    : stop(TraceProblem.NOT_FOUND, "There is no such file.", other);
        }
    }

    /// Linux has no exception of its own for a circle of links, only a sentence.
    private static boolean leadsInCircle(Path path, FileSystemException thrown) {
        return Files.isSymbolicLink(path)
                || String.valueOf(thrown.getReason()).toLowerCase(Locale.ROOT).contains("symbolic links");
    }

    private static InputStream newStream(Path path) throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (AccessDeniedException denied) {
            throw stop(TraceProblem.PERMISSION_DENIED, "The file may not be read by you.", denied);
        }
    }

    private static TraceStop stop(TraceProblem code, String problem, IOException cause) {
        var stop = new TraceStop(code, problem);
        stop.initCause(cause);
        return stop;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
