package dev.hostlab.trace;

import dev.hostlab.workload.Workload;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a trace file strictly: what cannot be meant is refused, what may be meant is told, all of it at once.
///
/// The file is read as a stream. Memory grows with the bins, or by 16 bytes a request.
public final class TraceReader {

    private final Path path;
    private final ReadOptions options;
    private final ReadExtent extent;

    private TraceReader(Path path, ReadOptions options, ReadExtent extent) {
        this.path = path;
        this.options = options;
        this.extent = extent;
    }

    /// Reads a file, gzip or not.
    ///
    /// @throws IOException if the disk fails; whatever is wrong with the file itself is in the reading
    public static TraceReading read(Path path, ReadOptions options) throws IOException {
        return read(path, options, ReadExtent.WHOLE);
    }

    /// Reads a file or its beginning. What was not read to its end has no checksum.
    ///
    /// @throws IOException if the disk fails, or the thread is interrupted
    public static TraceReading read(Path path, ReadOptions options, ReadExtent extent) throws IOException {
        return new TraceReader(path, options, extent).read();
    }

    /// Whether a JSON file is a trace of a known format, by its beginning; false where it cannot be read.
    public static boolean isTraceJson(Path path) {
        try (var in = Files.newInputStream(path)) {
            var head = new String(in.readNBytes(TextSample.CHARS), StandardCharsets.UTF_8);
            var sample = TextSample.of(head);
            return sample.startsAsJson()
                    && !TraceFormat.of(sample, ImportChoices.NONE).isOwn();
        } catch (IOException unreadableOrUnknown) {
            return false;
        }
    }

    private TraceReading read() throws IOException {
        try {
            return read(Optional.empty());
        } catch (CharacterCodingException notUtf8) {
            return read(Optional.of(TextEncoding.WINDOWS));
        }
    }

    /// @param encoding the encoding to take, or none to look at the byte-order mark
    private TraceReading read(Optional<TextEncoding> encoding) throws IOException {
        var log = new IssueLog();
        var sample = Optional.<TableSample>empty();
        try (var file = TraceFile.open(path, options.limits(), extent.bytesRead())) {
            var text = new TraceText(file, options, extent.mostRows(), log);
            var content = text.read(encoding);
            sample = text.sample();
            var sha256 = text.wasCut() ? "" : finish(file, log);
            if (content.isPresent() && !log.hasErrors()) {
                return accepted(content.get(), sha256, log, sample);
            }
        } catch (TraceStop refused) {
            log.add(refused.issue());
        }
        var seen = new TraceReading.Seen(log.inferred(), sample);
        return new TraceReading.Rejected(name(), log.errors(), log.errorCount(), log.warnings(), seen);
    }

    /// The end of a gzip file may be damaged though all rows before it were good.
    private static String finish(TraceFile file, IssueLog log) throws IOException {
        try {
            return file.finish();
        } catch (TraceStop damaged) {
            if (!log.has(damaged.issue().code())) {
                log.add(damaged.issue());
            }
            return "";
        }
    }

    private TraceReading accepted(
            TraceRows.Content content, String sha256, IssueLog log, Optional<TableSample> sample) {
        var summary = content.summary();
        var workload = new Workload(
                name(), sha256, summary.rows(), content.from(), content.arrivals(), summary.tenantShares());
        var seen = new TraceReading.Seen(log.inferred(), sample);
        return new TraceReading.Accepted(workload, summary, log.warnings(), log.notes(), seen);
    }

    private String name() {
        var last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
